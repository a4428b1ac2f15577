package org.sockrates.capture.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The Internet checksum (RFC 1071): computed, verified and filled in, for IPv4, TCP, UDP and ICMP over both families. */
public final class Checksum {
    /** What verifying came to. */
    public enum Verdict {
        GOOD,
        /** The IPv4 header's is wrong. */
        BAD_HEADER,
        /** The header's is right, that of what it carries is wrong. */
        BAD_PAYLOAD,
        /**
         * UDP's own length is less than its header (RFC 768), or more than IP carries, or its fragments are more than a packet
         * can be: no checksum says anything then.
         */
        BAD_LENGTH,
        /** Nothing to verify: cut, a fragment, no IP, a protocol without one, or one that was left to the card. */
        UNKNOWN;

        /** Whether the receiver throws the packet away (RFC 1122 §3.2.1.2, §4.1.3.4). */
        public boolean isBad() {
            return this == BAD_HEADER || this == BAD_PAYLOAD || this == BAD_LENGTH;
        }
    }

    /** What IPv4's length can say with its header, and IPv6's without. */
    private static final int LARGEST = 65_535;

    private Checksum() {}

    /** The checksum of a range: the complement of its words' one's complement sum; an odd byte is padded with 0. */
    public static int of(ByteBuffer bytes, int offset, int length) {
        return complement(sum(bytes, offset, length));
    }

    /**
     * Verifies as much of a packet as was kept, the IPv4 header's checksum, then that of what it carries: of one that was cut,
     * its header and its lengths.
     */
    static Verdict verify(Packet packet) {
        PacketView view = new PacketView();
        packet.view(view);
        if (view.carries() == PacketView.Carries.NOTHING) {
            return Verdict.UNKNOWN;
        }
        ByteBuffer bytes = packet.bytes();
        boolean wrong =
                view.version() == 4 && of(bytes, bytes.position(), view.ipv4().headerBytes()) != 0;
        boolean leftToTheCard = wrong && view.ipv4().checksum() == 0;
        if (wrong && !leftToTheCard) {
            return Verdict.BAD_HEADER;
        }
        if (lies(view)) {
            return Verdict.BAD_LENGTH;
        }
        int at = field(view);
        boolean none = view.carries() == PacketView.Carries.UDP && view.version() == 4 && Octets.u16(bytes, at) == 0;
        if (at < 0 || none || leftToTheCard || !isWhole(view)) {
            return Verdict.UNKNOWN;
        }
        if (complement(carried(view, bytes)) == 0) {
            return Verdict.GOOD;
        }
        return isLeftToTheCard(view, bytes, at) ? Verdict.UNKNOWN : Verdict.BAD_PAYLOAD;
    }

    /** Whether UDP's length cannot be: a first fragment's is the whole datagram's. */
    private static boolean lies(PacketView view) {
        boolean readable = view.fragmentOffset() == 0 && view.payloadCaptured() >= UdpView.HEADER;
        if (view.protocol() != IpProtocol.UDP || !readable) {
            return false;
        }
        boolean tooShort = view.carries() != PacketView.Carries.UDP;
        return tooShort || (!view.moreFragments() && view.udp().exceeds(view.payloadBytes()));
    }

    /**
     * Verifies a datagram or a segment that came in fragments, as its receiver does once it has them all (RFC 8200 §4.5).
     *
     * @param fragments all of them, in the order of what they carry
     */
    public static Verdict verify(List<Packet> fragments) {
        Packet packet = fragments.get(0);
        Verdict own = packet.verdict();
        PacketView first = new PacketView();
        packet.view(first);
        boolean udp = first.carries() == PacketView.Carries.UDP;
        if (own.isBad() || !(udp || first.carries() == PacketView.Carries.TCP)) {
            return own;
        }
        List<PacketView> views = new ArrayList<>();
        int carried = 0;
        for (Packet each : fragments) {
            PacketView view = new PacketView();
            each.view(view);
            views.add(view);
            carried += view.payloadBytes();
        }
        if (first.headersOfWhole() + carried > LARGEST || (udp && first.udp().exceeds(carried))) {
            return Verdict.BAD_LENGTH;
        }
        boolean none = udp && first.version() == 4 && first.udp().checksum() == 0;
        return none
                ? Verdict.UNKNOWN
                : joined(fragments, views, udp ? first.udp().datagramBytes(carried) : carried);
    }

    /** @param covered what the checksum is over: UDP's own length may be shorter than what IP carries */
    private static Verdict joined(List<Packet> fragments, List<PacketView> views, int covered) {
        long sum = pseudoHeader(views.get(0), fragments.get(0).bytes(), covered);
        int left = covered;
        for (int i = 0; i < views.size() && left > 0; i++) {
            PacketView view = views.get(i);
            int wanted = Math.min(left, view.payloadBytes());
            if (view.payloadCaptured() < wanted) {
                return Verdict.UNKNOWN;
            }
            sum += sum(fragments.get(i).bytes(), view.payloadOffset(), wanted);
            left -= wanted;
        }
        return complement(sum) == 0 ? Verdict.GOOD : Verdict.BAD_PAYLOAD;
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
                && (complement(pseudoHeader(view, bytes, covered(view))) ^ Octets.u16(bytes, at)) == 0xffff;
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
        return bare ? sum : sum + pseudoHeader(view, bytes, covered(view));
    }

    private static long pseudoHeader(PacketView view, ByteBuffer bytes, int covered) {
        return sum(bytes, view.addressesOffset(), 2 * view.addressBytes()) + view.protocol() + covered;
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
