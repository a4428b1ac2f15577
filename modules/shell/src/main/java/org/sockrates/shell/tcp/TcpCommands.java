package org.sockrates.shell.tcp;

import java.util.List;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.wire.WireAccess;

/** The command about the kernel's TCP; the watches are those of one session. */
public final class TcpCommands {
    private TcpCommands() {}

    /** In the order of help. */
    public static List<Entry> all(Session session, WireAccess wire) {
        Watches watches = new Watches(session);
        return List.of(Entry.of(Group.LOOK, "tcp", () -> new TcpCommand(watches, wire)));
    }
}
