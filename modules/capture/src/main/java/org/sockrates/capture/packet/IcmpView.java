package org.sockrates.capture.packet;

import java.nio.ByteBuffer;

/**
 * An ICMP header where it lies, of either family (RFC 792, RFC 4443). Made once and pointed at one message after
 * another; it copies nothing and moves no position.
 */
public final class IcmpView {
    private static final int HEADER = 8;

    private ByteBuffer bytes = Octets.NONE;
    private int offset;
    private int captured;
    private int message;

    /**
     * Points it at a message.
     *
     * @param capturedBytes how many of the message's bytes are in the buffer
     * @param messageBytes how long it was on the link
     * @return whether a whole header is there; if not, every other method throws {@link IndexOutOfBoundsException}
     */
    public boolean wrap(ByteBuffer buffer, int start, int capturedBytes, int messageBytes) {
        bytes = Octets.NONE;
        offset = start;
        message = messageBytes;
        captured = Octets.inside(buffer, start, Math.min(capturedBytes, messageBytes));
        if (captured < HEADER) {
            return false;
        }
        bytes = buffer;
        return true;
    }

    public int type() {
        return Octets.u8(bytes, offset);
    }

    public int code() {
        return Octets.u8(bytes, offset + 1);
    }

    /** The header's second word, which means something else in every type. */
    public int word() {
        return Octets.i32(bytes, offset + 4);
    }

    /** Header and body. */
    public int messageBytes() {
        return Octets.there(bytes, message);
    }

    /** Where the body begins: an echo's data, or the beginning of the packet an error is about. */
    public int bodyOffset() {
        return Octets.there(bytes, offset) + HEADER;
    }

    /** How much of the body is in the buffer. */
    public int bodyCaptured() {
        return Octets.there(bytes, captured) - HEADER;
    }
}
