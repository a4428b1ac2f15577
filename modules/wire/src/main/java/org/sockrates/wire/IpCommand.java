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

    private IpCommand() {}

    /**
     * Runs commands one after the other, without the word {@code ip}, up to the first that fails.
     *
     * @throws IOException what {@code ip} said, or that it is not there or did not end in time
     */
    static void run(List<String> commands) throws IOException {
        Process ip = start();
        try {
            try (OutputStream in = ip.getOutputStream()) {
                in.write((String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException endedEarly) {
                // it says why below
            }
            String said = new String(ip.getInputStream().readNBytes(10_000), StandardCharsets.UTF_8).strip();
            if (!ip.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("ip: still running after " + LIMIT_SECONDS + " s (expected: at most that)");
            }
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

    private static Process start() throws IOException {
        try {
            return new ProcessBuilder("ip", "-batch", "-")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException refused) {
            throw new IOException(
                    "ip: cannot be started: " + StartError.reason(refused) + " (expected: iproute2, and room for it)",
                    refused);
        }
    }
}
