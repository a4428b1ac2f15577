package org.sockrates.sim.tcp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.link.rule.PacketKind;

/** For whoever hosts machines: what a packet is, and how one is answered that belongs to none of them. */
public final class TcpPackets {
    /**
     * Where a segment lies in its stream.
     *
     * @param end the number behind its last one
     * @param length how many numbers it takes: its bytes, and one each for SYN and FIN
     */
    public record Span(int end, int length, int payloadBytes) {}

    private TcpPackets() {}

    /** Whether a packet is whole and asks for a connection. */
    public static boolean opens(ByteBuffer packet) {
        Segment segment = new Segment();
        return segment.wrap(packet)
                && segment.has(Segment.SYN)
                && !segment.has(Segment.ACK)
                && !segment.has(Segment.RST);
    }

    /** What it is for; {@link PacketKind#OTHER} where it is no segment, or harmed. */
    public static PacketKind kind(ByteBuffer packet) {
        Segment segment = new Segment();
        if (!segment.wrap(packet)) {
            return PacketKind.OTHER;
        }
        if (segment.has(Segment.RST)) {
            return PacketKind.RST;
        }
        if (segment.has(Segment.SYN)) {
            return segment.has(Segment.ACK) ? PacketKind.SYN_ACK : PacketKind.SYN;
        }
        if (segment.has(Segment.FIN)) {
            return PacketKind.FIN;
        }
        return segment.payloadBytes() > 0 ? PacketKind.DATA : PacketKind.ACK;
    }

    /** Where it lies in its stream; empty where it is no segment, or harmed. */
    public static Optional<Span> span(ByteBuffer packet) {
        Segment segment = new Segment();
        if (!segment.wrap(packet)) {
            return Optional.empty();
        }
        int length = segment.length();
        return Optional.of(new Span(segment.sequence() + length, length, segment.payloadBytes()));
    }

    /** The reset that tells its sender that there is no such connection (RFC 9293 §3.10.7.1); none for a reset. */
    public static Optional<ByteBuffer> reset(ByteBuffer packet) {
        Segment segment = new Segment();
        return segment.wrap(packet) ? reset(segment) : Optional.empty();
    }

    /** The same, of a segment that was read; also for one whose acknowledgement cannot be meant (§3.10.7.3, §3.10.7.4). */
    static Optional<ByteBuffer> reset(Segment segment) {
        if (segment.has(Segment.RST)) {
            return Optional.empty();
        }
        TcpPair back = segment.pair().reversed();
        SegmentWriter writer = new SegmentWriter(0);
        if (segment.has(Segment.ACK)) {
            writer.begin(back, segment.acknowledgement(), 0, Segment.RST, 0);
        } else {
            writer.begin(back, 0, segment.sequence() + segment.length(), Segment.RST | Segment.ACK, 0);
        }
        return Optional.of(writer.end());
    }
}
