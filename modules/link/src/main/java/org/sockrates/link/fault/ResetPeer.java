package org.sockrates.link.fault;

import java.time.Duration;
import java.util.Optional;
import org.sockrates.link.rule.Words;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.text.DurationText;

/** {@code reset_peer 1s}: after this time both ends are sent a reset, whatever was under way; {@code 0s} at once. */
public record ResetPeer(Duration after) implements Fault {
    static ResetPeer parse(Words words) {
        return new ResetPeer(words.duration("reset_peer"));
    }

    @Override
    public String word() {
        return "reset_peer";
    }

    @Override
    public String text() {
        return "reset_peer " + DurationText.print(after);
    }

    @Override
    public StreamFault seeded(SplitMix64 random) {
        return new StreamFault() {
            @Override
            public void meet(Piece piece, Next next) {
                next.pass(piece);
            }

            @Override
            public Optional<Piece> byItself(long nowNanos) {
                return Optional.of(Piece.end(Piece.Kind.RESET, nowNanos + after.toNanos()));
            }
        };
    }
}
