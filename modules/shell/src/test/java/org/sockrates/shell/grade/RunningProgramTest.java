package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningProgramTest {
    private static final long LONG_MILLIS = 20_000;

    @TempDir
    private Path folder;

    private RunningProgram shell(String script) throws IOException {
        ProgramCall call =
                new ProgramCall(List.of("sh", "-c", script), folder, OptionalInt.empty(), System.getenv("PATH"));
        return call.at("127.0.0.1", 7).start();
    }

    @Test
    void itsStatusComesWithAllItSaid() throws IOException {
        RunningProgram program = shell("echo {host}; echo {port} >&2; exit 3");
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        assertThat(program.status()).hasValue(3);
        assertThat(program.said()).containsExactly("127.0.0.1", "7");
    }

    @Test
    void ofVeryManyWordsTheFirstAreKeptAndTheRestCounted() throws IOException {
        RunningProgram program = shell("i=0; while [ $i -lt 400 ]; do printf '%0999d\\n' $i; i=$((i+1)); done");
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
        assertThat(program.said()).hasSize(18).last().isEqualTo("(and 383616 bytes more)");
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
    void whoDoesNotListenIsEndedAllTheSame() throws IOException {
        RunningProgram program = shell("trap '' TERM; echo deaf; while :; do sleep 100; done");
        await().until(() -> program.said().contains("deaf"));
        program.end();
        assertThat(program.endsWithin(LONG_MILLIS)).isTrue();
    }
}
