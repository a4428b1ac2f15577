package org.sockrates.bench.row;

import java.io.IOException;
import java.util.Map;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;

/**
 * One of our sources sending to one of our sinks as fast as it can, straight or through a hop.
 *
 * @param kind of the two ends: {@code bulk} or {@code storm}
 * @param result what the sink measures
 */
record Flow(String kind, Ours told, String protocol, String result) {
    /** A relay that is running. */
    record Hop(int port, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /** Starts a relay before a port. */
    interface Hops {
        Hop before(int target, String protocol) throws IOException;
    }

    static Flow datagrams(Plan plan) {
        Ours told = told(plan, "udp").and("manner", "block").and("size", 64).and("buffer", 4 << 20);
        return new Flow("storm", told, "udp", "messages_per_second");
    }

    static Flow stream(Plan plan) {
        Ours told = told(plan, "tcp")
                .and("manner", "sleep")
                .and("size", 128 * 1024)
                .and("into", 128 * 1024)
                .and("gather", 4)
                .and("buffer", 0);
        return new Flow("bulk", told, "tcp", "bits_per_second");
    }

    private static Ours told(Plan plan, String protocol) {
        return Ours.with(Map.of("protocol", protocol, "layer", "transport"))
                .and("warm", plan.warm().toMillis())
                .and("window", plan.window().toMillis());
    }

    double through(Hops hops) throws IOException {
        try (Child sink = Ours.start(told.command(kind + "-sink"));
                Hop hop = hops.before(Ours.port(sink), protocol);
                Child source = Ours.start(told.and("port", hop.port()).command(kind + "-source"))) {
            return Ours.result(sink, result);
        }
    }
}
