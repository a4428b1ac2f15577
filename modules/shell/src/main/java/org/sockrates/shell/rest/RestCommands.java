package org.sockrates.shell.rest;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.wire.WireAccess;

/** Commands about the shell itself. */
public final class RestCommands {
    private RestCommands() {}

    /**
     * In the order of help.
     *
     * @param interpreter whose commands they explain, whose scripts they run
     * @param wire what {@code doctor} looks at, too
     */
    public static List<Entry> all(LineInterpreter interpreter, WireAccess wire) {
        Set<Path> running = ConcurrentHashMap.newKeySet();
        return List.of(
                Entry.of(Group.CHOOSE, "use", UseCommand::new),
                Entry.of(Group.REST, "help", () -> new HelpCommand(interpreter), "?", "--help", "-h", "man"),
                Entry.of(Group.REST, "jobs", JobsCommand::new),
                Entry.of(Group.REST, "wait", WaitCommand::new, "fg"),
                Entry.of(Group.REST, "stop", StopCommand::new),
                Entry.of(Group.REST, "history", () -> new HistoryCommand(interpreter)),
                Entry.of(Group.REST, "source", () -> new SourceCommand(interpreter, running)),
                Entry.of(Group.REST, "set", SetCommand::new),
                Entry.of(Group.REST, "doctor", () -> new DoctorCommand(wire)),
                Entry.of(Group.REST, "version", VersionCommand::new, "--version"),
                Entry.of(Group.REST, "exit", () -> new ExitCommand(interpreter), "quit", "q"));
    }
}
