package org.sockrates.capture.packet;

import java.nio.ByteBuffer;

/**
 * A UDP header where it lies (RFC 768). Made once and pointed at one datagram after another; it copies nothing and moves
 * no position.
 */
public final class UdpView {
    static final int HEADER = 8;

    private ByteBuffer bytes = Octets.NONE;
    private int offset;
    private int captured;
    private int present;

    /**
     * Points it at a datagram.
     *
     * @param capturedBytes how many of the datagram's bytes are in the buffer
     * @param presentBytes how many there were on the link, header included
     * @param jumbo whether a length of 0 can be, which only IPv6 knows (RFC 2675 §4)
     * @return whether a whole header is there, of a length that is not less than its own; if not, every other method throws
     *     {@link IndexOutOfBoundsException}
     */
    public boolean wrap(ByteBuffer buffer, int start, int capturedBytes, int presentBytes, boolean jumbo) {
        bytes = Octets.NONE;
        offset = start;
        present = presentBytes;
        captured = Octets.inside(buffer, start, Math.min(capturedBytes, presentBytes));
        if (captured < HEADER) {
            return false;
        }
        int claimed = Octets.u16(buffer, start + 4);
        if (claimed < HEADER && !(claimed == 0 && jumbo)) {
            return false;
        }
        bytes = buffer;
        return true;
    }

    public int sourcePort() {
        return Octets.u16(bytes, offset);
    }

    public int destinationPort() {
        return Octets.u16(bytes, offset + 2);
    }

    /**
     * Header and payload as the header claims; more than this packet has where it is the first of several fragments, or where
     * the header lies.
     */
    public int datagramBytes() {
        return datagramBytes(present);
    }

    /** The same, of a datagram of which IP carries so much; a jumbogram is as long as that. */
    int datagramBytes(int carried) {
        int claimed = Octets.u16(bytes, offset + 4);
        return claimed == 0 ? carried : claimed;
    }

    /** Whether it claims to be longer than all that IP carries of it: then its receiver throws it away. */
    boolean exceeds(int carried) {
        return datagramBytes(carried) > carried;
    }

    /** 0 where the sender made none. */
    public int checksum() {
        return Octets.u16(bytes, offset + 6);
    }

    public int payloadOffset() {
        return Octets.there(bytes, offset) + HEADER;
    }

    /** As the header claims. */
    public int payloadBytes() {
        return datagramBytes() - HEADER;
    }

    /** As much of it as there was on the link, in the first of several fragments what that one carries. */
    public int payloadPresent() {
        return Math.min(datagramBytes(), present) - HEADER;
    }

    /** How much of the payload is in the buffer. */
    public int payloadCaptured() {
        return Math.min(captured, datagramBytes()) - HEADER;
    }
}
