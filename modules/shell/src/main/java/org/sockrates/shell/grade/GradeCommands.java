package org.sockrates.shell.grade;

import java.util.List;
import java.util.function.Supplier;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.learn.LabLibrary;
import org.sockrates.shell.learn.LabRooms;
import org.sockrates.shell.machine.SearchPath;

/** The commands about programs that are graded. */
public final class GradeCommands {
    private GradeCommands() {}

    /**
     * The commands.
     *
     * @param searchPath in which programs are looked for
     * @param again what starts this program once more
     */
    public static List<Entry> all(
            LabLibrary library, LabRooms rooms, SearchPath searchPath, Supplier<List<String>> again) {
        return List.of(
                Entry.of(Group.LEARN, "grade", () -> new GradeCommand(library, rooms, searchPath, again)),
                Entry.of(Group.LEARN, "program", ProgramCommand::new));
    }
}
