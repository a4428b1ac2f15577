package org.sockrates.shell.spoil;

import java.util.List;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.session.Session;

/** Links and faults; they share the links of one session. */
public final class SpoilCommands {
    private SpoilCommands() {}

    /** In the order of help. */
    public static List<Entry> all(Session session) {
        Links links = new Links(session);
        return List.of(
                Entry.of(Group.SPOIL, "link", () -> new LinkCommand(links)),
                Entry.of(Group.SPOIL, "fault", () -> new FaultCommand(links)));
    }
}
