package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Typing;

class LabsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void listsTheCourseByNumberAndQuestion() throws IOException {
        Course course = new Course(folder);
        course.add("notes.txt", "no lab");
        try (Typing typing = Typing.in(folder)) {
            typing.type("labs")
                    .shows(
                            "01  What does it take to open a door that is so wide that its question does not",
                            "    fit into one line?",
                            "02  what does not hold",
                            "begin one:  lab start 01")
                    .ends(0);
            assertThat(typing.type("labs --json").jsonList().get(1))
                    .containsEntry("lab", "02")
                    .containsEntry("title", "what does not hold")
                    .containsEntry("question", null);
            typing.type("labs 01").refuses("labs: \"01\" (expected: nothing more)");
        }
    }

    @Test
    void saysWhereItLookedForTheCourse() {
        try (Typing typing = Typing.in(folder)) {
            typing.type("labs")
                    .fails(
                            "labs: " + folder.resolve("scripts/labs")
                                    + ": no such folder (expected: the course's labs); name it in SOCKRATES_LABS",
                            3);
        }
    }

    @Test
    void theEnvironmentNamesTheCourse() throws IOException {
        Course course = new Course(folder);
        Kit usual = Typing.kit(Path.of(""));
        Map<String, String> environment =
                Map.of("SOCKRATES_LABS", course.folder().toString());
        Kit kit = new Kit(usual.transports(), usual.paths(), environment, Path.of(""), Typing.NOON, false);
        try (Typing typing = new Typing(kit, Duration.ofSeconds(10))) {
            assertThat(typing.type("labs").ends(0).lines()).contains("02  what does not hold");
        }
    }

    @Test
    void aLabThatCannotBeReadIsNamedWithEveryProblem() throws IOException {
        new Course(folder).add("03-bad.lab", "---\ntitel: x\n---\ntcp> sokcet\n");
        try (Typing typing = Typing.in(folder)) {
            List<String> troubles = typing.type("labs").ends(3).troubles().stream()
                    .flatMap(String::lines)
                    .toList();
            assertThat(troubles).hasSize(2).allMatch(line -> line.contains("03-bad.lab:"));
            assertThat(troubles.get(0)).contains("titel");
            assertThat(troubles.get(1)).contains("sokcet");
        }
    }
}
