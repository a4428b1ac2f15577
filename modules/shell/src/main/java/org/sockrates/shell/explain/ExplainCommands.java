package org.sockrates.shell.explain;

import java.util.List;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.LineInterpreter;

/** What explains. */
public final class ExplainCommands {
    private ExplainCommands() {}

    /**
     * In the order of help.
     *
     * @param interpreter whose commands have pages of their own
     */
    public static List<Entry> all(LineInterpreter interpreter) {
        return List.of(
                Entry.of(Group.LOOK, "explain", () -> new ExplainCommand(interpreter)),
                Entry.of(Group.LOOK, "why", WhyCommand::new));
    }
}
