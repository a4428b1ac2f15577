package org.sockrates.bench.figure;

import java.util.Locale;

/** What a figure is to reach. */
public record Bound(Sense sense, double limit) {
    /** For a figure that is shown beside another and has no goal of its own. */
    public static final Bound NONE = atMost(Double.POSITIVE_INFINITY);

    /** On which side of the limit it is good to be. */
    public enum Sense {
        AT_LEAST,
        AT_MOST
    }

    public static Bound atLeast(double limit) {
        return new Bound(Sense.AT_LEAST, limit);
    }

    public static Bound atMost(double limit) {
        return new Bound(Sense.AT_MOST, limit);
    }

    boolean holds(double value) {
        return sense == Sense.AT_LEAST ? value >= limit : value <= limit;
    }

    @Override
    public String toString() {
        if (Double.isInfinite(limit)) {
            return "none";
        }
        String number =
                String.format(Locale.ROOT, limit >= 100 ? "%,.0f" : limit == Math.rint(limit) ? "%.0f" : "%.2f", limit);
        return (sense == Sense.AT_LEAST ? ">= " : "<= ") + number;
    }
}
