package org.sockrates.link.fault;

import org.sockrates.link.rule.Rate;

/**
 * The wire of one way of one stream, on which bytes are put at a rate. It outlives the rules: other rules do not make another
 * wire, and what comes waits until those before are off it. That is counted without delays, since who was delayed is on it
 * no longer. Not a path of that name: it is computed.
 */
public final class StreamWire {
    private boolean used;
    private long freeNanos;

    /** The wire at a rate. A piece comes to it as late as it was made by then. */
    StreamFault at(Rate rate) {
        return new StreamFault() {
            private boolean begun;
            private long lateFreeNanos;

            @Override
            public void meet(Piece piece, Next next) {
                long nanos = rate.nanos(piece.bytes().remaining());
                long late = piece.dueNanos() - piece.cameNanos();
                freeNanos = (used ? later(freeNanos, piece.cameNanos()) : piece.cameNanos()) + nanos;
                lateFreeNanos = begun ? later(lateFreeNanos, piece.dueNanos()) + nanos : freeNanos + late;
                used = true;
                begun = true;
                next.pass(piece.off(freeNanos, lateFreeNanos));
            }
        };
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
