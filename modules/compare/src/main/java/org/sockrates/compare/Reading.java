package org.sockrates.compare;

import java.util.OptionalDouble;

/** What is known of a measure: measured, computed from a stated formula, or absent for a stated reason. */
public sealed interface Reading {
    /** The value, where there is one: of several runs, their median. */
    default OptionalDouble value() {
        return OptionalDouble.empty();
    }

    /** The least value of the runs, where there is one. */
    default OptionalDouble low() {
        return OptionalDouble.empty();
    }

    /** The greatest value of the runs, where there is one. */
    default OptionalDouble high() {
        return OptionalDouble.empty();
    }

    /**
     * Whether the runs leave open which of two is more: some of the one's lie among the other's. Never where one has no
     * value; of single runs, where both are the same.
     */
    default boolean overlaps(Reading other) {
        return low().orElse(Double.NaN) <= other.high().orElse(Double.NaN)
                && other.low().orElse(Double.NaN) <= high().orElse(Double.NaN);
    }

    /** How many of the runs had a value, and why the others had none; empty where all had one, and where none had. */
    default String gaps() {
        return "";
    }

    /** The same value among those of other runs; what has none stays as it is. */
    default Reading among(double least, double most, String missing) {
        return this;
    }

    /** There is a value, and where there are several runs, the least and the greatest of theirs. */
    sealed interface Known extends Reading {
        double number();

        double least();

        double most();

        @Override
        default OptionalDouble value() {
            return OptionalDouble.of(number());
        }

        @Override
        default OptionalDouble low() {
            return OptionalDouble.of(least());
        }

        @Override
        default OptionalDouble high() {
            return OptionalDouble.of(most());
        }
    }

    /**
     * Seen on this machine.
     *
     * @param n how many samples the value rests on
     */
    record Measured(long n, double number, double least, double most, String gaps) implements Known {
        public Measured {
            if (!Double.isFinite(number) || !(least <= number && number <= most)) {
                throw new IllegalArgumentException("not a measurement: " + least + " " + number + " " + most);
            }
        }

        /** Where every run had a value. */
        public Measured(long n, double number, double least, double most) {
            this(n, number, least, most, "");
        }

        @Override
        public Reading among(double least, double most, String missing) {
            return new Measured(n, number, least, most, missing);
        }
    }

    /** Not seen: follows from the formula beside it, and from what that names, in each run for itself. */
    record Computed(double number, double least, double most, String formula, String gaps) implements Known {
        public Computed {
            if (formula.isBlank()) {
                throw new IllegalArgumentException("a computed value states its formula");
            }
        }

        /** The value of one run. */
        public Computed(double number, String formula) {
            this(number, number, number, formula, "");
        }

        @Override
        public Reading among(double least, double most, String missing) {
            return new Computed(number, least, most, formula, missing);
        }
    }

    /** Neither seen nor computed. Not a zero. */
    record Absent(String reason) implements Reading {
        public Absent {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an absent value states the reason");
            }
        }
    }

    /** The measurement of one run. */
    static Reading measured(long n, double value) {
        return new Measured(n, value, value, value);
    }
}
