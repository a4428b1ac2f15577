package org.sockrates.shell.wire;

import java.util.List;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.machine.SearchPath;

/** Everything about paths, and what only the wire has. */
public final class WireCommands {
    private WireCommands() {}

    /**
     * In the order of help.
     *
     * @param searchPath in which programs are looked for
     */
    public static List<Entry> all(LineInterpreter interpreter, WireAccess wire, SearchPath searchPath) {
        return List.of(
                Entry.of(Group.CHOOSE, "path", () -> new PathCommand(interpreter, wire)),
                Entry.of(Group.LOOK, "capture", () -> new CaptureCommand(wire)),
                Entry.of(Group.ROLES, "wire", () -> new WireCommand(wire, searchPath)));
    }
}
