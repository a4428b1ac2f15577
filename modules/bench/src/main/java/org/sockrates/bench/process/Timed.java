package org.sockrates.bench.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** How long a command takes from its start to its end, with all it says. */
public final class Timed {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Timed() {}

    /**
     * Runs a command to its end.
     *
     * @return seconds
     * @throws IOException when it fails, with what it said
     */
    public static double run(List<String> command) throws IOException {
        long start = System.nanoTime();
        try (Child child = Child.start(command, LIMIT)) {
            String said = child.output();
            int status = child.status();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (status != 0) {
                throw new IOException(command + ": status " + status + ": " + said);
            }
            return seconds;
        }
    }
}
