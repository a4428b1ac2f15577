package org.sockrates.compare;

import java.util.OptionalDouble;

/** What is known of a measure: measured, computed from a stated formula, or absent for a stated reason. */
public sealed interface Reading {
    /** The value, where there is one. */
    OptionalDouble value();

    /**
     * Seen on this machine.
     *
     * @param n how many samples one run rests on
     * @param median over the runs
     * @param low the least of the runs
     * @param high the most of the runs
     * @param gaps how many of the runs had a value, and why the others had none; empty where all had one
     */
    record Measured(long n, double median, double low, double high, String gaps) implements Reading {
        public Measured {
            if (!Double.isFinite(median) || !(low <= median && median <= high)) {
                throw new IllegalArgumentException("not a measurement: " + low + " " + median + " " + high);
            }
        }

        /** Where every run had a value. */
        public Measured(long n, double median, double low, double high) {
            this(n, median, low, high, "");
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(median);
        }
    }

    /** Not seen: follows from the formula beside it. */
    record Computed(double number, String formula) implements Reading {
        public Computed {
            if (formula.isBlank()) {
                throw new IllegalArgumentException("a computed value states its formula");
            }
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(number);
        }
    }

    /** Neither seen nor computed. Not a zero. */
    record Absent(String reason) implements Reading {
        public Absent {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an absent value states the reason");
            }
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.empty();
        }
    }

    /** The measurement of one run. */
    static Reading measured(long n, double value) {
        return new Measured(n, value, value, value);
    }
}
