package org.sockrates.shell.socket;

import java.util.List;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;

/** The calls, by their names, with Socklab's letters. */
public final class SocketCommands {
    private SocketCommands() {}

    /** In the order of a conversation. */
    public static List<Entry> all() {
        return List.of(
                new Entry(Group.CALLS, "socket", List.of("s", "sock"), SocketCommand::new),
                Entry.of(Group.CALLS, "bind", "b", BindCommand::new),
                Entry.of(Group.CALLS, "listen", "l", ListenCommand::new),
                Entry.of(Group.CALLS, "accept", "a", AcceptCommand::new),
                Entry.of(Group.CALLS, "connect", "c", ConnectCommand::new),
                new Entry(Group.CALLS, "send", List.of("w", "write"), SendCommand::new),
                new Entry(Group.CALLS, "recv", List.of("r", "read"), RecvCommand::new),
                Entry.of(Group.CALLS, "sendto", "t", SendtoCommand::new),
                Entry.of(Group.CALLS, "recvfrom", "f", RecvfromCommand::new),
                Entry.of(Group.CALLS, "shutdown", "h", ShutdownCommand::new),
                Entry.of(Group.CALLS, "close", "k", CloseCommand::new),
                Entry.of(Group.CALLS, "options", "o", OptionsCommand::new),
                Entry.of(Group.CALLS, "join", JoinCommand::new),
                Entry.of(Group.CALLS, "leave", LeaveCommand::new));
    }
}
