package org.sockrates.shell.roles;

import java.util.List;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;

/** The two roles. */
public final class RoleCommands {
    private RoleCommands() {}

    public static List<Entry> all() {
        return List.of(
                Entry.of(Group.ROLES, "server", ServerCommand::new),
                Entry.of(Group.ROLES, "client", ClientCommand::new));
    }
}
