package org.sockrates.link.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.transport.SplitMix64;

/** How a delay spreads around its mean, in netem's words. Computed with {@link StrictMath}: the same in any JVM. */
public enum Distribution {
    /** Anywhere within the jitter, alike. */
    UNIFORM {
        @Override
        double deviation(SplitMix64 random) {
            return 2 * random.nextDouble() - 1;
        }
    },
    /** The bell curve; the jitter is its standard deviation (Box and Muller, 1958: two draws). */
    NORMAL {
        @Override
        double deviation(SplitMix64 random) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
        }
    },
    /** Mostly a little early, seldom very late: exponent 3, about its mean of 1.5, times 4/3, cut at 4: as netem's table. */
    PARETO {
        @Override
        double deviation(SplitMix64 random) {
            return pareto(1 - random.nextDouble());
        }
    },
    /** A quarter of the bell curve and three quarters of Pareto's: who is late in one is as late in the other. */
    PARETONORMAL {
        @Override
        double deviation(SplitMix64 random) {
            double normal = NORMAL.deviation(random);
            return 0.25 * normal + 0.75 * pareto(above(normal));
        }
    };

    /** The words people type for them. */
    static final List<String> WORDS =
            Arrays.stream(values()).map(Distribution::word).toList();

    static Optional<Distribution> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** The next deviation from the mean, in jitters. */
    abstract double deviation(SplitMix64 random);

    /** The word people type for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param later the share of packets that are later still, above 0 */
    private static double pareto(double later) {
        return Math.min(4, (StrictMath.pow(later, -1.0 / 3) - 1.5) * 4 / 3);
    }

    /** How much of the bell curve is above {@code x}: its integral as a series (Marsaglia, 2004). */
    private static double above(double x) {
        double sum = x;
        double term = x;
        for (int i = 3; Math.abs(term) > Math.ulp(sum); i += 2) {
            term *= x * x / i;
            sum += term;
        }
        double share = 0.5 - sum * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * Math.PI);
        return Math.max(share, Double.MIN_NORMAL);
    }
}
