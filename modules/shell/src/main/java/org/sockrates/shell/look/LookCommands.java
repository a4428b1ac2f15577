package org.sockrates.shell.look;

import java.util.List;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.LineInterpreter;

/** Everything one can look at. */
public final class LookCommands {
    private LookCommands() {}

    /**
     * In the order of help.
     *
     * @param interpreter whose commands have pages of their own
     */
    public static List<Entry> all(LineInterpreter interpreter) {
        return List.of(
                Entry.of(Group.LOOK, "status", "=", StatusCommand::new),
                Entry.of(Group.LOOK, "trace", TraceCommand::new),
                Entry.of(Group.LOOK, "ladder", LadderCommand::new),
                Entry.of(Group.LOOK, "journal", JournalCommand::new),
                Entry.of(Group.LOOK, "explain", () -> new ExplainCommand(interpreter)),
                Entry.of(Group.LOOK, "why", WhyCommand::new));
    }
}
