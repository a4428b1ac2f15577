package org.sockrates.capture.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds the IP packet behind whatever a link put before it (tcpdump.org, LINKTYPE_ values). */
final class LinkLayer {
    /** No IP packet in this frame. */
    static final int NO_IP = -1;

    /** A kind of link that is not read here. */
    static final int UNKNOWN_LINK = -2;

    /** An IP packet of the other version than the link says: nobody takes it. */
    static final int OTHER_VERSION = -3;

    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int LOOP = 108;
    private static final int LINUX_SLL = 113;
    private static final int IPV4 = 228;
    private static final int IPV6 = 229;
    private static final int LINUX_SLL2 = 276;

    /** Raw IP, of either family. */
    static final int RAW = 101;

    /** The same as it was numbered at first, on most systems and on OpenBSD. */
    private static final int OLD_RAW = 12;

    private static final int OPENBSD_RAW = 14;

    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86dd;
    private static final int PPPOE_SESSION = 0x8864;
    private static final int PPP_IPV4 = 0x0021;
    private static final int PPP_IPV6 = 0x0057;

    private LinkLayer() {}

    /**
     * Where the IP header begins.
     *
     * @param frame from its position to its limit, in network order
     * @return bytes from the frame's begin, or {@link #NO_IP}, {@link #UNKNOWN_LINK} or {@link #OTHER_VERSION}
     */
    static int headerBytes(int linkType, ByteBuffer frame) {
        return switch (linkType) {
            case RAW, OLD_RAW, OPENBSD_RAW -> 0;
            case IPV4 -> version(4, frame, 0);
            case IPV6 -> version(6, frame, 0);
            case ETHERNET -> behindType(frame, 12, 14);
            case LINUX_SLL -> behindType(frame, 14, 16);
            case LINUX_SLL2 -> behindType(frame, 0, 20);
            case NULL -> behindFamily(frame, true);
            case LOOP -> behindFamily(frame, false);
            default -> UNKNOWN_LINK;
        };
    }

    /** What the types are called that are read here, for a message. */
    static String known() {
        return "raw IP, Ethernet, loopback or Linux cooked";
    }

    /**
     * VLAN tags (IEEE 802.1Q) are four bytes each, with the type they stand before at their end. A session over Ethernet has six
     * bytes, and behind them PPP's own type (RFC 2516 §4, RFC 1332 §2, RFC 5072 §2).
     */
    private static int behindType(ByteBuffer frame, int typeAt, int headerBytes) {
        int header = headerBytes;
        int at = typeAt;
        int type = u16(frame, at);
        while (type == 0x8100 || type == 0x88a8 || type == 0x9100) {
            at = header + 2;
            header += 4;
            type = u16(frame, at);
        }
        if (type == PPPOE_SESSION) {
            type = u16(frame, header + 6);
            header += 8;
            return behind(type, PPP_IPV4, PPP_IPV6, frame, header);
        }
        return behind(type, ETHERTYPE_IPV4, ETHERTYPE_IPV6, frame, header);
    }

    private static int behind(int type, int four, int six, ByteBuffer frame, int header) {
        boolean ip = type == four || type == six;
        return ip && header <= frame.remaining() ? version(type == four ? 4 : 6, frame, header) : NO_IP;
    }

    /** The place, unless what lies there says of itself that it is the other version. */
    private static int version(int said, ByteBuffer frame, int header) {
        int found = header < frame.remaining() ? frame.get(frame.position() + header) >> 4 : said;
        return found == (said == 4 ? 6 : 4) ? OTHER_VERSION : header;
    }

    /** A BSD loopback: four bytes of address family, in the order of the machine that captured, or in network order. */
    private static int behindFamily(ByteBuffer frame, boolean eitherOrder) {
        if (frame.remaining() < 4) {
            return NO_IP;
        }
        int family = frame.order(ByteOrder.BIG_ENDIAN).getInt(frame.position());
        boolean known = isIp(family) || (eitherOrder && isIp(Integer.reverseBytes(family)));
        return known ? version(family == 2 || family == 2 << 24 ? 4 : 6, frame, 4) : NO_IP;
    }

    /** AF_INET is 2 everywhere; AF_INET6 is 10 on Linux, 24, 28 or 30 on the BSDs and on macOS. */
    private static boolean isIp(int family) {
        return family == 2 || family == 10 || family == 24 || family == 28 || family == 30;
    }

    /** A number of two bytes, or -1 where the frame ends before it. */
    private static int u16(ByteBuffer frame, int at) {
        return at + 2 > frame.remaining()
                ? -1
                : (frame.get(frame.position() + at) & 0xff) << 8 | (frame.get(frame.position() + at + 1) & 0xff);
    }
}
