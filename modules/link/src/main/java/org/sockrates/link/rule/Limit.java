package org.sockrates.link.rule;

import java.util.Optional;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.text.WholeText;

/**
 * {@code limit 100}: at most so many packets are inside the link, waiting or travelling; further ones are dropped. Every
 * link has a limit, 1000 when none is typed, and never holds more than 64 MiB.
 */
public record Limit(int packets) implements Rule {
    /** What netem takes when none is typed. */
    public static final Limit USUAL = new Limit(1000);

    private static final long MOST_BYTES = 64L << 20;

    static Limit parse(Words words) {
        String text = words.take("limit", "a whole number of packets");
        return new Limit(WholeText.parse(words.where() + ": limit", text, 1, 100_000));
    }

    @Override
    public String word() {
        return "limit";
    }

    @Override
    public String text() {
        return "limit " + packets;
    }

    @Override
    public Optional<String> harmToStream() {
        return Optional.empty();
    }

    @Override
    public Impairment seeded(SplitMix64 random) {
        return crossing -> {
            if (crossing.queued() >= packets || crossing.queuedBytes() + crossing.bytes() > MOST_BYTES) {
                crossing.drop(this);
            }
        };
    }
}
