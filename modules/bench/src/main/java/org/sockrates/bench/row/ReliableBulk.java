package org.sockrates.bench.row;

import java.io.IOException;
import java.util.Map;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Finding;
import org.sockrates.bench.process.Ours;
import org.sockrates.transport.rdt.socket.RdtMachine;

/** What reliability costs: selective repeat over this machine's loopback beside the datagrams it is made of. */
final class ReliableBulk {
    /** How it is taken. */
    static final String HOW = "rdt-sr: a stream over loopback UDP, window " + RdtMachine.WINDOW
            + " packets of 1,400 B; udp: ours, 1,400 B, what arrives";

    private static final int PACKET = 1_400;
    private static final int STREAM = 128 * 1024;
    private static final int BUFFER = 208 * 1024;

    private ReliableBulk() {}

    static Finding measure(Plan plan) throws IOException {
        return new Turns()
                .ours(() -> stream(plan))
                .with("udp", () -> datagrams(plan))
                .take(plan.rounds())
                .against("udp", "rdt-sr bulk", "MB/s at the receiver", Bound.atLeast(0.3));
    }

    private static double stream(Plan plan) throws IOException {
        Ours told = told(plan, "rdt-sr", "sleep")
                .and("size", STREAM)
                .and("into", STREAM)
                .and("gather", 1);
        return OurEnds.anywhere("bulk-sink", "bulk-source", told, told).atServer("bits_per_second") / 8e6;
    }

    private static double datagrams(Plan plan) throws IOException {
        Ours told = told(plan, "udp", "block").and("size", PACKET);
        return OurEnds.anywhere("storm-sink", "storm-source", told, told).atServer("messages_per_second")
                * PACKET
                / 1e6;
    }

    private static Ours told(Plan plan, String protocol, String manner) {
        return plan.told(Map.of("protocol", protocol, "layer", "transport"))
                .and("manner", manner)
                .and("buffer", BUFFER);
    }
}
