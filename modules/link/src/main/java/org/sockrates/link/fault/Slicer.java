package org.sockrates.link.fault;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.sockrates.link.rule.Words;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.text.SizeText;

/**
 * {@code slicer 100 20 5ms}: bytes arrive in slices of 80 to 120, with pauses between: a stream has no boundaries to keep.
 *
 * @param bytes of a slice
 * @param variationBytes a slice is longer or shorter by up to this, below {@code bytes}
 * @param pause from one slice to the next
 */
public record Slicer(int bytes, int variationBytes, Duration pause) implements Fault {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;
    private static final long SLICES_AT_ONCE = 1024;

    static Slicer parse(Words words) {
        String where = words.where() + ": slicer";
        int bytes = (int) SizeText.parse(where, words.take("slicer", "a size, such as 100"), 1, LARGEST);
        int variation = 0;
        if (words.valueFollows() && !words.nextHasUnitOfTime()) {
            variation = (int) SizeText.parse(where, words.take("slicer", "a size"), 0, LARGEST);
        }
        if (variation >= bytes) {
            throw new UsageException(where, Integer.toString(variation), "a variation below the size " + bytes);
        }
        Duration pause = Duration.ZERO;
        if (words.valueFollows()) {
            pause = DurationText.parse(where, words.take("slicer", "a duration"), Duration.ZERO, LONGEST_PAUSE);
        }
        return new Slicer(bytes, variation, pause);
    }

    @Override
    public String word() {
        return "slicer";
    }

    @Override
    public String text() {
        return "slicer " + bytes
                + (variationBytes == 0 ? "" : " " + variationBytes)
                + (pause.isZero() ? "" : " " + DurationText.print(pause));
    }

    @Override
    public boolean draws() {
        return variationBytes > 0;
    }

    /** How much is best read at once: few slices, since each takes memory while it waits. */
    int pieceBytes(int most) {
        return (int) Math.min(most, SLICES_AT_ONCE * bytes);
    }

    /** A slice costs one draw where sizes vary. */
    @Override
    public StreamFault seeded(SplitMix64 random) {
        return new StreamFault() {
            private long lastNanos;
            private boolean used;

            @Override
            public void meet(Piece piece, Next next) {
                long due = used && lastNanos - piece.dueNanos() > 0 ? lastNanos : piece.dueNanos();
                ByteBuffer rest = piece.bytes().duplicate();
                while (rest.remaining() > 0) {
                    int size = Math.min(rest.remaining(), size(random));
                    next.pass(piece.due(due).part(rest.slice(rest.position(), size)));
                    rest.position(rest.position() + size);
                    due += pause.toNanos();
                    lastNanos = due;
                    used = true;
                }
                if (!piece.isData()) {
                    next.pass(piece.due(due));
                }
            }
        };
    }

    private int size(SplitMix64 random) {
        return variationBytes == 0 ? bytes : bytes - variationBytes + random.nextInt(2 * variationBytes + 1);
    }
}
