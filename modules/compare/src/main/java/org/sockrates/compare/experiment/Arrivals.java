package org.sockrates.compare.experiment;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.zip.CRC32;

/** Counts what arrives of numbered messages: once, twice, late, spoilt. */
final class Arrivals {
    private final Numbered numbered = new Numbered(Numbered.HEAD_BYTES, 0);
    private final BitSet seen = new BitSet();
    private final CRC32 bytes = new CRC32();
    private final Jitter jitter = new Jitter();
    private int highest = -1;
    private long duplicated;
    private long outOfOrder;
    private long corrupted;
    private boolean complete;

    /** @param message from its beginning to its limit */
    void add(ByteBuffer message, long nowNanos) {
        bytes.update(message.duplicate());
        if (!numbered.isSound(message)) {
            corrupted++;
            return;
        }
        int number = Numbered.number(message);
        if (seen.get(number)) {
            duplicated++;
            return;
        }
        seen.set(number);
        if (number < highest) {
            outOfOrder++;
        }
        highest = Math.max(highest, number);
        jitter.add(nowNanos - Numbered.sentNanos(message));
    }

    /** @param complete whether nothing more can come; otherwise nobody waited any longer */
    void end(boolean complete) {
        this.complete = complete;
    }

    /** Whether what has not arrived is lost; otherwise it may still be on its way. */
    boolean isComplete() {
        return complete;
    }

    /** Different messages that arrived sound. */
    long delivered() {
        return seen.cardinality();
    }

    long duplicated() {
        return duplicated;
    }

    /** Messages that came after one with a higher number. */
    long outOfOrder() {
        return outOfOrder;
    }

    long corrupted() {
        return corrupted;
    }

    /** Of all bytes in the order they came. */
    long checksum() {
        return bytes.getValue();
    }

    Jitter jitter() {
        return jitter;
    }
}
