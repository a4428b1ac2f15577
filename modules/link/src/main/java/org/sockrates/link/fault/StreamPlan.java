package org.sockrates.link.fault;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.rule.Delay;
import org.sockrates.link.rule.Limit;
import org.sockrates.link.rule.Rate;
import org.sockrates.link.rule.Rule;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.SplitMix64;

/**
 * Which faults a stream meets: those of a {@link FaultSpec}, and a link's delay and rate, which a stream can have too. Values
 * only; whoever relays the stream keeps those at work.
 */
public record StreamPlan(LinkSpec link, FaultSpec faults) {
    static final int LINK_PART = 16;
    private static final int TOXICITY_PART = 63;
    /** What a full segment carries on Ethernet: 1500 less the headers of IPv4 and TCP, and its timestamps (RFC 7323). */
    private static final int SEGMENT_BYTES = 1500 - 20 - 20 - 12;
    /** A piece has its room until all of it has left: so it is a small part of what a limit holds, or one segment. */
    private static final int PIECES_OF_A_LIMIT = 64;

    /** @throws IllegalArgumentException when the link has a rule that nothing here does to a stream, and no relay has refused */
    public StreamPlan {
        for (Rule rule : link.typed().all()) {
            boolean streams = rule instanceof Delay || rule instanceof Rate || rule instanceof Limit;
            if (!streams || rule.harmToStream().isPresent()) {
                throw new IllegalArgumentException(rule.word() + ": no part of a stream's plan");
            }
        }
    }

    /**
     * The faults at work in one way of one connection, each with random numbers of its own.
     *
     * @param connection its number, from 1 on
     * @param wire that of a bandwidth
     */
    public List<StreamFault.Active> ofFaults(long connection, Way way, StreamWire wire) {
        List<StreamFault.Active> active = new ArrayList<>();
        if (hits(connection)) {
            for (Fault fault : faults.faults(way)) {
                int part = way.firstPart() + fault.place();
                SplitMix64 random = random(faults.seed(), connection, part);
                active.add(
                        fault instanceof Bandwidth bandwidth
                                ? new StreamFault.Active(fault.word(), bandwidth.on(wire))
                                : StreamFault.Active.of(fault, random));
            }
        }
        return active;
    }

    /**
     * The link's delay and rate at work there; they stand behind the faults.
     *
     * @param wire that of a rate
     */
    public List<StreamFault.Active> ofLink(long connection, Way way, StreamWire wire) {
        List<StreamFault.Active> active = new ArrayList<>();
        for (Rule rule : link.rules(way)) {
            int part = way.firstPart() + LINK_PART + rule.place();
            SplitMix64 random = random(link.seed(), connection, part);
            if (rule instanceof Delay delay) {
                active.add(new StreamFault.Active(rule.word(), new Latency(delay.time()).seeded(random)));
            } else if (rule instanceof Rate rate) {
                active.add(new StreamFault.Active(rule.word(), wire.at(rate)));
            }
        }
        return active;
    }

    private boolean hits(long connection) {
        return random(faults.seed(), connection, TOXICITY_PART).nextDouble() * 100 < faults.toxicityPercent();
    }

    private static SplitMix64 random(long seed, long connection, int part) {
        return SplitMix64.part(SplitMix64.part(seed, (int) connection).nextLong(), part);
    }

    /** How much is best read at once in one way. */
    public int pieceBytes(Way way, int most) {
        int bytes = most;
        for (Fault fault : faults.faults(way)) {
            bytes = fault instanceof Bandwidth bandwidth ? bandwidth.pieceBytes(bytes) : bytes;
            bytes = fault instanceof Slicer slicer ? slicer.pieceBytes(bytes) : bytes;
        }
        for (Rule rule : link.rules(way)) {
            bytes = rule instanceof Rate rate ? new Bandwidth(rate.bitsPerSecond()).pieceBytes(bytes) : bytes;
            bytes = rule instanceof Limit limit ? Math.min(bytes, pieceBytes(limit)) : bytes;
        }
        return bytes;
    }

    private static int pieceBytes(Limit limit) {
        return Math.max(1, limit.packets() / PIECES_OF_A_LIMIT) * SEGMENT_BYTES;
    }

    /**
     * How much is held for one way before its sender is slowed down: what a link's limit would hold, as full segments;
     * without one, what memory there is.
     */
    public long mostHeld(Way way) {
        for (Rule rule : link.rules(way)) {
            if (rule instanceof Limit limit) {
                return (long) limit.packets() * SEGMENT_BYTES;
            }
        }
        return Long.MAX_VALUE;
    }
}
