package org.sockrates.bench.row;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ports;

/** iperf3, one stream, as a peer: bits per second at its receiver. */
record Iperf3(List<String> options, Plan plan) {
    static final String TOOL = "iperf3";

    private static final Pattern RECEIVED =
            Pattern.compile("\"sum_received\":\\s*\\{[^}]*?\"bits_per_second\":\\s*([-+.eE\\d]+)", Pattern.DOTALL);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    double bitsPerSecond() throws IOException {
        int port = Ports.free();
        String at = Integer.toString(port);
        try (Child server = Child.start(List.of(TOOL, "-s", "-1", "-B", "127.0.0.1", "-p", at), LIMIT)) {
            Ports.awaitListening(port);
            List<String> command = new ArrayList<>(List.of(TOOL, "-c", "127.0.0.1", "-p", at, "-J", "-O", "1", "-t"));
            command.add(Integer.toString(plan.windowSeconds()));
            command.addAll(options);
            try (Child client = Child.start(command, LIMIT)) {
                String said = client.output();
                Matcher received = RECEIVED.matcher(said);
                if (!received.find()) {
                    throw new IOException(
                            TOOL + ": no result in: " + said.lines().limit(5).toList());
                }
                return Double.parseDouble(received.group(1));
            }
        }
    }
}
