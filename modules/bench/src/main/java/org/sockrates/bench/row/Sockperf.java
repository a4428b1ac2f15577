package org.sockrates.bench.row;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Pinned;
import org.sockrates.bench.process.Ports;

/** sockperf's ping-pong as a peer: the median round trip in microseconds. */
record Sockperf(boolean udp, boolean spinning, int messageBytes, Plan plan) {
    static final String TOOL = "sockperf";

    private static final Pattern MEDIAN = Pattern.compile("percentile 50\\.000\\s*=\\s*([.\\d]+)");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    double medianMicros() throws IOException {
        int port = Ports.free();
        try (Child server = Child.start(Pinned.to(0, command("server", port, List.of())), LIMIT)) {
            if (udp) {
                Ports.awaitBound(port);
            } else {
                Ports.awaitListening(port);
            }
            List<String> asking = List.of(
                    "-m", Integer.toString(messageBytes), "--full-rtt", "-t", Integer.toString(plan.windowSeconds()));
            try (Child client = Child.start(Pinned.to(spinning ? 1 : 0, command("ping-pong", port, asking)), LIMIT)) {
                return Double.parseDouble(client.await(MEDIAN).group(1));
            }
        }
    }

    private List<String> command(String mode, int port, List<String> more) {
        List<String> command = new ArrayList<>(List.of(TOOL, mode, "-i", "127.0.0.1", "-p", Integer.toString(port)));
        if (!udp) {
            command.add("--tcp");
        }
        if (spinning) {
            command.add("--nonblocked");
        }
        command.addAll(more);
        return command;
    }
}
