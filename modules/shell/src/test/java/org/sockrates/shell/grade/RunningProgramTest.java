package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.transport.UsageException;

class RunningProgramTest {
    private static final long LONG_MILLIS = 20_000;

    @TempDir
    private Path folder;

    private RunningProgram shell(String script) throws IOException {
        ProgramCall call = new ProgramCall(
                List.of("sh", "-c", script), folder, OptionalInt.empty(), System.getenv("PATH"), Optional.empty());
        return call.start("127.0.0.1", 7);
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
        RunningProgram program = shell("exec sleep 100");
        program.input().type(new byte[TypedInput.MOST_WAITING]);
        assertThatThrownBy(() -> program.input().type(new byte[TypedInput.MOST_WAITING]))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("that it has not read (expected: at most 1048576)");
        program.end();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("program's input")));
    }

    @Test
    void whoIsLeftBehindSpeaksOnAndIsEnded() throws IOException {
        assumeTrue(Path.of("/proc/self/stat").toFile().exists());
        RunningProgram program = shell("(sleep 100 & echo $!); exit 0");
        await().until(() -> program.status().isPresent());
        long left = Long.parseLong(program.said().get(0));
        assertThat(ProcessHandle.of(left)).isPresent();
        program.end();
        await().until(() ->
                ProcessHandle.of(left).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void aDaemonIsEndedToo() throws IOException {
        assumeTrue(Path.of("/proc/self/environ").toFile().exists());
        RunningProgram program = shell("(setsid sleep 100 </dev/null >/dev/null 2>&1 & echo $!); exit 0");
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        long left = Long.parseLong(program.said().get(0));
        program.end();
        await().until(() ->
                ProcessHandle.of(left).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void whoDoesNotListenIsEndedAllTheSame() throws IOException {
        RunningProgram program = shell("trap '' TERM; echo deaf; while :; do sleep 100; done");
        await().until(() -> program.said().contains("deaf"));
        program.end();
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
    }
}
