package org.sockrates.link.fault;

import org.sockrates.link.rule.Jitter;
import org.sockrates.link.rule.Words;
import org.sockrates.transport.SplitMix64;

/** {@code latency 100ms 20ms}: everything arrives so much later, the end too; with jitter, but never out of order. */
public record Latency(Jitter time) implements Fault {
    static Latency parse(Words words) {
        return new Latency(Jitter.parse(words, "latency"));
    }

    @Override
    public String word() {
        return "latency";
    }

    @Override
    public String text() {
        return "latency " + time.text();
    }

    @Override
    public boolean draws() {
        return !time.jitter().isZero();
    }

    @Override
    public StreamFault seeded(SplitMix64 random) {
        Jitter.Nanos nanos = time.nanos(random);
        return (piece, next) -> next.pass(piece.due(piece.dueNanos() + nanos.next()));
    }
}
