package org.sockrates.bench.row;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;
import org.sockrates.bench.process.Pinned;

/**
 * One of our sources sending through a hop to one of our sinks as fast as it can.
 *
 * @param place where the source runs
 * @param result what the sink measures
 */
record Flow(String sink, String source, Ours told, UnaryOperator<List<String>> place, String result) {
    /** A relay that is running. */
    record Hop(int port, AutoCloseable process) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try {
                process.close();
            } catch (Exception failure) {
                throw new IOException("a relay could not be ended", failure);
            }
        }
    }

    /** Starts a relay before a port. */
    interface Hops {
        Hop before(int target) throws IOException;
    }

    /** Datagrams from processor 0 to a socket nobody reads, so that only the hop can be too slow. */
    static Flow datagrams(Plan plan) {
        Ours told = plan.toldToWarmLonger(Map.of("protocol", "udp", "layer", "transport"))
                .and("manner", "block")
                .and("size", 64)
                .and("buffer", 4 << 20);
        return new Flow("storm-well", "storm-source", told, command -> Pinned.to(0, command), "messages_per_second");
    }

    /** A stream between processes that the system places. */
    static Flow stream(Plan plan) {
        Ours told = plan.toldToWarmLonger(Map.of("protocol", "tcp", "layer", "transport"))
                .and("manner", "sleep")
                .and("size", 128 * 1024)
                .and("into", 128 * 1024)
                .and("gather", 4)
                .and("buffer", 0);
        return new Flow("bulk-sink", "bulk-source", told, command -> command, "bits_per_second");
    }

    double through(Hops hops) throws IOException {
        try (Child at = Ours.start(told.command(sink));
                Hop hop = hops.before(Ours.port(at));
                Child from = Ours.start(place.apply(told.and("port", hop.port()).command(source)))) {
            return Ours.result(at, result);
        }
    }
}
