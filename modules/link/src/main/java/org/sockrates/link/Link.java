package org.sockrates.link;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.Duplicate;
import org.sockrates.link.rule.Impairment;
import org.sockrates.link.rule.Orders;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Rule;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.SplitMix64;

/**
 * One way of what lies between two endpoints: decides what becomes of each packet, and when it leaves. A pure function of
 * the packets, their times and the seed: no clock, no thread, no socket. Whoever hosts it does the waiting. Not for two
 * threads at once.
 *
 * <p>Conservation holds at every moment: {@code in + duplicated = out + dropped + queued}.
 */
public final class Link {
    /** How many orders a report tells apart. */
    private static final int MOST_ORDERS = 1000;

    private final Way way;
    private final Inside inside = new Inside();
    private final Crossing crossing = new Crossing();
    private final long[] hits = new long[Rule.SEQUENCE.size()];
    private final Map<String, Long> orderHits = new LinkedHashMap<>();
    private final KindNumbers numbersOfKind = new KindNumbers();
    private final Orders orders;

    private Impairment[] impairments = {};
    private int behindDuplicate;
    private long number;
    private long originNanos;
    private boolean started;
    private long latestDueNanos = Long.MIN_VALUE;
    private long earlierDueNanos;

    private long in;
    private long inBytes;
    private long out;
    private long outBytes;
    private long dropped;
    private long duplicated;
    private long corrupted;
    private long reordered;
    private long waited;
    private long waitedNanos;

    /** A link that nothing has passed yet. */
    public Link(LinkSpec spec, Way way) {
        this(spec, way, new Orders());
    }

    /** @param orders what waits to be done to a packet to come; may be shared with the other way */
    public Link(LinkSpec spec, Way way, Orders orders) {
        this.way = way;
        this.orders = orders;
        use(spec);
    }

    /** Told what becomes of an offered packet, within {@link #offer}. */
    public interface Outlet {
        /**
         * The packet leaves at {@link Crossing#dueNanos()}.
         *
         * @param packet the one offered, or a corrupted copy; to be sent or copied before this method returns
         */
        void deliver(ByteBuffer packet, Crossing crossing);

        /** The packet was thrown away by {@link Crossing#rule()}. */
        void drop(ByteBuffer packet, Crossing crossing);
    }

    /**
     * Changes the rules. What is inside stays and leaves at its time, and what comes waits until it is off the wire; counts go
     * on; packets are numbered from 1 again. Orders go on waiting.
     */
    public void use(LinkSpec spec) {
        List<Rule> rules = spec.rulesAtWork(way);
        Impairment[] seeded = new Impairment[rules.size()];
        behindDuplicate = 0;
        for (int i = 0; i < seeded.length; i++) {
            Rule rule = rules.get(i);
            behindDuplicate += rule.place() <= Duplicate.PLACE ? 1 : 0;
            int part = way.firstPart() + rule.place();
            seeded[i] = rule.seeded(SplitMix64.part(spec.seed(), part));
        }
        impairments = seeded;
        number = 0;
        numbersOfKind.startAgain();
    }

    /** As {@link #offer(long, PacketKind, int, ByteBuffer, Outlet)}, for a packet of which a corruption spares nothing. */
    public void offer(long nowNanos, PacketKind kind, ByteBuffer packet, Outlet outlet) {
        offer(nowNanos, kind, 0, packet, outlet);
    }

    /**
     * Decides about one packet. The outlet is told at once: of the packet, and of its copy where one was made.
     *
     * @param nowNanos never less than at the call before
     * @param kind which of the counts it belongs to
     * @param sparedBytes at its front, that a corruption does not hit: its IP header, which no checksum of IPv6 covers
     * @param packet its remaining bytes; position and limit are left to the outlet
     */
    public void offer(long nowNanos, PacketKind kind, int sparedBytes, ByteBuffer packet, Outlet outlet) {
        if (!started) {
            started = true;
            originNanos = nowNanos;
        }
        long now = nowNanos - originNanos;
        out += inside.leave(now);
        in++;
        inBytes += packet.remaining();
        crossing.begin(packet.remaining(), sparedBytes, originNanos, now);
        crossing.numbered(++number, kind, numbersOfKind.next(kind));
        orders.meet(crossing, way);
        crossing.inside(inside.packets(), inside.bytes());
        earlierDueNanos = latestDueNanos;
        meet(0, behindDuplicate);
        boolean copied = !crossing.dropped() && crossing.duplicating();
        meet(behindDuplicate, impairments.length);
        pass(packet, outlet);
        if (copied) {
            duplicated++;
            crossing.becomeCopy();
            crossing.inside(inside.packets(), inside.bytes());
            meet(behindDuplicate, impairments.length);
            pass(packet, outlet);
        }
    }

    private void meet(int from, int to) {
        for (int i = from; i < to && !crossing.dropped(); i++) {
            impairments[i].meet(crossing);
        }
    }

    private void pass(ByteBuffer packet, Outlet outlet) {
        count();
        int position = packet.position();
        int limit = packet.limit();
        if (crossing.dropped()) {
            outlet.drop(packet, crossing);
        } else {
            leave();
            outlet.deliver(crossing.corrupted() ? flipped(packet) : packet, crossing);
        }
        packet.limit(limit).position(position);
    }

    private void leave() {
        long due = crossing.dueNanos() - originNanos;
        reordered += due < earlierDueNanos ? 1 : 0;
        latestDueNanos = Math.max(latestDueNanos, due);
        if (crossing.immediate()) {
            out++;
            outBytes += crossing.bytes();
        } else {
            inside.enter(due, crossing.bytes());
        }
    }

    private void count() {
        if (crossing.dropped()) {
            dropped++;
        } else {
            corrupted += crossing.corrupted() ? 1 : 0;
            if (crossing.waitedForRate()) {
                waited++;
                waitedNanos += crossing.waitedNanos();
            }
        }
        for (int place = 0, mask = crossing.hits(); mask != 0; place++, mask >>>= 1) {
            hits[place] += mask & 1;
        }
        if (!crossing.orders().isEmpty()) {
            for (String order : crossing.orders().split(",", -1)) {
                boolean told = orderHits.size() < MOST_ORDERS || orderHits.containsKey(order);
                orderHits.merge(told ? order : "other orders", 1L, Long::sum);
            }
        }
    }

    private ByteBuffer flipped(ByteBuffer packet) {
        ByteBuffer copy = ByteBuffer.allocate(packet.remaining());
        copy.put(packet.duplicate()).flip();
        int at = crossing.flippedBit() / 8;
        return copy.put(at, (byte) (copy.get(at) ^ 1 << crossing.flippedBit() % 8));
    }

    /** What has passed up to a time, which is never less than that of the last packet. */
    public LinkReport report(long nowNanos) {
        out += inside.leave(nowNanos - originNanos);
        Map<String, Long> byRule = new LinkedHashMap<>(orderHits);
        for (int place = 0; place < hits.length; place++) {
            if (hits[place] > 0) {
                byRule.put(Rule.SEQUENCE.get(place), hits[place]);
            }
        }
        return new LinkReport(
                in,
                out,
                dropped,
                duplicated,
                reordered,
                corrupted,
                inside.packets(),
                inBytes,
                outBytes + inside.leftBytes(),
                byRule,
                new Waits(waited, waitedNanos));
    }
}
