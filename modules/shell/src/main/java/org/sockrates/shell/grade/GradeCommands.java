package org.sockrates.shell.grade;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.learn.LabRooms;
import org.sockrates.shell.learn.LabShelf;

/** The commands about programs that are graded. */
public final class GradeCommands {
    private GradeCommands() {}

    /**
     * The commands.
     *
     * @param environment in which programs are looked for
     * @param again what starts this program once more
     */
    public static List<Entry> all(
            LabRooms rooms, LabShelf shelf, Map<String, String> environment, Supplier<List<String>> again) {
        return List.of(
                Entry.of(Group.LEARN, "grade", () -> new GradeCommand(shelf, rooms, environment, again)),
                Entry.of(Group.LEARN, "program", ProgramCommand::new));
    }
}
