package org.sockrates.link.rule;

import java.util.StringJoiner;

/**
 * One packet, or one copy of it, on its way through the rules of a link. Belongs to its link, which uses it again
 * for the next packet: whoever is shown one reads it at once, changes nothing and does not keep it. Rules and orders change
 * what becomes of it; it is not the packet's bytes.
 */
public final class Crossing {
    private static final int NO_BIT = -1;
    private static final long NO_RATE = -1;

    /** The words for each set of hits, made once: a packet costs no string. */
    private static final String[] RULES = new String[1 << Rule.SEQUENCE.size()];

    static {
        for (int hits = 0; hits < RULES.length; hits++) {
            StringJoiner words = new StringJoiner(",");
            for (int place = 0; place < Rule.SEQUENCE.size(); place++) {
                if ((hits & 1 << place) != 0) {
                    words.add(Rule.SEQUENCE.get(place));
                }
            }
            RULES[hits] = words.toString();
        }
    }

    private long number;
    private PacketKind kind = PacketKind.DATA;
    private long numberOfKind;
    private int bytes;
    private int sparedBytes;
    private long originNanos;
    private long offeredNanos;
    private long departNanos;
    private long wireFreeNanos;
    private long waitedNanos;
    private long delayNanos;
    private int queued;
    private long queuedBytes;
    private long orderedDelayNanos;
    private String orders = "";
    private int hits;
    private boolean copy;
    private boolean dropped;
    private boolean overtaking;
    private boolean duplicating;
    private String duplicatedBy = "";
    private int flippedBit = NO_BIT;

    /** For one way of a link, and each packet that comes that way. */
    public Crossing() {}

    /** A new packet is offered. Times inside are relative to the link's first packet. */
    public void begin(int packetBytes, int packetSparedBytes, long linkOriginNanos, long nowNanos) {
        bytes = packetBytes;
        sparedBytes = packetSparedBytes;
        originNanos = linkOriginNanos;
        offeredNanos = nowNanos;
        departNanos = nowNanos;
        waitedNanos = NO_RATE;
        delayNanos = 0;
        orderedDelayNanos = 0;
        orders = "";
        hits = 0;
        copy = false;
        dropped = false;
        overtaking = false;
        duplicating = false;
        duplicatedBy = "";
        flippedBit = NO_BIT;
    }

    /** How it is counted. */
    public void numbered(long packetNumber, PacketKind packetKind, long packetNumberOfKind) {
        number = packetNumber;
        kind = packetKind;
        numberOfKind = packetNumberOfKind;
    }

    /** What is in the link when it meets the rules. */
    public void inside(int packets, long packetBytes) {
        queued = packets;
        queuedBytes = packetBytes;
    }

    /** Remembers that the rule at a place of {@link Rule#SEQUENCE} hit. */
    void hit(Rule rule) {
        hits |= 1 << rule.place();
    }

    /** The number of the packet on its way through this link, from 1 on. A copy has the number of its original. */
    public long number() {
        return number;
    }

    /** What the packet is for. */
    public PacketKind kind() {
        return kind;
    }

    /** Its number among those of its kind on its way through this link, from 1 on. */
    public long numberOfKind() {
        return numberOfKind;
    }

    /** How long the packet is, as it was offered. */
    public int bytes() {
        return bytes;
    }

    /** When it was offered, in the time of whoever offered it. */
    public long offeredNanos() {
        return originNanos + offeredNanos;
    }

    /** When it leaves the link, in the time of whoever offered it. */
    public long dueNanos() {
        return originNanos + departNanos + delayNanos + orderedDelayNanos;
    }

    /** Whether it leaves at the moment it was offered. */
    public boolean immediate() {
        return departNanos + delayNanos + orderedDelayNanos == offeredNanos;
    }

    /** Whether it is the extra one that {@code duplicate} made. */
    public boolean copy() {
        return copy;
    }

    public boolean dropped() {
        return dropped;
    }

    /** Whether a bit of it was flipped. */
    public boolean corrupted() {
        return flippedBit != NO_BIT;
    }

