package org.sockrates.capture.packet;

import java.nio.ByteBuffer;

/** The Internet checksum (RFC 1071): computed, verified and filled in, for IPv4, TCP, UDP and ICMP over both families. */
public final class Checksum {
    /** What verifying came to. */
    public enum Verdict {
        GOOD,
        /** The IPv4 header's is wrong. */
        BAD_HEADER,
        /** The header's is right, that of what it carries is wrong. */
        BAD_PAYLOAD,
        /** Nothing to verify: cut, a fragment, no IP, a protocol without one, or one that was left to the card. */
        UNKNOWN
    }

    private Checksum() {}

    /** The checksum of a range: the complement of its words' one's complement sum; an odd byte is padded with 0. */
    public static int of(ByteBuffer bytes, int offset, int length) {
        return complement(sum(bytes, offset, length));
    }

    /** Verifies a whole packet: the IPv4 header's checksum, then that of what it carries. */
    public static Verdict verify(PacketView view, ByteBuffer bytes, int offset, int packetBytes) {
        view.wrap(bytes, offset, packetBytes);
        if (view.carries() == PacketView.Carries.NOTHING) {
            return Verdict.UNKNOWN;
        }
        if (view.version() == 4 && of(bytes, offset, view.ipv4().headerBytes()) != 0) {
            return Verdict.BAD_HEADER;
        }
        int at = field(view);
        boolean none = view.carries() == PacketView.Carries.UDP && view.version() == 4 && Octets.u16(bytes, at) == 0;
        if (at < 0 || none || !isWhole(view)) {
            return Verdict.UNKNOWN;
        }
        if (complement(carried(view, bytes)) == 0) {
            return Verdict.GOOD;
        }
        return isLeftToTheCard(view, bytes, at) ? Verdict.UNKNOWN : Verdict.BAD_PAYLOAD;
    }

    /** Fills in a whole packet's checksums, the IPv4 header's and that of what it carries, where there are such. */
    public static void fill(PacketView view, ByteBuffer bytes, int offset, int packetBytes) {
        view.wrap(bytes, offset, packetBytes);
        if (view.carries() == PacketView.Carries.NOTHING) {
            return;
        }
        if (view.version() == 4) {
            Octets.u16(bytes, offset + 10, 0);
            Octets.u16(bytes, offset + 10, of(bytes, offset, view.ipv4().headerBytes()));
        }
        int at = field(view);
        if (at >= 0 && isWhole(view)) {
            Octets.u16(bytes, at, 0);
            int sum = complement(carried(view, bytes));
            boolean none = sum == 0 && view.carries() == PacketView.Carries.UDP;
            Octets.u16(bytes, at, none ? 0xffff : sum);
        }
    }

    /** Where the checksum of what is carried lies, or -1. */
    private static int field(PacketView view) {
        return switch (view.carries()) {
            case TCP -> view.payloadOffset() + 16;
            case UDP -> view.payloadOffset() + 6;
            case ICMP -> view.payloadOffset() + 2;
            case OTHER, NOTHING -> -1;
        };
    }

    /** A kernel puts the pseudo header's sum where a card is to put the checksum; loopback leaves it there. */
    private static boolean isLeftToTheCard(PacketView view, ByteBuffer bytes, int at) {
        return view.carries() != PacketView.Carries.ICMP
                && (complement(pseudoHeader(view, bytes)) ^ Octets.u16(bytes, at)) == 0xffff;
    }

    private static boolean isWhole(PacketView view) {
        boolean whole = view.payloadCaptured() == view.payloadBytes() && !view.moreFragments();
        return whole && (view.carries() != PacketView.Carries.UDP || covered(view) <= view.payloadBytes());
    }

    /** How many bytes the checksum is over: UDP's own length may be shorter than what IP carries. */
    private static int covered(PacketView view) {
        return view.carries() == PacketView.Carries.UDP ? view.udp().datagramBytes() : view.payloadBytes();
    }

    /** What is carried, with the pseudo header before it (RFC 9293 §3.1, RFC 8200 §8.1); ICMP over IPv4 has none. */
    private static long carried(PacketView view, ByteBuffer bytes) {
        long sum = sum(bytes, view.payloadOffset(), covered(view));
        boolean bare = view.version() == 4 && view.carries() == PacketView.Carries.ICMP;
        return bare ? sum : sum + pseudoHeader(view, bytes);
    }

    private static long pseudoHeader(PacketView view, ByteBuffer bytes) {
        return sum(bytes, view.addressesOffset(), 2 * view.addressBytes()) + view.protocol() + covered(view);
    }

    private static long sum(ByteBuffer bytes, int offset, int length) {
        long sum = 0;
        int end = offset + (length & ~1);
        for (int at = offset; at < end; at += 2) {
            sum += Octets.u16(bytes, at);
        }
        return (length & 1) == 0 ? sum : sum + (Octets.u8(bytes, end) << 8);
    }

    private static int complement(long sum) {
        long folded = sum;
        while (folded >> 16 != 0) {
            folded = (folded & 0xffff) + (folded >> 16);
        }
        return (int) ~folded & 0xffff;
    }
}
