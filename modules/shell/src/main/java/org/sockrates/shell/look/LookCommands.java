package org.sockrates.shell.look;

import java.util.List;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;

/** Everything one can look at. */
public final class LookCommands {
    private LookCommands() {}

    /** In the order of help. */
    public static List<Entry> all() {
        return List.of(
                Entry.of(Group.LOOK, "status", StatusCommand::new, "="),
                Entry.of(Group.LOOK, "trace", TraceCommand::new),
                Entry.of(Group.LOOK, "ladder", LadderCommand::new),
                Entry.of(Group.LOOK, "journal", JournalCommand::new));
    }
}