    /**
     * What hit it: orders as they were typed, then the words of the rules, {@code drop next data} or
     * {@code duplicate,delay}; empty when nothing did.
     */
    public String rule() {
        String rules = RULES[hits];
        if (orders.isEmpty()) {
            return rules;
        }
        return rules.isEmpty() ? orders : orders + "," + rules;
    }

    /** What is to be said about it in one word. */
    public Verdict verdict() {
        if (dropped) {
            return Verdict.DROPPED;
        }
        if (copy) {
            return Verdict.DUPLICATED;
        }
        if (corrupted()) {
            return Verdict.CORRUPTED;
        }
        if (overtaking) {
            return Verdict.REORDERED;
        }
        return immediate() ? Verdict.PASSED : Verdict.DELAYED;
    }

    /** Packets inside the link at this moment. */
    int queued() {
        return queued;
    }

    long queuedBytes() {
        return queuedBytes;
    }

    /** Bytes a corruption may hit: all behind those that are spared. */
    int fragileBytes() {
        return bytes - sparedBytes;
    }

    public int flippedBit() {
        return flippedBit;
    }

    /** Whether it is data that a rate let on the wire. */
    public boolean waitedForRate() {
        return kind == PacketKind.DATA && waitedNanos != NO_RATE;
    }

    /** How long it waited until its first bit went on the wire; only where it {@link #waitedForRate}. */
    public long waitedNanos() {
        return waitedNanos;
    }

    public int hits() {
        return hits;
    }

    /** The orders that hit it, as they were typed; empty when none did. */
    public String orders() {
        return orders;
    }

    private void hit(Order order) {
        orders = orders.isEmpty() ? order.text() : orders + "," + order.text();
    }

    void drop(Order order) {
        dropped = true;
        orders = order.text();
    }

    void delay(Order order) {
        orderedDelayNanos += order.delay().toNanos();
        hit(order);
    }

    void duplicate(Order order) {
        duplicatedBy = order.text();
    }

    void flip(Order order) {
        flippedBit = (bytes - 1) * 8;
        hit(order);
    }

    /** The packet is thrown away; what other rules did to it no longer matters. */
    void drop(Rule rule) {
        dropped = true;
        orders = "";
        hits = 0;
        hit(rule);
    }

    /** An extra copy is made; it meets the rules behind this one by itself. */
    void duplicate() {
        duplicating = true;
    }

    /** One bit is flipped; the one that an order flipped stays the only one. */
    void flip(Rule rule, int bit) {
        if (!corrupted()) {
            flippedBit = sparedBytes * 8 + bit;
        }
        hit(rule);
    }

    /** The packet travels so long. */
    void delay(Rule rule, long nanos) {
        delayNanos += nanos;
        hit(rule);
    }

    /** The packet travels in no time, ahead of those that are delayed. */
    void overtake(Rule rule) {
        delayNanos = 0;
        hits &= ~(1 << Delay.PLACE);
        overtaking = true;
        hit(rule);
    }

    /** The packet is on the wire so long, from when those before it are off, whatever rule let them on. */
    void transmit(Rule rule, long nanos) {
        long begins = Math.max(wireFreeNanos, departNanos);
        wireFreeNanos = begins + nanos;
        waitedNanos = begins - offeredNanos;
        departNanos = wireFreeNanos;
        hit(rule);
    }

    /** Whether an order has hit it. */
    boolean ordered() {
        return !orders.isEmpty() || !duplicatedBy.isEmpty();
    }

    /** Whether a copy is wanted. */
    public boolean duplicating() {
        return duplicating || !duplicatedBy.isEmpty();
    }

    /** From here on this is the copy, at the state in which its original left the rule that made it. */
    public void becomeCopy() {
        copy = true;
        departNanos = offeredNanos;
        waitedNanos = NO_RATE;
        delayNanos = 0;
        orderedDelayNanos = 0;
        dropped = false;
        overtaking = false;
        flippedBit = NO_BIT;
        orders = duplicatedBy;
        hits = duplicating ? 1 << Duplicate.PLACE : 0;
    }
}
