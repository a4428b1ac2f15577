package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabCommandTest extends WithCourse {
    @Test
    void takesALabStepByStep() {
        typing.type("lab start 1")
                .shows(
                        "a door",
                        "  What does it take to open a door that is so wide that its question does not",
                        "  fit into one line?",
                        "  3 steps;  lab next  does the next one,  lab show  tells which it is")
                .ends(0);
        typing.type("lab next")
                .shows("# A door first.", "udp> socket --as door", "socket(AF_INET, SOCK_DGRAM, 0) = 3 (door)")
                .ends(0);
        typing.type("lab next")
                .shows(
                        "the next step:  udp> bind door 0",
                        "Which port does door get?",
                        "  1  0, as it was typed",
                        "  2  one the system chooses",
                        "answer with  predict 1|2")
                .ends(0);
        typing.type("predict 2")
                .shows("yes", "  port 0 means any", "see it:  lab next")
                .ends(0);
        typing.type("lab next")
                .shows("udp> bind door 0", "bind(3, 127.0.0.1:0) = 0", "  the system chose port {door}")
                .ends(0);
        typing.type("lab next")
                .shows(
                        "udp> sendto door {door} hello",
                        "sendto(3, \"hello\", 5, 0, 127.0.0.1:{door}) = 5",
                        "remember: A door is a socket.",
                        "written in: socket(2)",
                        "the lab is at its end; the next one:  lab start 02")
                .ends(0);
        typing.type("lab next")
                .has("the lab is at its end; the next one:  lab start 02")
                .ends(0);
    }

    @Test
    void aWrongAnswerIsExplainedWhenItHasBeenSeen() {
        typing.all("lab start 01", "lab next", "lab next").ends(0);
        typing.type("predict 1")
                .shows("no; watch what happens", "see it:  lab next")
                .ends(0);
        typing.type("lab")
                .has("Which port does door get?", "answered with 1;  lab next  goes on")
                .ends(0);
        assertThat(typing.type("lab next").ends(0).lines()).last().isEqualTo("  because: port 0 means any");
    }

    @Test
    void hintsComeOneAfterTheOther() {
        typing.type("lab start 01").ends(0);
        typing.type("lab hint")
                .shows("no hint here;  lab next  shows what happens")
                .ends(0);
        typing.type("lab next").ends(0);
        typing.type("lab hint").shows("look at the second line");
        typing.type("lab hint").shows("it is not 0");
        typing.type("lab hint").shows("it is not 0").ends(0);
        assertThat(typing.type("lab hint --json").json()).containsEntry("hint", "it is not 0");
    }

    @Test
    void saysWhereTheLabShowsSomethingElse() {
        typing.all("lab start 02", "lab next").ends(0);
        typing.type("lab next")
                .has(
                        "  (the lab shows something else here: bind({n}, 127.0.0.1:{port}) = 1; lab reset",
                        "   begins again)")
                .ends(1);
        typing.type("lab next").has("listen(3, 5) = 0").ends(0);
    }

    @Test
    void whatCannotBeRunSaysWhy() throws IOException {
        course.add("03-lost.lab", "tcp> socket\nsomething {else}\ntcp> close {else}\nclose(3) = 0\n");
        typing.type("lab start 03").ends(0);
        typing.type("lab next").ends(1);
        assertThat(typing.type("lab next").ends(1).lines())
                .contains("  (no value for {else}: no line above captured it; lab reset begins again)");
    }

    @Test
    void theNextCommandIsNamedWithWhatWasCapturedSoFar() throws IOException {
        course.add("03-port.lab", """
                udp> socket --as a
                ...
                udp> bind a 0
                ...
                  the system chose port {port}
                # predict: And now?
                # [x] yes
                # [ ] no
                udp> sendto a localhost {port} hi
                ...
                """);
        typing.all("lab start 03", "use udp", "lab next", "lab next").ends(0);
        typing.type("lab next")
                .has("the next step:  udp> sendto a localhost " + typing.port("a") + " hi")
                .ends(0);
    }

    @Test
    void whatIsTriedAgainIsSaidToHaveBeen() throws IOException {
        course.add("03-again.lab", """
                tcp> set seed 1
                tcp> jobs
                (eventually 200ms)
                it never shows this
                """);
        typing.all("lab start 03", "lab next").ends(0);
        assertThat(typing.type("lab next").ends(1).lines())
                .anyMatch(line -> line.matches("  \\(tried [0-9]+ times; this came last\\)"));
        typing.type("lab start 01").ends(0);
        assertThat(typing.type("lab next").lines()).noneMatch(line -> line.contains("tried"));
    }

    @Test
    void waitsForWhatComesEventually() throws IOException {
        course.add(
                "03-soon.lab",
                "udp> socket udp --as a\n...\nudp> bind a 0\n...\nudp> recv a &\n...\nudp> status\n(eventually 5s)\n...\n* waits) (glob)\n");
        typing.type("lab start 03").ends(0);
        for (int i = 0; i < 4; i++) {
            typing.type("lab next").ends(0);
        }
    }

    @Test
    void checkRunsItInASessionOfItsOwn() {
        typing.all("lab start 01", "socket tcp --as mine").ends(0);
        typing.type("lab check")
                .matches(
                        "passed .*01-a-door.lab +3 of 3 steps +[0-9.]+ s",
                        "  \\(in a session of its own; yours is untouched\\)")
                .ends(0);
        assertThat(typing.session().sockets().all()).hasSize(1);
        assertThat(typing.type("lab check --json").jsonList().get(0))
                .containsEntry("lab", "01-a-door.lab")
                .containsEntry("verdict", "passed");
        typing.type("lab start 02").ends(0);
        assertThat(typing.type("lab check").ends(1).lines())
                .allMatch(line -> line.length() <= 80)
                .anyMatch(line -> line.contains("02-broken.lab:8:"));
    }

    @Test
    void checkTakesAnyLab() {
        typing.type("lab check 1")
                .matches(
                        "passed .*01-a-door.lab +3 of 3 steps +[0-9.]+ s",
                        "  \\(in a session of its own; yours is untouched\\)")
                .ends(0);
        typing.type("lab check 02").ends(1);
        typing.type("lab next").refuses("lab: none was begun (expected: lab start LAB first); see  labs");
    }

    @Test
    void aProgramGetsOneDocumentForEachStep() {
        assertThat(typing.type("lab start 01 --json").json())
                .containsEntry("lab", "01-a-door.lab")
                .containsEntry("title", "a door")
                .containsEntry("steps", 3)
                .containsEntry("asked", null);
        assertThat(typing.type("lab next --json").json())
                .containsEntry("step", 1)
                .containsEntry("of", 3)
                .containsEntry("command", "socket --as door")
                .containsEntry("lines", List.of("socket(AF_INET, SOCK_DGRAM, 0) = 3 (door)"))
                .containsEntry("holds", true)
                .containsEntry("over", false);
        assertThat(typing.type("lab next --json").json())
                .containsEntry(
                        "asked",
                        Map.of(
                                "question",
                                "Which port does door get?",
                                "choices",
                                List.of("0, as it was typed", "one the system chooses")));
        assertThat(typing.type("predict 2 --json").json())
                .containsEntry("choice", 2)
                .containsEntry("right", true);
        typing.all("lab next", "lab next").ends(0);
        assertThat(typing.type("lab next --json").json())
                .containsEntry("over", true)
                .containsEntry("remember", "A door is a socket.")
                .containsEntry("source", "socket(2)");
    }

    @Test
    void aLabMayBeAFile() throws IOException {
        Files.writeString(folder.resolve("mine.lab"), "> socket\nsocket(*) = 3 (glob)\n");
        typing.type("lab start mine.lab").has("mine.lab").ends(0);
        course.add("99-My_Lab.lab", "> socket\n...\n");
        typing.type("lab start 99").has("99-My_Lab.lab").ends(0);
        typing.type("lab start a-door").has("a door").ends(0);
        typing.type("lab start nothing")
                .fails("lab: nothing: no such lab (expected: a number or name of  labs , or a file)", 3);
        typing.type("lab start none.lab").fails("lab: \"none.lab\": no such file", 3);
        typing.type("lab start 77").fails("lab: 77: no such lab (expected: a number of  labs)", 3);
    }

    /** Also one that judges a program, and has no step to type. */
    @Test
    void theLabStartedLastIsTheOneInHand() throws IOException {
        course.add("03-yours.lab", "---\nprogram: server\nseed: 8\n---\n# serve\ntcp> program\nx\n");
        typing.all("use tcp", "lab start 01", "lab next").ends(0);
        assertThat(typing.type("lab start 03").ends(0).lines().get(0)).contains(": left; what it had set is as it was");
        for (String verb : List.of("next", "show", "reset", "leave")) {
            assertThat(typing.type("lab " + verb).ends(2).troubles())
                    .singleElement()
                    .asString()
                    .startsWith("lab: 03-yours.lab: it judges a program of yours");
        }
        typing.type("set").has("transport  tcp");
        typing.type("bind door 0").has("bind(3, 127.0.0.1:0) = 0");
        typing.all("lab start 01", "lab next").ends(0);
    }

    @Test
    void aQuestionMayStandAboveTheLab() throws IOException {
        course.add(
                "03-asked.lab",
                "---\npredict:\n  question: how many?\n  choices: [one, two]\n  answer: two\nhint: count\n---\n> socket\n...\n");
        typing.type("lab start 03")
                .has("how many?", "  1  one", "  2  two", "answer with  predict 1|2")
                .ends(0);
        typing.type("predict 2").shows("yes", "see it:  lab next");
        assertThat(typing.type("predict 2 --json").json()).containsEntry("because", null);
        typing.type("lab hint").shows("count");
    }

    @Test
    void saysWhatCannotBeMeant() {
        typing.type("lab").refuses("lab: none was begun (expected: lab start LAB first); see  labs");
        typing.type("lab 01").refuses("lab: \"01\" (expected: lab start 01)");
        typing.type("lab next 1").refuses("lab: \"1\" (expected: nothing more; see  help lab)");
        typing.type("lab begin").refuses("lab: \"begin\" (expected: start show next hint check reset leave)");
        typing.type("lab strat 03").refuses("lab: \"strat\" (expected: start?)");
        typing.type("lab start").refuses("lab start: too few words (expected: LAB); see  labs");
        typing.type("lab check 1 2").refuses("lab: \"2\" (expected: nothing more; see  help lab)");
        typing.type("lab start 1 2").refuses("lab: \"2\" (expected: nothing more; see  help lab)");
        for (String verb : List.of("show", "next", "hint", "check", "reset", "leave")) {
            typing.type("lab " + verb).refuses("lab: none was begun (expected: lab start LAB first); see  labs");
        }
    }
}
