package org.sockrates.capture.packet;

import java.util.Optional;

/**
 * One TCP segment as values.
 *
 * @param flags see {@link TcpFlags}
 * @param sequence the number as it is in the header, 0 to 2^32 - 1
 * @param acknowledgment the number as it is in the header, whether or not the ACK flag makes it mean something
 * @param window as it is in the header, not scaled
 * @param urgentPointer as it is in the header: means something with the URG flag (RFC 9293 §3.8.5)
 * @param payloadBytes its data on the link, as far as this packet carries it
 * @param packetBytes the whole packet on the link; where this is the first of several fragments, this one
 * @param part empty where all of it is in this packet; if not, this is the first of several fragments
 */
public record Segment(
        Flow flow,
        int flags,
        long sequence,
        long acknowledgment,
        int window,
        int urgentPointer,
        int payloadBytes,
        int packetBytes,
        TcpOptions options,
        Optional<Fragment> part)
        implements Decoded {

    @Override
    public Segment joined(int end) {
        int missing = part.map(first -> end - first.end()).orElse(0);
        return new Segment(
                flow,
                flags,
                sequence,
                acknowledgment,
                window,
                urgentPointer,
                payloadBytes + missing,
                packetBytes,
                options,
                Optional.empty());
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** How much of the sequence space it takes: its data, and one each for SYN and FIN. */
    public int sequenceLength() {
        return payloadBytes + (has(TcpFlags.SYN) ? 1 : 0) + (has(TcpFlags.FIN) ? 1 : 0);
    }
}
