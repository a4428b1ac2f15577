package org.sockrates.shell.look;

import java.util.List;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;

/** Everything one can look at. */
public final class LookCommands {
    private LookCommands() {}

    public static List<Entry> all() {
        return List.of(Entry.of(Group.LOOK, "status", "=", StatusCommand::new));
    }
}
