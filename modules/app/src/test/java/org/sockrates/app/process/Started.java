package org.sockrates.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that was started, with what it says going to files, so that it never waits for a reader. */
public record Started(Process process, Path out, Path err) {
    private static final long LIMIT_SECONDS = 60;

    /** Starts a process whose words are kept in a folder. */
    public static Started start(ProcessBuilder builder, Path folder) throws IOException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        return new Started(
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    }

    /** Waits for its end; one that does not end in time is ended, and fails the test. */
    public Ended ended() throws IOException, InterruptedException {
        return ended(LIMIT_SECONDS);
    }

    /** The same of one that does the work of many. */
    public Ended ended(long limitSeconds) throws IOException, InterruptedException {
        boolean over = process.waitFor(limitSeconds, TimeUnit.SECONDS);
        process.destroyForcibly();
        Ended ended = new Ended(over ? process.exitValue() : -1, lines(out), lines(err));
        assertThat(over).as("over within %d s: %s", limitSeconds, ended).isTrue();
        return ended;
    }

    /** Sends it a signal: {@code INT}. */
    public void kill(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), UTF_8).lines().toList();
    }

    /** What a process left behind: its exit status and its words, line by line. */
    public record Ended(int status, List<String> out, List<String> err) {}
}
