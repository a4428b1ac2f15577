package org.sockrates.capture.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sockrates.capture.packet.Segment;
import org.sockrates.capture.packet.TcpOptions.SackBlock;

/**
 * A segment in its conversation.
 *
 * @param number its running number, as it was handed in
 * @param timeNanos when it was seen
 * @param stream which conversation, counted from 0
 * @param fromInitiator whether it comes from the end whose segment was seen first
 * @param sequence its first number, counted from its sender's initial one, as if it never wrapped
 * @param acknowledgment what it acknowledges, counted from the other end's initial number
 * @param window its window in bytes, scaled where the scaling is known
 * @param labels what is remarkable about it
 * @param repeated for a duplicate ACK, what it repeats
 * @param sackBlocks what it has beyond what it acknowledges, counted as {@code acknowledgment} is
 * @param roundTrip for the first ACK of a segment, how long that took
 */
public record Analysed(
        long number,
        long timeNanos,
        int stream,
        boolean fromInitiator,
        Segment segment,
        long sequence,
        long acknowledgment,
        long window,
        Set<Label> labels,
        Optional<Repeated> repeated,
        List<SackBlock> sackBlocks,
        Optional<RoundTrip> roundTrip) {

    /**
     * How often an ACK was repeated.
     *
     * @param original the number of the segment that was the first to acknowledge it
     * @param times 1 for the first repetition
     */
    public record Repeated(long original, int times) {}

    /**
     * A segment and its ACK.
     *
     * @param segment the number of the segment that is acknowledged
     * @param nanos from there to here
     * @param once whether all that this ACK acknowledges was sent once; else nobody knows which copy is answered (Karn's
     *     algorithm, RFC 6298 §3), and what came behind a gap has waited until it was filled
     */
    public record RoundTrip(long segment, long nanos, boolean once) {}

    public Analysed {
        labels = Set.copyOf(labels);
        sackBlocks = List.copyOf(sackBlocks);
    }

    /** The same segment, judged as somewhere else. */
    public Analysed judgedAs(Analysed elsewhere) {
        return new Analysed(
                number,
                timeNanos,
                stream,
                fromInitiator,
                segment,
                sequence,
                acknowledgment,
                window,
                elsewhere.labels,
                elsewhere.repeated,
                sackBlocks,
                elsewhere.roundTrip);
    }

    public boolean is(Label label) {
        return labels.contains(label);
    }

    /** The first number behind it. */
    public long sequenceEnd() {
        return sequence + segment.sequenceLength();
    }
}
