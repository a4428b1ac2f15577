package org.sockrates.link;

import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.text.RateText;

/** {@code bandwidth 1mbit}: bytes pass no faster than this; nothing is lost, the sender is slowed down. */
public record Bandwidth(long bitsPerSecond) implements Fault {
    private static final int SMALLEST_PIECE = 512;
    private static final int PIECES_A_SECOND = 200;

    static Bandwidth parse(Words words) {
        String text = words.take("bandwidth", "a rate, such as 1mbit");
        return new Bandwidth(RateText.parse(words.where() + ": bandwidth", text));
    }

    @Override
    public String word() {
        return "bandwidth";
    }

    @Override
    public String text() {
        return "bandwidth " + RateText.print(bitsPerSecond);
    }

    /** How much is best read at once, so that bytes flow and do not come in heaps. */
    int pieceBytes(int most) {
        return (int) Math.max(SMALLEST_PIECE, Math.min(most, bitsPerSecond / 8 / PIECES_A_SECOND));
    }

    @Override
    public StreamFault seeded(SplitMix64 random) {
        return wire(false, 0);
    }

    /** On a wire that is not free before. */
    StreamFault busyUntil(long nanos) {
        return wire(true, nanos);
    }

    private StreamFault wire(boolean busy, long untilNanos) {
        Rate rate = new Rate(bitsPerSecond);
        return new StreamFault() {
            private boolean used = busy;
            private long freeNanos = untilNanos;

            @Override
            public void meet(Piece piece, Next next) {
                boolean waits = used && freeNanos - piece.dueNanos() > 0;
                freeNanos = (waits ? freeNanos : piece.dueNanos())
                        + rate.nanos(piece.bytes().remaining());
                used = true;
                next.pass(piece.due(freeNanos));
            }
        };
    }
}
