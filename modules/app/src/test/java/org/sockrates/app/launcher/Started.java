package org.sockrates.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that was started, with what it says going to files, so that it never waits for a reader. */
record Started(Process process, Path out, Path err) {
    private static final long LIMIT_SECONDS = 60;

    /** Waits for its end. */
    Ended ended() throws IOException, InterruptedException {
        boolean over = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(over).as("over within %d s", LIMIT_SECONDS).isTrue();
        return new Ended(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
    }

    /** What a process left. */
    record Ended(int status, List<String> out, List<String> err) {}
}
