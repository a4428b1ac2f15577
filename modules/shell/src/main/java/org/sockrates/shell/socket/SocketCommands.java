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
                Entry.of(Group.CALLS, "socket", SocketCommand::new, "s", "sock"),
                Entry.of(Group.CALLS, "bind", BindCommand::new, "b"),
                Entry.of(Group.CALLS, "listen", ListenCommand::new, "l"),
                Entry.of(Group.CALLS, "accept", AcceptCommand::new, "a"),
                Entry.of(Group.CALLS, "connect", ConnectCommand::new, "c"),
                Entry.of(Group.CALLS, "send", SendCommand::new, "w", "write"),
                Entry.of(Group.CALLS, "recv", RecvCommand::new, "r", "read"),
                Entry.of(Group.CALLS, "sendto", SendtoCommand::new, "t"),
                Entry.of(Group.CALLS, "recvfrom", RecvfromCommand::new, "f"),
                Entry.of(Group.CALLS, "shutdown", ShutdownCommand::new, "h"),
                Entry.of(Group.CALLS, "close", CloseCommand::new, "k"),
                Entry.of(Group.CALLS, "options", OptionsCommand::new, "o"),
                Entry.of(Group.CALLS, "join", JoinCommand::new),
                Entry.of(Group.CALLS, "leave", LeaveCommand::new));
    }
}
