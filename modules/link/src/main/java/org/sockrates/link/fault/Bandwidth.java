package org.sockrates.link.fault;

import org.sockrates.link.rule.Rate;
import org.sockrates.link.rule.Words;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.text.RateText;

/** {@code bandwidth 1mbit}: bytes pass no faster than this; nothing is lost, the sender is slowed down. */
public record Bandwidth(long bitsPerSecond) implements Fault {
    private static final int SMALLEST_PIECE_BYTES = 512;
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
        return (int) Math.max(SMALLEST_PIECE_BYTES, Math.min(most, bitsPerSecond / 8 / PIECES_A_SECOND));
    }

    @Override
    public StreamFault seeded(SplitMix64 random) {
        return on(new StreamWire());
    }

    /** On a wire that others may have been on. */
    StreamFault on(StreamWire wire) {
        return wire.at(new Rate(bitsPerSecond));
    }
}
