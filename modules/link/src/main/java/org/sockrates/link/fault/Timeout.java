package org.sockrates.link.fault;

import java.time.Duration;
import java.util.Optional;
import org.sockrates.link.rule.Words;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.text.DurationText;

/**
 * {@code timeout 5s}: nothing passes any more, and after this time the connection is closed; {@code timeout 0s} never closes
 * it.
 */
public record Timeout(Duration after) implements Fault {
    static Timeout parse(Words words) {
        return new Timeout(words.duration("timeout"));
    }

    @Override
    public String word() {
        return "timeout";
    }

    @Override
    public String text() {
        return "timeout " + DurationText.print(after);
    }

    @Override
    public StreamFault seeded(SplitMix64 random) {
        return new StreamFault() {
            @Override
            public void meet(Piece piece, Next next) {
                // swallowed
            }

            @Override
            public Optional<Piece> byItself(long nowNanos) {
                return after.isZero()
                        ? Optional.empty()
                        : Optional.of(Piece.end(Piece.Kind.CLOSE, nowNanos + after.toNanos()));
            }
        };
    }
}
