package org.sockrates.shell.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.report.Asciicast;

class RecordingTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long nanos;

    private Recording to(OutputStream stream) {
        return new Recording("a.cast", new Asciicast(stream, 80, Instant.EPOCH, ""), () -> nanos);
    }

    @Test
    void keysAreSpreadOverTheTimeThereWas() {
        Recording recording = to(out);
        nanos = Duration.ofSeconds(2).toNanos();
        recording.typed("> ", "abc");
        recording.typed("> ", "de");
        nanos += 1_000_000;
        recording.said("x");
        recording.close();
        recording.said("too late");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly(
                        "[1.880000,\"o\",\"> \"]",
                        "[0.040000,\"o\",\"a\"]",
                        "[0.040000,\"o\",\"b\"]",
                        "[0.040000,\"o\",\"c\"]",
                        "[0.000000,\"o\",\"\\r\\n\"]",
                        "[0.000000,\"o\",\"> \"]",
                        "[0.000000,\"o\",\"d\"]",
                        "[0.000000,\"o\",\"e\"]",
                        "[0.000000,\"o\",\"\\r\\n\"]",
                        "[0.001000,\"o\",\"x\\r\\n\"]");
        assertThat(recording.lines()).isEqualTo(2);
        assertThat(recording.length()).isEqualTo(Duration.ofMillis(2_001));
        assertThat(recording.failure()).isEmpty();
    }

    @Test
    void whateverEndsTheProcessWhatWasShownByThenIsKept() {
        Recording recording = to(new BufferedOutputStream(out));
        recording.said("hello");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("hello");
    }

    @Test
    void endsByItselfWhenItIsLong() {
        Recording recording = to(out);
        String line = "x".repeat(1 << 20);
        for (int i = 0; i < 20; i++) {
            recording.said(line);
        }
        assertThat(recording.failure().orElseThrow()).hasMessageStartingWith("record: a.cast: full at 16 MiB");
        assertThat(out.size()).isBetween(16 << 20, 17 << 20);
    }

    @Test
    void whatCannotBeWrittenDoesNotFailWhoTypes() {
        Recording recording = to(new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("no space left on device");
            }
        });
        recording.said("x");
        recording.said("y");
        recording.close();
        assertThat(recording.failure().orElseThrow()).hasMessage("no space left on device");
    }

    @Test
    void aFileThatCannotBeWrittenIsClosed() {
        List<String> told = new ArrayList<>();
        Recording recording = to(new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("no space");
            }

            @Override
            public void close() throws IOException {
                told.add("closed");
                throw new IOException("nor when it is closed");
            }
        });
        recording.said("x");
        assertThat(recording.failure()).get().asString().contains("no space");
        recording.close();
        assertThat(told).containsExactly("closed");
    }
}
