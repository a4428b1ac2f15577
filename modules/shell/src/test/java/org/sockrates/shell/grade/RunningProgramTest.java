package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.shell.machine.SearchPath;
import org.sockrates.transport.UsageException;

class RunningProgramTest {
    private static final long LONG_MILLIS = 20_000;
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path folder;

    private RunningProgram shell(String script) throws IOException {
        ProgramCall call = new ProgramCall(
                List.of("sh", "-c", script),
                folder,
                OptionalInt.empty(),
                SearchPath.of(System.getenv()),
                Optional.empty());
        return call.start("127.0.0.1", 7, Map.of());
    }

    @Test
    void itsStatusComesWithAllItSaid() throws IOException {
        RunningProgram program = shell("echo {host}; echo {port} >&2; exit 3");
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        assertThat(program.status()).hasValue(3);
        assertThat(program.said()).containsExactly("127.0.0.1", "7");
    }

    @Test
    void ofVeryManyWordsTheFirstAndTheLastAreKept() throws IOException {
        RunningProgram program = shell("i=0; while [ $i -lt 400 ]; do printf '%0999d\\n' $i; i=$((i+1)); done");
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        assertThat(program.said())
                .anyMatch(line -> line.matches("\\([0-9]+ bytes left out\\)"))
                .hasSizeBetween(17, 30)
                .last()
                .asString()
                .endsWith("0399");
    }

    @Test
    void whatIsTypedIsThereWhenItReadsAndThenTheEnd() throws IOException {
        RunningProgram program = shell("read line; echo \"got $line\"; read line || echo over");
        program.input().type("one\ntwo".getBytes(StandardCharsets.UTF_8));
        await().until(() -> program.said().contains("got one"));
        program.input().end();
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        assertThat(program.said()).containsExactly("got one", "over");
        assertThatThrownBy(() -> program.input().type(new byte[1]))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("its input has ended");
    }

    @Test
    void ofWhatItDoesNotReadSoMuchIsKeptAndNobodyWaits() throws IOException {
        Set<Thread> others = typing();
        RunningProgram program = shell("exec sleep 100");
        assertThatThrownBy(() -> program.input().type(new byte[TypedInput.MOST_WAITING + 1]))
                .isInstanceOf(UsageException.class)
                .hasMessage("program type: 1048577 bytes (expected: at most 1048576)");
        program.input().type(new byte[TypedInput.MOST_WAITING]);
        assertThatThrownBy(() -> program.input().type(new byte[TypedInput.MOST_WAITING]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("that it has not read (expected: at most 1048576)");
        program.end();
        await().until(() -> others.containsAll(typing()));
    }

    /** Who types to a program now. */
    private static Set<Thread> typing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("program's input"))
                .collect(Collectors.toSet());
    }

    /** Goes on for ever, and is known by its words: it may have another number where it runs than here. */
    private String longOne() {
        return "sh -c 'while :; do sleep 0.1; done' " + folder.resolve("long");
    }

    private long longOnes() {
        return TestProcesses.startedWith(folder.resolve("long"));
    }

    private static Path namespace() throws IOException {
        Path own = Path.of("/proc/self/ns/pid");
        assumeTrue(Files.isSymbolicLink(own));
        return Files.readSymbolicLink(own);
    }

    private RunningProgram inItsOwn(String script) throws IOException {
        RunningProgram program =
                shell("[ \"$(readlink /proc/self/ns/pid)\" != '" + namespace() + "' ] || exit 77; " + script);
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        assumeTrue(program.status().getAsInt() != 77);
        return program;
    }

    @Test
    void whoIsLeftBehindGoesOnAndIsEnded() throws IOException {
        assumeTrue(Path.of("/proc/self/stat").toFile().exists());
        RunningProgram program = shell("(" + longOne() + " &); exit 0");
        await().until(() -> program.status().isPresent());
        await().until(() -> longOnes() == 1);
        program.end();
        await().until(() -> longOnes() == 0);
    }

    @Test
    void aDaemonIsEndedToo() throws IOException {
        assumeTrue(Path.of("/proc/self/environ").toFile().exists());
        RunningProgram program = shell("(setsid " + longOne() + " </dev/null >/dev/null 2>&1 &); exit 0");
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        await().until(() -> longOnes() == 1);
        program.end();
        await().until(() -> longOnes() == 0);
    }

