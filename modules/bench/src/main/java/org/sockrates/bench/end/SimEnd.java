package org.sockrates.bench.end;

import java.io.IOException;
import java.time.Duration;
import org.sockrates.link.LinkSpec;
import org.sockrates.sim.Transfer;
import org.sockrates.transport.rdt.AdaptiveTimeout;
import org.sockrates.transport.rdt.Numbers;
import org.sockrates.transport.rdt.Protocol;

/** Lets a protocol send messages in virtual time, again and again, and tells how many a second of this machine's time. */
final class SimEnd implements End.Program {
    private static final long MILLI = 1_000_000;

    @Override
    public void run(Words words) throws IOException {
        Protocol protocol = Protocol.of(words.text("protocol")).orElseThrow();
        repeat(protocol, words, words.millis("warm"));
        double[] rates = repeat(protocol, words, words.millis("window"));
        End.result("events_per_second", rates[0]);
        End.result("messages_per_second", rates[1]);
    }

    private static double[] repeat(Protocol protocol, Words words, Duration time) {
        long begin = System.nanoTime();
        long events = 0;
        long delivered = 0;
        long seed = 1;
        do {
            Transfer.Outcome outcome = transfer(words, seed++).run(protocol::end);
            if (!outcome.finished() || outcome.wrong() > 0) {
                throw new IllegalStateException(outcome.toString());
            }
            events += outcome.events();
            delivered += outcome.delivered();
        } while (System.nanoTime() - begin < time.toNanos());
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new double[] {events / seconds, delivered / seconds};
    }

    private static Transfer transfer(Words words, long seed) {
        return new Transfer(
                LinkSpec.parse(words.text("link"), seed),
                words.number("count"),
                words.number("size"),
                words.number("of"),
                Numbers.ALL,
                0,
                () -> new AdaptiveTimeout(1_000 * MILLI, 200 * MILLI, 60_000 * MILLI, MILLI),
                Duration.ofDays(10));
    }
}
