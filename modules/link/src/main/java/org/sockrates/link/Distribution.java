package org.sockrates.link;

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
    /** Mostly a little early, seldom very late: exponent 3, mean 0, standard deviation 1, cut at 20. */
    PARETO {
        @Override
        double deviation(SplitMix64 random) {
            double pareto = StrictMath.pow(1 - random.nextDouble(), -1.0 / 3);
            return Math.min(20, (pareto - 1.5) / StrictMath.sqrt(0.75));
        }
    },
    /** A quarter of the bell curve and three quarters of Pareto's, drawn in this order. */
    PARETONORMAL {
        @Override
        double deviation(SplitMix64 random) {
            double normal = NORMAL.deviation(random);
            return 0.25 * normal + 0.75 * PARETO.deviation(random);
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
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
