package org.sockrates.sim.tcp;

import java.nio.ByteBuffer;

/** Writes one segment after another into the same bytes. */
final class SegmentWriter {
    private static final int MOST_OPTION_BYTES = 40;
    private static final short DO_NOT_FRAGMENT = 0x4000;
    private static final byte HOPS = 64;
    private static final byte PROTOCOL = 6;

    private final ByteBuffer bytes;
    private int tcp;

    SegmentWriter(int mostPayloadBytes) {
        bytes = ByteBuffer.allocate(
                Segment.IP_HEADER_BYTES + Segment.TCP_HEADER_BYTES + MOST_OPTION_BYTES + mostPayloadBytes);
    }

    /** Begins a segment; options and payload may be added. */
    SegmentWriter begin(TcpPair pair, int sequence, int acknowledgement, int flags, int window) {
        bytes.clear();
        bytes.put((byte) 0x45).put((byte) 0).putShort((short) 0); // the length comes last
        bytes.putShort((short) 0)
                .putShort(DO_NOT_FRAGMENT)
                .put(HOPS)
                .put(PROTOCOL)
                .putShort((short) 0);
        bytes.putInt(pair.fromAddress()).putInt(pair.toAddress());
        tcp = bytes.position();
        bytes.putShort((short) pair.fromPort()).putShort((short) pair.toPort());
        bytes.putInt(sequence).putInt(acknowledgement);
        bytes.put((byte) 0x50).put((byte) flags).putShort((short) window);
        bytes.putShort((short) 0).putShort((short) 0);
        return this;
    }

    /** What a SYN says: the longest segment this end takes, and how its windows are shifted. */
    SegmentWriter options(int maximumSegmentBytes, int windowScale) {
        bytes.put((byte) 2).put((byte) 4).putShort((short) maximumSegmentBytes);
        if (windowScale != Segment.NO_SCALE) {
            bytes.put((byte) 1).put((byte) 3).put((byte) 3).put((byte) windowScale);
        }
        bytes.put(tcp + 12, (byte) (((bytes.position() - tcp) / Integer.BYTES) << 4));
        return this;
    }

    SegmentWriter payload(ByteRing from, int sequence, int length) {
        from.get(sequence, bytes, length);
        return this;
    }

    /** Sums it up: the whole packet, until the next is begun. */
    ByteBuffer end() {
        int length = bytes.position();
        bytes.putShort(2, (short) length);
        bytes.putShort(10, InternetChecksum.of(InternetChecksum.add(0, bytes, 0, tcp)));
        long sum = InternetChecksum.add(Segment.pseudoHeader(bytes, 0, length - tcp), bytes, tcp, length);
        bytes.putShort(tcp + 16, InternetChecksum.of(sum));
        return bytes.flip();
    }
}
