package org.sockrates.wire;

import org.jspecify.annotations.Nullable;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.capture.packet.PacketView.Carries;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.PacketHead;

/**
 * Who is the client of whom: tells the way of each packet. On a wire both ends have one address, so only ports tell them
 * apart, and only the beginning tells who called: for TCP who sent the SYN, for UDP who sent first. Remembers the flows seen
 * last, tens of thousands of TCP's and as many of UDP's, of which one never makes room for the other, and allocates nothing.
 * Not for two threads at once.
 *
 * <p>A segment of a connection that never began here is a stranger: the kernel sends it again and again for a connection
 * over a wire that is gone, to an address that this wire has now.
 */
final class Flows {
    private static final int SETS = 4096;
    private static final int PLACES = 8;
    private static final int TABLE = SETS * PLACES;
    private static final long SILENCE_NANOS = 60_000_000_000L;
    private static final int FRAGMENTED = 256;

    private static final int LOW_IS_CLIENT = 1;
    private static final int OPENING = 2;
    private static final int SEEN_UP = 4;
    private static final int SEEN_DOWN = 8;

    /** TCP's, and behind them UDP's: a port is written to from thousands of others while a connection lives on. */
    private final long[] addresses = new long[2 * TABLE];

    private final long[] ports = new long[2 * TABLE];
    private final long[] lastNanos = new long[2 * TABLE];
    private final int[] nextUp = new int[2 * TABLE];
    private final int[] nextDown = new int[2 * TABLE];
    private final byte[] states = new byte[2 * TABLE];
    private final int[] fragmented = new int[FRAGMENTED];
    private final Way[] fragmentedWay = new Way[FRAGMENTED];

    private boolean retransmission;
    /** Whether a connection was forgotten: then whose beginning nobody remembers is no stranger. */
    private boolean forgetful;

    private int last;

    /** The way of a packet as it was read, from here to there; null for a stranger. */
    @Nullable
    Way way(Sighting packet, long nowNanos) {
        retransmission = false;
        @Nullable Way way = found(packet, nowNanos);
        if (way != null && packet.view.moreFragments() && packet.view.fragmentOffset() == 0) {
            int place = packet.view.identification() & (FRAGMENTED - 1);
            fragmented[place] = packet.view.identification();
            fragmentedWay[place] = way;
        }
        return way;
    }

    /** Whether the packet asked about last carries sequence numbers that its sender had sent before. */
    boolean retransmission() {
        return retransmission;
    }

    private @Nullable Way found(Sighting packet, long nowNanos) {
        if (packet.carries() == Carries.TCP) {
            return segmentWay(packet, nowNanos);
        }
        if (packet.carries() == Carries.UDP) {
            return datagramWay(packet, nowNanos);
        }
        if (packet.quotes()) {
            return quotedWay(packet, nowNanos);
        }
        if (packet.view.fragmentOffset() > 0) {
            int place = packet.view.identification() & (FRAGMENTED - 1);
            boolean known = fragmentedWay[place] != null && fragmented[place] == packet.view.identification();
            return known ? fragmentedWay[place] : Way.UPSTREAM;
        }
        return packet.answersEcho() ? Way.DOWNSTREAM : Way.UPSTREAM;
    }

    private @Nullable Way segmentWay(Sighting packet, long nowNanos) {
        int source = packet.sourcePort();
        int destination = packet.destinationPort();
        int flow = flow(packet, IpProtocol.TCP, source, destination, nowNanos);
        boolean fromLow = source <= destination;
        PacketKind kind = packet.kind();
        int sequence = (int) packet.view.tcp().sequence();
        boolean begins =
                kind == PacketKind.SYN && (states[flow] & OPENING) == 0 && !isLast(flow, isUp(flow, fromLow), sequence);
        if (states[flow] == 0 && !begins && !forgetful) {
            return null;
        }
        if (begins || states[flow] == 0) {
            states[flow] = (byte) ((fromLow ? LOW_IS_CLIENT : 0) | OPENING);
        }
        if (kind != PacketKind.SYN) {
            states[flow] &= ~OPENING;
        }
        Way way = isUp(flow, fromLow) ? Way.UPSTREAM : Way.DOWNSTREAM;
        int flags = kind == PacketKind.SYN || kind == PacketKind.SYN_ACK || kind == PacketKind.FIN ? 1 : 0;
        int length = packet.payloadBytes() + flags;
        if (length > 0) {
            retransmission = repeats(flow, way == Way.UPSTREAM, sequence, length);
        }
        return way;
    }

