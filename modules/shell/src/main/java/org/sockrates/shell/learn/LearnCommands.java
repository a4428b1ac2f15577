package org.sockrates.shell.learn;

import java.util.List;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.LineInterpreter;

/** Everything about labs. */
public final class LearnCommands {
    private LearnCommands() {}

    /**
     * The commands.
     *
     * @param interpreter in whose session a lab is worked through
     * @param library where labs are found
     * @param rooms where labs are run from beginning to end
     */
    public static List<Entry> all(LineInterpreter interpreter, LabLibrary library, LabRooms rooms) {
        LabWalk walk = new LabWalk(interpreter, library, rooms);
        interpreter.guide(walk);
        return List.of(
                Entry.of(Group.LEARN, "labs", () -> new LabsCommand(library, interpreter)),
                Entry.of(Group.LEARN, "lab", () -> new LabCommand(library, rooms, walk)),
                Entry.of(Group.LEARN, "predict", () -> new PredictCommand(walk)),
                Entry.of(Group.LEARN, "run", () -> new RunCommand(library, rooms)));
    }
}