    @Test
    void aDaemonThatForgotItsEnvironmentEndsWithItsNamespace() throws IOException {
        RunningProgram program = inItsOwn("(env -i setsid " + longOne() + " >/dev/null 2>&1 &); exit 0");
        await().until(() -> longOnes() == 1);
        program.end();
        await().until(() -> longOnes() == 0);
    }

    @Test
    void whoEndsHisParentEndsHimselfAtMost() throws IOException {
        RunningProgram program = shell("kill -9 $PPID; " + longOne());
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        assertThat(program.status()).hasValue(KILLED);
        program.end();
        await().until(() -> longOnes() == 0);
    }

    /** What it left behind keeps its voice open, and may say nothing more for ever. */
    @Test
    void whoHasEndedHasAStatusWhoeverItLeft() throws IOException {
        RunningProgram program = shell(longOne() + " & exit 3");
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        assertThat(program.status()).hasValue(3);
        program.end();
        await().until(() -> longOnes() == 0);
    }

    @Test
    void whoEndsHisGroupEndsHimself() throws IOException {
        RunningProgram program = shell("kill -9 0; " + longOne());
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        assertThat(program.status()).hasValue(KILLED);
        assertThat(program.said()).isEmpty();
    }

    @Test
    void whoEndsEverybodyEndsHisOwn() throws IOException {
        RunningProgram other = shell("exec " + longOne());
        RunningProgram program = inItsOwn("setsid " + longOne() + " & sleep 0.2; kill -9 -1; echo alone; wait; exit 3");
        assertThat(program.status()).hasValue(3);
        assertThat(program.said()).endsWith("alone");
        assertThat(other.status()).isEmpty();
        other.end();
        await().until(() -> longOnes() == 0);
    }

    private static boolean mayLookAtItsOwnAlone() throws IOException, InterruptedException {
        String tries = "unshare --pid --mount --fork mount -t proc proc /proc"
                + " || exec unshare --user --map-root-user --pid --mount --fork mount -t proc proc /proc";
        return new ProcessBuilder("sh", "-c", tries).start().waitFor() == 0;
    }

    @Test
    void whoLooksForOthersFindsHimself() throws IOException, InterruptedException {
        assumeTrue(mayLookAtItsOwnAlone());
        long us = ProcessHandle.current().pid();
        RunningProgram program = inItsOwn("[ -e /proc/self/stat ] && [ ! -e /proc/" + us + " ] && echo alone");
        assertThat(program.said()).containsExactly("alone");
    }

    /** What Java's programs have in /tmp is named by their numbers alone. */
    @Test
    void itsNumberIsNoneThatIsGivenOutHereJustNow() throws IOException {
        assumeTrue(numbersMayBeChosen(), "root alone may choose them, and not everywhere");
        RunningProgram program = inItsOwn("echo $$; cat /proc/sys/kernel/pid_max");
        long own = Long.parseLong(program.said().get(0));
        long most = Long.parseLong(program.said().get(1));
        long given = new ProcessBuilder("true").start().pid();
        assertThat(Math.floorMod(own - given, most)).isBetween(most / 4, 3 * most / 4);
    }

    private static boolean numbersMayBeChosen() throws IOException {
        String choose = "echo 5000 >/proc/sys/kernel/ns_last_pid; sh -c 'echo $$'";
        Process asked = new ProcessBuilder("unshare", "--pid", "--fork", "sh", "-c", choose).start();
        try (BufferedReader told = asked.inputReader()) {
            return "5001".equals(told.readLine());
        }
    }

    @Test
    void whoIsAskedToEndMayDoSoInOrder() throws IOException {
        RunningProgram program =
                shell("trap 'sleep 0.1; echo in order; exit 0' TERM; echo on; while :; do sleep 0.1; done");
        await().until(() -> program.said().contains("on"));
        program.end();
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        assertThat(program.said()).endsWith("in order");
    }

    @Test
    void whoDoesNotListenIsEndedAllTheSame() throws IOException {
        RunningProgram program = shell("trap '' TERM; echo deaf; while :; do sleep 100; done");
        await().until(() -> program.said().contains("deaf"));
        program.end();
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
    }
}
