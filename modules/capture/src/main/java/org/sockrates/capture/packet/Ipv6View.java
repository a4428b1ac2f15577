package org.sockrates.capture.packet;

import java.nio.ByteBuffer;

/**
 * An IPv6 header and the extension headers behind it, where they lie (RFC 8200 §3, §4). Made once and pointed at one
 * packet after another; it copies nothing and moves no position.
 */
final class Ipv6View {
    static final int HEADER = 40;
    static final int FRAGMENT_HEADER = 8;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION_OPTIONS = 60;

    private ByteBuffer bytes = Octets.NONE;
    private int offset;
    private int captured;
    private int total;
    private int protocol;
    private int headers;
    private int fragmentEnd;
    private int fragment;
    private int identification;

    /**
     * Points it at a packet.
     *
     * @param capturedBytes how many of the packet's bytes are in the buffer
     * @param originalBytes how many there were on the link
     * @return whether all headers are there, whole; if not, every other method throws {@link IndexOutOfBoundsException}
     */
    boolean wrap(ByteBuffer buffer, int start, int capturedBytes, int originalBytes) {
        bytes = Octets.NONE;
        offset = start;
        captured = Octets.inside(buffer, start, Math.min(capturedBytes, originalBytes));
        if (captured < HEADER || Octets.u8(buffer, start) >> 4 != 6) {
            return false;
        }
        int claimed = Octets.u16(buffer, start + 4);
        // 0 is a jumbogram (RFC 2675), or the work of a network card that cuts segments itself.
        total = claimed == 0 ? originalBytes : Math.min(HEADER + claimed, originalBytes);
        captured = Math.min(captured, total);
        protocol = Octets.u8(buffer, start + 6);
        headers = HEADER;
        fragment = 0;
        identification = 0;
        while (isExtension(protocol)) {
            if (headers + 8 > captured) {
                return false;
            }
            extension(buffer, start + headers);
        }
        if (headers > captured) {
            return false;
        }
        bytes = buffer;
        return true;
    }

    /** Every extension header is at least 8 bytes long, so the walk ends where the bytes end. */
    private void extension(ByteBuffer buffer, int at) {
        int units = Octets.u8(buffer, at + 1);
        int kind = protocol;
        protocol = Octets.u8(buffer, at);
        if (kind == FRAGMENT) {
            fragment = Octets.u16(buffer, at + 2) | 0x1_0000;
            identification = Octets.i32(buffer, at + 4);
            headers += FRAGMENT_HEADER;
            fragmentEnd = headers;
        } else {
            headers += kind == AUTHENTICATION ? Math.max(8, (units + 2) * 4) : (units + 1) * 8;
        }
    }

    /** What lies behind a fragment that is not the first is no header, whatever its number says. */
    private boolean isExtension(int number) {
        boolean known = number == HOP_BY_HOP
                || number == ROUTING
                || number == FRAGMENT
                || number == AUTHENTICATION
                || number == DESTINATION_OPTIONS;
        return known && (fragment & 0xfff8) == 0;
    }

    /** The fixed header and all extension headers. */
    int headerBytes() {
        return Octets.there(bytes, headers);
    }

    /** The packet's length: what the header claims, as far as there was so much on the link. */
    int totalBytes() {
        return Octets.there(bytes, total);
    }

    /** What it carries behind all extension headers, see {@link IpProtocol}. */
    int protocol() {
        return Octets.there(bytes, protocol);
    }

    /** A fragment's; 0 where there is no fragment header. */
    int identification() {
        return Octets.there(bytes, identification);
    }

    boolean moreFragments() {
        return (Octets.there(bytes, fragment) & 1) != 0;
    }

    /** Where in the whole datagram this fragment's payload begins, in bytes. */
    int fragmentOffset() {
        return Octets.there(bytes, fragment) & 0xfff8;
    }

    /** How many bytes of extension headers stand behind a fragment's: they are part of the whole. */
    int headersBehindFragment() {
        return Octets.there(bytes, headers) - fragmentEnd;
    }

    /** Where the source address lies, 16 bytes; the destination follows it. */
    int addressesOffset() {
        return Octets.there(bytes, offset) + 8;
    }

    int payloadOffset() {
        return Octets.there(bytes, offset) + headers;
    }

    /** The payload's length on the link. */
    int payloadBytes() {
        return Octets.there(bytes, total) - headers;
    }

    /** How much of the payload is in the buffer. */
    int payloadCaptured() {
        return Octets.there(bytes, captured) - headers;
    }
}
