package org.sockrates.link.rule;

import java.time.Duration;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.text.NearestWord;
import org.sockrates.transport.text.PercentText;

/**
 * A time that varies: {@code 20ms}, {@code 20ms 5ms}, {@code 20ms 5ms 25% distribution normal}. Never below zero.
 *
 * @param mean of the distribution, before times below zero become zero
 * @param jitter how far it spreads; what that means, {@link Distribution} says
 * @param correlationPercent how likely a packet takes just as long as the one before
 */
public record Jitter(Duration mean, Duration jitter, double correlationPercent, Distribution distribution) {
    /** Takes a time, and what follows of jitter, correlation and distribution. */
    public static Jitter parse(Words words, String of) {
        Duration mean = words.duration(of);
        Duration jitter = words.valueFollows() ? words.duration(of) : Duration.ZERO;
        double correlation = jitter.isZero() ? 0 : words.percentOr(of, 0);
        return new Jitter(mean, jitter, correlation, distribution(words, of, jitter));
    }

    private static Distribution distribution(Words words, String of, Duration jitter) {
        if (!words.takeIf("distribution")) {
            return Distribution.UNIFORM;
        }
        if (jitter.isZero()) {
            throw new UsageException(words.where() + ": " + of + ": distribution without jitter (expected: " + of
                    + " 20ms 5ms" + " distribution normal)");
        }
        String word = words.take("distribution", String.join(" ", Distribution.WORDS));
        return Distribution.of(word)
                .orElseThrow(() -> NearestWord.unknown(words.where() + ": distribution", word, Distribution.WORDS));
    }

    /** As it was typed. */
    public String text() {
        if (jitter.isZero()) {
            return DurationText.print(mean);
        }
        return DurationText.print(mean) + " " + DurationText.print(jitter)
                + (correlationPercent > 0 ? " " + PercentText.print(correlationPercent) : "")
                + (distribution == Distribution.UNIFORM ? "" : " distribution " + distribution.word());
    }

    /** A fresh state; without jitter nothing is drawn. */
    public Nanos nanos(SplitMix64 random) {
        return new Nanos(random);
    }

    /** Gives the time of each packet in turn. */
    public final class Nanos {
        private final SplitMix64 random;
        private double last = Double.NaN;

        private Nanos(SplitMix64 random) {
            this.random = random;
        }

        /**
         * How long the next packet takes. With a correlation one number is drawn first; below it the packet repeats the
         * deviation before, if there was one, and draws no other.
         */
        public long next() {
            if (jitter.isZero()) {
                return mean.toNanos();
            }
            boolean repeat = correlationPercent > 0 && random.nextDouble() < correlationPercent / 100;
            if (!repeat || Double.isNaN(last)) {
                last = distribution.deviation(random);
            }
            return Math.max(0, mean.toNanos() + (long) (last * jitter.toNanos()));
        }
    }
}
