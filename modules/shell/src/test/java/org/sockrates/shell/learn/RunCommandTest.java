package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Shown;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.Origin;

class RunCommandTest extends WithCourse {
    private String written(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void saysWhichHold() {
        typing.type("run 01")
                .matches("passed .*01-a-door.lab +3 of 3 steps +[0-9.]+ s", "1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void saysWhereOneDoesNotAndWhatCame() {
        List<String> lines = typing.type("run 01 02").ends(1).lines();
        assertThat(lines)
                .allMatch(line -> line.length() <= 80)
                .anyMatch(line -> line.startsWith("FAILED "))
                .anyMatch(line -> line.contains("02-broken.lab:8:"))
                .anyMatch(line -> line.strip().startsWith("tcp> bind localhost 0"))
                .last()
                .isEqualTo("1 of 2 labs passed, 1 of 2 points");
    }

    @Test
    void aProgramGetsOneDocument() {
        List<Map<String, Object>> results =
                typing.type("run 01 02 --json").ends(1).jsonList();
        assertThat(results.get(0))
                .containsEntry("lab", "01-a-door.lab")
                .containsEntry("title", "a door")
                .containsEntry("verdict", "passed")
                .containsEntry("steps", 3)
                .containsEntry("passed_steps", 3)
                .containsEntry("points", 1)
                .containsEntry("of", 1)
                .containsEntry("told", List.of());
        assertThat(results.get(1)).containsEntry("verdict", "failed");
        assertThat((List<?>) results.get(1).get("told")).isNotEmpty();
    }

    @Test
    void writesJunitTapAndGradescope() throws IOException {
        typing.type("run 01 02 --junit j.xml --tap t.tap --gradescope g.json").ends(1);
        assertThat(written("j.xml")).startsWith("<?xml").contains("<testsuites", "failures=\"1\"", "01-a-door.lab");
        assertThat(written("t.tap")).startsWith("TAP version 14\n").contains("not ok ", "1..");
        assertThat(JSON.std.mapFrom(written("g.json"))).containsKey("tests");
    }

    /** Gradescope would show 0 points; without a file it says that the grader failed. */
    @Test
    void gradescopeIsToldNothingWhereALabSaysNothing() throws IOException {
        course.add("03-yours.lab", "---\nprogram: server\n---\ntcp> program\nx\n");
        Files.writeString(folder.resolve("g.json"), "of an earlier run");
        Shown shown = typing.type("run 01 03 --gradescope g.json --tap t.tap --force");
        assertThat(shown.ends(5).troubles())
                .singleElement()
                .asString()
                .startsWith("run: --gradescope: g.json: not written, or it would be 0 points for nobody's fault:"
                        + " 03-yours.lab: skipped: requires program: ");
        assertThat(shown.lines()).last().isEqualTo("1 of 2 labs passed, 1 skipped, 1 of 2 points");
        assertThat(folder.resolve("g.json")).doesNotExist();
        assertThat(written("t.tap")).endsWith("1..2\n");
        typing.type("run 02 03 --gradescope g.json").ends(1);
        assertThat(folder.resolve("g.json")).doesNotExist();
    }

    @Test
    void doesNotOverwriteUnlessItIsForced() throws IOException {
        Files.writeString(folder.resolve("t.tap"), "mine");
        assertThat(typing.type("run 01 --tap t.tap").ends(74).troubles())
                .singleElement()
                .asString()
                .endsWith("t.tap: exists (expected: a new file); overwrite it with --force");
        assertThat(written("t.tap")).isEqualTo("mine");
        typing.type("run 01 --tap t.tap --force").ends(0);
        assertThat(written("t.tap")).startsWith("TAP version 14\n");
    }

    @Test
    void aFileThatCannotBeWrittenIsToldBeforeAnythingRuns() {
        var shown = typing.type("run 01 --junit nowhere/x.xml").ends(74);
        assertThat(shown.lines()).isEmpty();
        assertThat(shown.troubles()).singleElement().asString().contains("x.xml: cannot be written");
    }

    @Test
    void aLabWithAnErrorRunsNothing() throws IOException {
        course.add("03-bad.lab", "tcp> sokcet\n");
        var shown = typing.type("run 01 03").ends(3);
        assertThat(shown.lines()).isEmpty();
        assertThat(shown.troubles()).singleElement().asString().contains("03-bad.lab:1:", "sokcet");
    }

    @Test
    void whatTheMachineLacksIsSkipped() throws IOException {
        course.add("03-needs.lab", "---\nrequires: virtual-threads\n---\ntcp> socket\n...\n");
        int expected = Runtime.version().feature() >= 21 ? 0 : 5;
        assertThat(typing.type("run 03").ends(expected).lines().get(0))
                .startsWith(expected == 0 ? "passed" : "skipped");
    }

    @Test
    void aLabRunsAsItsFrontMatterSays() throws IOException {
        course.add("03-set.lab", """
                ---
                transport: udp
                link: loss 5%
                seed: 7
                ---
                > set
                transport  udp
                timeout    5s
                seed       7
                ...
                > link add 9
                ...
                  loss 5% seed 7 (?)
                ...
                """);
        typing.type("run 03").ends(0);
    }

    @Test
    void aLabLeavesNothingBehindAndLetsNobodyIn() throws IOException {
        course.add("03-jobs.lab", "> server udp 0\n...\n> recv & # nothing\n...\n[2]\n");
        typing.type("run 03").ends(0);
        typing.type("jobs").shows("no jobs");
        course.add("04-leaks.lab", "> server any 0 --allow-remote\n...\n[2]\n");
        typing.type("run 04").ends(0);
    }

    @Test
    void aPersonMayLetALabAskAndBeAsked() throws IOException {
        course.add("03-far.lab", "> socket --as ann\n...\n> bind ann any 0\n...\n> listen ann\n...\n");
        typing.type("run 03").ends(1);
        typing.type("run 03 --allow-remote").ends(0);
        typing.type("lab check 03 --allow-remote").ends(0);
        typing.type("run 03").ends(1);
        typing.type("run 03 --allow-remote", Origin.SCRIPT)
                .refuses("run: --allow-remote in a script or lab (expected: typed by a person)");
    }

    @Test
    void aStepTakenByHandMayAskWhatItsLabMay() throws IOException {
        course.add("03-far.lab", "> socket --as ann\n...\n> bind ann any 0\n...\n> listen ann\n...\n");
        typing.type("lab start 03 --allow-remote").ends(0);
        typing.all("lab next", "lab next", "lab next").ends(0);
        typing.all("lab start 03", "lab next", "lab next").ends(0);
        typing.type("lab next").ends(1);
    }

    @Test
    void aCommandThatDoesNotEndIsEndedByTheLabsLimit() throws IOException {
        course.add("03-slow.lab", "---\nlimit: 1s\n---\nudp> socket udp\n...\nudp> bind 0\n...\nudp> recv\nx\n");
        assertThat(typing.type("run 03").ends(124).lines())
                .anyMatch(line -> line.contains("03-slow.lab"))
                .anyMatch(line -> line.contains("ended at the lab's time limit"));
    }

    @Test
    void aCommandThatGivesUpByItselfIsNotEndedByALimit() throws IOException {
        course.add("03-vain.lab", "udp> socket udp\n...\nudp> bind 0\n...\nudp> set timeout 20ms\nudp> recv\n...\n");
        assertThat(typing.type("run 03").lines()).anyMatch(line -> line.startsWith("FAILED"));
        assertThat(typing.type("run 03").status()).isEqualTo(1);
    }

    @Test
    void ctrlCEndsItAndShowsWhatWasFound() throws IOException {
        course.add("03-long.lab", "udp> socket udp\n...\nudp> bind 0\n...\nudp> recv . 4321\n...\n");
        LineInterpreter.Started started =
                typing.interpreter().start("run 01 03 01 --gradescope g.json", Origin.PROMPT, typing.ear());
        await().until(() -> Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(each -> each.getKey().getName().equals("job recv . 4321") && waits(each.getValue())));
        started.job().cancel();
        assertThat(started.job().await(Duration.ofSeconds(20))).isTrue();
        assertThat(started.job().status()).isEqualTo(130);
        assertThat(typing.ear().results())
                .anyMatch(line -> line.contains("interrupted"))
                .anyMatch(line -> line.contains("ended by you"));
        assertThat(folder.resolve("g.json")).doesNotExist();
    }

    private static boolean waits(StackTraceElement[] stack) {
        return stack.length > 0 && stack[0].isNativeMethod();
    }

    @Test
    void aLabRunsNoLabsNotEvenItself() throws IOException {
        course.add("03-self.lab", "> run scripts/labs/03-self.lab\n...\n> lab check 03\n...\n");
        assertThat(String.join("\n", typing.type("run 03").ends(3).troubles()))
                .contains(":1:3: command: run (expected: a command for labs; this one is a person's)")
                .contains(":3:3: command: lab (expected: a command for labs; this one is a person's)");
        typing.type("run 03", Origin.LAB).refuses("run: in a lab (expected: typed by a person)");
    }

    @Test
    void needsALab() {
        typing.type("run").refuses("run: too few words (expected: LAB…); see  labs");
        typing.type("run 01 --tapp x").refuses("run: \"--tapp\" (expected: --tap?; for text, quote it)");
        typing.type("run nothing.lab").fails("run: \"nothing.lab\": no such file", 3);
        typing.type("run labs/0[12]*.lab")
                .fails(
                        "run: \"labs/0[12]*.lab\": no such file; only your system's shell fills in a pattern, where "
                                + " sockrates run  is typed",
                        3);
    }
}
