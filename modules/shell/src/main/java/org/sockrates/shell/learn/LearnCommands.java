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
     * @param rooms where labs are run from beginning to end
     * @param shelf where labs are found by number
     */
    public static List<Entry> all(LineInterpreter interpreter, LabRooms rooms, LabShelf shelf) {
        LabWalk walk = new LabWalk(interpreter, rooms);
        interpreter.guide(walk);
        return List.of(
                Entry.of(Group.LEARN, "labs", () -> new LabsCommand(shelf, rooms, interpreter)),
                Entry.of(Group.LEARN, "lab", () -> new LabCommand(shelf, rooms, walk)),
                Entry.of(Group.LEARN, "predict", () -> new PredictCommand(walk)),
                Entry.of(Group.LEARN, "run", () -> new RunCommand(shelf, rooms)));
    }
}
