package org.sockrates.link;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockrates.transport.SplitMix64;

/**
 * One way of what lies between two endpoints: decides what becomes of each packet, and when it leaves. A pure function of
 * the packets, their times and the seed: no clock, no thread, no socket. Whoever hosts it does the waiting. Not for two
 * threads at once.
 *
 * <p>Conservation holds at every moment: {@code in + duplicated = out + dropped + queued}.
 */
public final class Link {
    private final Way way;
    private final Inside inside = new Inside();
    private final Crossing crossing = new Crossing();
    private final long[] hits = new long[Rule.ORDER.size()];

    private Impairment[] impairments = {};
    private long number;
    private long originNanos;
    private boolean started;

    private long in;
    private long inBytes;
    private long out;
    private long outBytes;
    private long dropped;
    private long duplicated;
    private long corrupted;
    private long reordered;

    /** A link that nothing has passed yet. */
    public Link(LinkSpec spec, Way way) {
        this.way = way;
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
     * Changes the rules. What is inside stays and leaves at its time; counts go on; packets are numbered from 1 again.
     */
    public void use(LinkSpec spec) {
        List<Rule> rules = spec.rulesAtWork(way);
        Impairment[] seeded = new Impairment[rules.size()];
        for (int i = 0; i < seeded.length; i++) {
            Rule rule = rules.get(i);
            int part = way.firstPart() + rule.place();
            seeded[i] = rule.seeded(SplitMix64.part(spec.seed(), part));
        }
        impairments = seeded;
        number = 0;
    }

    /**
     * Decides about one packet. The outlet is told at once: of the packet, and of its copy where one was made.
     *
     * @param nowNanos never less than at the call before
     * @param packet its remaining bytes; position and limit are left to the outlet
     */
    public void offer(long nowNanos, ByteBuffer packet, Outlet outlet) {
        if (!started) {
            started = true;
            originNanos = nowNanos;
        }
        long now = nowNanos - originNanos;
        out += inside.leave(now);
        in++;
        inBytes += packet.remaining();
        crossing.begin(++number, packet.remaining(), originNanos, now);
        int copiedAt = pass(0, packet, outlet);
        if (copiedAt > 0) {
            duplicated++;
            crossing.becomeCopy();
            pass(copiedAt, packet, outlet);
        }
    }

    /** Answers where a copy goes on, or 0. */
    private int pass(int from, ByteBuffer packet, Outlet outlet) {
        int copiedAt = 0;
        crossing.inside(inside.packets(), inside.bytes());
        for (int i = from; i < impairments.length && !crossing.dropped(); i++) {
            impairments[i].meet(crossing);
            if (crossing.takeDuplicate()) {
                copiedAt = i + 1;
            }
        }
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
        return copiedAt;
    }

    private void leave() {
        if (crossing.immediate()) {
            out++;
            outBytes += crossing.bytes();
        } else {
            inside.enter(crossing.dueNanos() - originNanos, crossing.bytes());
        }
    }

    private void count() {
        if (crossing.dropped()) {
            dropped++;
        } else {
            corrupted += crossing.corrupted() ? 1 : 0;
            reordered += crossing.overtaking() ? 1 : 0;
        }
        for (int place = 0, mask = crossing.hits(); mask != 0; place++, mask >>>= 1) {
            hits[place] += mask & 1;
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
        if (started) {
            out += inside.leave(nowNanos - originNanos);
        }
        Map<String, Long> byRule = new LinkedHashMap<>();
        for (int place = 0; place < hits.length; place++) {
            if (hits[place] > 0) {
                byRule.put(Rule.ORDER.get(place), hits[place]);
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
                byRule);
    }
}
