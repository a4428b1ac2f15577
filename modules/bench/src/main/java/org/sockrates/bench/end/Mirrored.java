package org.sockrates.bench.end;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A mirror that this process has started beside itself, in the namespace both are in: whichever was asked for.
 *
 * @param process ends with this one: its standard input ends then, or the system kills it; or by {@link #close}
 */
record Mirrored(Process process) implements AutoCloseable {
    private static final String HERE = "10.77.0.1";
    private static final String THERE = "10.77.0.2";

    /** Starts it and waits until its device is up. */
    static Mirrored by(Words words) throws IOException {
        Process process = new ProcessBuilder(List.of(words.text("mirror").split("\t", -1)))
                .redirectErrorStream(true)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (line == null || !line.startsWith("port ")) {
            process.destroyForcibly();
            throw new IOException("mirror: said " + line + " (expected: that it is up)");
        }
        return new Mirrored(process);
    }

    /** Where a server binds. */
    static InetSocketAddress here(int port) {
        return new InetSocketAddress(HERE, port);
    }

    /** Where a client reaches it. */
    static InetSocketAddress there(int port) {
        return new InetSocketAddress(THERE, port);
    }

    /** What it has used of the processors so far. */
    Duration processorTime() throws IOException {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IOException("the system does not tell what the mirror uses of the processors"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
