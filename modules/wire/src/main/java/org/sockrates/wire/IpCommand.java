package org.sockrates.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.StartError;

/** {@code ip(8)} of iproute2, which sets up devices: several of its commands in one process. */
final class IpCommand {
    private static final long LIMIT_SECONDS = 10;
    private static final int MOST_SAID = 10_000;

    private IpCommand() {}

    /**
     * Runs commands one after the other, without the word {@code ip}, up to the first that fails.
     *
     * @throws IOException what {@code ip} said, or that it is not there or did not end in time
     */
    static void run(List<String> commands) throws IOException {
        run(List.of("ip", "-batch", "-"), LIMIT_SECONDS, commands);
    }

    /** The same by another program, within another limit. */
    static void run(List<String> program, long limitSeconds, List<String> commands) throws IOException {
        Process ip = start(program);
        try {
            try (OutputStream in = ip.getOutputStream()) {
                in.write((String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException endedEarly) {
                // it says why below
            }
            if (!ip.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                throw new IOException("ip: still running after " + limitSeconds + " s (expected: at most that)");
            }
            String said = new String(ip.getInputStream().readNBytes(MOST_SAID), StandardCharsets.UTF_8).strip();
            if (ip.exitValue() != 0) {
                throw new IOException(
                        "ip: " + SafeText.escape(said.lines().findFirst().orElse("status " + ip.exitValue()))
                                + " (expected: success); it was told: " + String.join("; ", commands));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("ip: interrupted while waiting for its end", interrupted);
        } finally {
            ip.destroyForcibly();
        }
    }

    private static Process start(List<String> program) throws IOException {
        try {
            return new ProcessBuilder(program).redirectErrorStream(true).start();
        } catch (IOException refused) {
            throw new IOException(
                    "ip: cannot be started: " + StartError.reason(refused) + " (expected: iproute2, and room for it)",
                    refused);
        }
    }
}