    /** Sequence numbers wrap: what lies less than half of the circle back was sent before (RFC 9293 §3.4). */
    private boolean repeats(int flow, boolean up, int sequence, int length) {
        int[] next = up ? nextUp : nextDown;
        int seen = up ? SEEN_UP : SEEN_DOWN;
        boolean before = (states[flow] & seen) != 0 && sequence - next[flow] < 0;
        if ((states[flow] & seen) == 0 || sequence + length - next[flow] > 0) {
            next[flow] = sequence + length;
            states[flow] |= (byte) seen;
        }
        return before;
    }

    /** Whether a number is the last that was sent this way: who asks for a connection says nothing more until it is answered. */
    private boolean isLast(int flow, boolean up, int number) {
        boolean seen = (states[flow] & (up ? SEEN_UP : SEEN_DOWN)) != 0;
        return seen && number + 1 == (up ? nextUp : nextDown)[flow];
    }

    private Way datagramWay(Sighting packet, long nowNanos) {
        int source = packet.sourcePort();
        int destination = packet.destinationPort();
        int flow = flow(packet, IpProtocol.UDP, source, destination, nowNanos);
        boolean fromLow = source <= destination;
        if (states[flow] == 0) {
            states[flow] = (byte) ((fromLow ? LOW_IS_CLIENT : 0) | OPENING);
        }
        boolean up = isUp(flow, fromLow);
        PacketHead head = packet.head();
        if (head != null && head.numbered()) {
            boolean begins = head.kind() == PacketHead.Kind.OPEN && up && !isLast(flow, true, head.number());
            if (begins) {
                states[flow] &= ~(SEEN_UP | SEEN_DOWN);
            }
            retransmission = repeats(flow, up, head.number(), 1);
        }
        return up ? Way.UPSTREAM : Way.DOWNSTREAM;
    }

    /** An ICMP error goes against the packet it quotes, whose addresses are turned round. */
    private Way quotedWay(Sighting packet, long nowNanos) {
        PacketView quoted = packet.quoted();
        boolean segment = quoted.carries() == Carries.TCP;
        if (!segment && quoted.carries() != Carries.UDP) {
            return Way.DOWNSTREAM;
        }
        int protocol = segment ? IpProtocol.TCP : IpProtocol.UDP;
        int source = segment ? quoted.tcp().sourcePort() : quoted.udp().sourcePort();
        int destination =
                segment ? quoted.tcp().destinationPort() : quoted.udp().destinationPort();
        int flow = flow(packet, protocol, source, destination, nowNanos);
        boolean known = states[flow] != 0;
        return known && !isUp(flow, source <= destination) ? Way.UPSTREAM : Way.DOWNSTREAM;
    }

    private boolean isUp(int flow, boolean fromLow) {
        return fromLow == ((states[flow] & LOW_IS_CLIENT) != 0);
    }

    /** The place of a flow; a new one takes the place of the one silent for longest and has no state. */
    private int flow(Sighting packet, int protocol, int one, int other, long nowNanos) {
        int version = packet.view.version();
        long ends = version == 4 ? packet.addresses(0) : mixed(packet);
        long key =
                (long) version << 40 | (long) protocol << 32 | (long) Math.min(one, other) << 16 | Math.max(one, other);
        if (ports[last] != key || addresses[last] != ends) {
            last = place(protocol == IpProtocol.UDP ? TABLE : 0, ends, key, nowNanos);
        }
        if (protocol == IpProtocol.UDP && nowNanos - lastNanos[last] > SILENCE_NANOS) {
            states[last] = 0;
        }
        lastNanos[last] = nowNanos;
        return last;
    }

    private int place(int table, long ends, long key, long nowNanos) {
        int first = table + (int) (mix(ends ^ mix(key)) >>> 52) * PLACES;
        int oldest = first;
        for (int place = first; place < first + PLACES; place++) {
            if (ports[place] == key && addresses[place] == ends) {
                return place;
            }
            boolean free = ports[place] == 0;
            boolean older = ports[oldest] != 0 && lastNanos[place] - lastNanos[oldest] < 0;
            oldest = free || older ? place : oldest;
        }
        forgetful |= table == 0 && states[oldest] != 0;
        ports[oldest] = key;
        addresses[oldest] = ends;
        lastNanos[oldest] = nowNanos;
        states[oldest] = 0;
        return oldest;
    }

    private static long mixed(Sighting packet) {
        long mixed = 0;
        for (int i = 0; i < 4; i++) {
            mixed = mix(mixed ^ packet.addresses(i));
        }
        return mixed;
    }

    /** Spreads the bits (the finalizer of SplitMix64); the top twelve choose a set. */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
