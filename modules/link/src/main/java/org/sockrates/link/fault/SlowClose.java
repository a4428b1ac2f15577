package org.sockrates.link.fault;

import java.time.Duration;
import org.sockrates.link.rule.Words;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.text.DurationText;

/** {@code slow_close 2s}: the end of the stream arrives so much later than its bytes. */
public record SlowClose(Duration delay) implements Fault {
    static SlowClose parse(Words words) {
        return new SlowClose(words.duration("slow_close"));
    }

    @Override
    public String word() {
        return "slow_close";
    }

    @Override
    public String text() {
        return "slow_close " + DurationText.print(delay);
    }

    @Override
    public StreamFault seeded(SplitMix64 random) {
        return (piece, next) -> next.pass(piece.isData() ? piece : piece.due(piece.dueNanos() + delay.toNanos()));
    }
}
