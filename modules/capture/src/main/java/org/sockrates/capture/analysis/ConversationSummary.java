package org.sockrates.capture.analysis;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.sockrates.capture.packet.Flow;

/**
 * One TCP conversation in numbers.
 *
 * @param stream its number, counted from 0
 * @param flow the direction of the segment that was seen first
 * @param there what went that way
 * @param back what came the other way
 */
public record ConversationSummary(
        int stream, Flow flow, long beginNanos, long endNanos, Direction there, Direction back) {
    /**
     * One direction.
     *
     * @param segments how many, those without data too
     * @param packetBytes all packets from their IP headers on: what it cost on the wire
     * @param payloadBytes the data in them, repeated data too
     * @param newBytes the data that was not seen before, what fills a gap too
     * @param retransmissions segments that repeat, of all three kinds; and those whose label says that they came late, but
     *     whose bytes had all been seen
     * @param outOfOrder segments that came late, with bytes that had not been seen
     * @param dupAcks acknowledgements said again
     * @param roundTrips how long its segments waited for their ACKs, as seen where the capture was made; those alone that
     *     were sent once (RFC 6298 §3)
     */
    public record Direction(
            long segments,
            long packetBytes,
            long payloadBytes,
            long newBytes,
            long retransmissions,
            long outOfOrder,
            long dupAcks,
            RoundTrips roundTrips) {}

    /** Round trips in nanoseconds; the median, beyond 4,096 that of so many drawn evenly, is empty where {@code n} is 0. */
    public record RoundTrips(long n, OptionalLong median) {}

    public long durationNanos() {
        return endNanos - beginNanos;
    }

    /** The part of a direction's bytes on the wire that was new data, 0 to 1; empty where nothing passed. */
    public OptionalDouble efficiency(Direction direction) {
        return direction.packetBytes() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) direction.newBytes() / direction.packetBytes());
    }
}
