package org.sockrates.capture.packet;

import java.nio.ByteBuffer;

/**
 * An IPv4 header where it lies (RFC 791 §3.1). Made once and pointed at one packet after another; it copies nothing and
 * moves no position. Readings are absolute places in the buffer.
 */
final class Ipv4View {
    private static final int LEAST_HEADER = 20;

    private ByteBuffer bytes = Octets.NONE;
    private int offset;
    private int captured;
    private int total;

    /**
     * Points it at a packet.
     *
     * @param capturedBytes how many of the packet's bytes are in the buffer
     * @param originalBytes how many there were on the link
     * @return whether a whole header is there; if not, every other method throws {@link IndexOutOfBoundsException}
     */
    boolean wrap(ByteBuffer buffer, int start, int capturedBytes, int originalBytes) {
        bytes = Octets.NONE;
        offset = start;
        captured = Octets.inside(buffer, start, Math.min(capturedBytes, originalBytes));
        if (captured < LEAST_HEADER || Octets.u8(buffer, start) >> 4 != 4) {
            return false;
        }
        int header = (Octets.u8(buffer, start) & 0xf) * 4;
        int claimed = Octets.u16(buffer, start + 2);
        // A network card that cuts segments itself leaves 0 here.
        total = claimed == 0 ? originalBytes : Math.min(claimed, originalBytes);
        captured = Math.min(captured, total);
        if (header < LEAST_HEADER || header > captured) {
            return false;
        }
        bytes = buffer;
        return true;
    }

    int headerBytes() {
        return (Octets.u8(bytes, offset) & 0xf) * 4;
    }

    /** The packet's length: what the header claims, as far as there was so much on the link. */
    int totalBytes() {
        return Octets.there(bytes, total);
    }

    int identification() {
        return Octets.u16(bytes, offset + 4);
    }

    boolean moreFragments() {
        return (Octets.u8(bytes, offset + 6) & 0x20) != 0;
    }

    /** Where in the whole datagram this fragment's payload begins, in bytes. */
    int fragmentOffset() {
        return (Octets.u16(bytes, offset + 6) & 0x1fff) * 8;
    }

    /** What it carries, see {@link IpProtocol}. */
    int protocol() {
        return Octets.u8(bytes, offset + 9);
    }

    int checksum() {
        return Octets.u16(bytes, offset + 10);
    }

    /** Where the source address lies; the destination follows it. */
    int addressesOffset() {
        return Octets.there(bytes, offset) + 12;
    }

    int payloadOffset() {
        return offset + headerBytes();
    }

    /** The payload's length on the link. */
    int payloadBytes() {
        return total - headerBytes();
    }

    /** How much of the payload is in the buffer. */
    int payloadCaptured() {
        return captured - headerBytes();
    }
}
