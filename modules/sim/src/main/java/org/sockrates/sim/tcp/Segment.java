package org.sockrates.sim.tcp;

import java.nio.ByteBuffer;

/**
 * A segment where it lies, in an IPv4 packet without options: the bytes that the kernel would put on a wire, so that lengths
 * count alike. Made once and pointed at one packet after another.
 */
final class Segment {
    static final int IP_HEADER_BYTES = 20;
    static final int TCP_HEADER_BYTES = 20;

    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;

    static final int NO_SCALE = -1;

    private static final int VERSION_AND_LENGTH = 0x45;
    private static final int PROTOCOL_AT = 9;
    private static final int PROTOCOL = 6;
    private static final int ADDRESSES_AT = 12;
    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int MAXIMUM_SEGMENT_SIZE = 2;
    private static final int WINDOW_SCALE = 3;

    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private int start;
    private int tcp;
    private int end;
    private int payload;
    private int maximumSegmentBytes;
    private int windowScale;

    /** Points it at a packet, its remaining bytes; answers whether they are a segment and unharmed. */
    boolean wrap(ByteBuffer packet) {
        bytes = packet;
        start = packet.position();
        tcp = start + IP_HEADER_BYTES;
        end = packet.limit();
        return packet.remaining() >= IP_HEADER_BYTES + TCP_HEADER_BYTES && isPacket() && isSegment() && readOptions();
    }

    private boolean isPacket() {
        return bytes.get(start) == VERSION_AND_LENGTH
                && Short.toUnsignedInt(bytes.getShort(start + 2)) == end - start
                && bytes.get(start + PROTOCOL_AT) == PROTOCOL
                && InternetChecksum.holds(InternetChecksum.add(0, bytes, start, tcp));
    }

    private boolean isSegment() {
        payload = tcp + ((bytes.get(tcp + 12) >>> 4) & 0xf) * Integer.BYTES;
        return payload >= tcp + TCP_HEADER_BYTES
                && payload <= end
                && InternetChecksum.holds(InternetChecksum.add(pseudoHeader(bytes, start, end - tcp), bytes, tcp, end));
    }

    /** What TCP sums beside its own bytes (RFC 9293 §3.1). */
    static long pseudoHeader(ByteBuffer packet, int start, int segmentBytes) {
        return InternetChecksum.add(
                (long) PROTOCOL + segmentBytes, packet, start + ADDRESSES_AT, start + IP_HEADER_BYTES);
    }

    private boolean readOptions() {
        maximumSegmentBytes = 536; // RFC 9293 §3.7.1, where none is named
        windowScale = NO_SCALE;
        int at = tcp + TCP_HEADER_BYTES;
        while (at < payload && bytes.get(at) != END) {
            if (bytes.get(at) == NO_OPERATION) {
                at++;
                continue;
            }
            int length = at + 1 < payload ? bytes.get(at + 1) & 0xff : 0;
            if (length < 2 || at + length > payload) {
                return false;
            }
            read(bytes.get(at), at + 2, length);
            at += length;
        }
        return true;
    }

    private void read(int option, int at, int length) {
        if (option == MAXIMUM_SEGMENT_SIZE && length == 4) {
            maximumSegmentBytes = Short.toUnsignedInt(bytes.getShort(at));
        } else if (option == WINDOW_SCALE && length == 3) {
            windowScale = Math.min(bytes.get(at) & 0xff, 14); // RFC 7323 §2.3
        }
    }

    TcpPair pair() {
        int addresses = start + ADDRESSES_AT;
        return new TcpPair(
                bytes.getInt(addresses),
                Short.toUnsignedInt(bytes.getShort(tcp)),
                bytes.getInt(addresses + 4),
                Short.toUnsignedInt(bytes.getShort(tcp + 2)));
    }

    /** Whether it goes this way. */
    boolean isBetween(TcpPair pair) {
        return bytes.getInt(start + ADDRESSES_AT) == pair.fromAddress()
                && bytes.getInt(start + ADDRESSES_AT + 4) == pair.toAddress()
                && Short.toUnsignedInt(bytes.getShort(tcp)) == pair.fromPort()
                && Short.toUnsignedInt(bytes.getShort(tcp + 2)) == pair.toPort();
    }

    int sequence() {
        return bytes.getInt(tcp + 4);
    }

    int acknowledgement() {
        return bytes.getInt(tcp + 8);
    }

    boolean has(int flag) {
        return (bytes.get(tcp + 13) & flag) != 0;
    }

    /** As it stands in the header, not scaled. */
    int window() {
        return Short.toUnsignedInt(bytes.getShort(tcp + 14));
    }

    int maximumSegmentBytes() {
        return maximumSegmentBytes;
    }

    /** By how many bits the other end's windows will be shifted; {@link #NO_SCALE} where it does not say. */
    int windowScale() {
        return windowScale;
    }

    int payloadBytes() {
        return end - payload;
    }

    /** How many numbers it takes: its bytes, and one each for SYN and FIN. */
    int length() {
        return payloadBytes() + (has(SYN) ? 1 : 0) + (has(FIN) ? 1 : 0);
    }

    /** Gives a part of the payload: a view on the packet, to be used at once. */
    ByteBuffer payload(int from, int length) {
        return bytes.slice(payload + from, length);
    }
}
