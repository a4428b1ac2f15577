package org.sockrates.lab.expect;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a placeholder accepts. */
sealed interface Constraint {
    /** What the constraints are, for an error message. */
    String GRAMMAR = "int, number, word, 20±15, 20+-15 or 1..5";

    /** A regular expression for what may stand there. */
    String regex();

    /** The same before a comma, which may be no separator of the number: {@code 3,100,x} has three fields. */
    default String regexBeforeComma() {
        return regex();
    }

    /** Whether the value is acceptable, given that {@link #regex()} matched it. */
    default boolean accepts(String value) {
        return true;
    }

    /** What a name is bound to, where this value stood: what a command can be given. */
    default String bound(String value) {
        return Numbers.plain(value);
    }

    /** Measured anew at each use, and not held to the value it had before. */
    default boolean measures() {
        return false;
    }

    /** A word: no blanks in it, as little as fits. */
    record Word() implements Constraint {
        @Override
        public String toString() {
            return "a word";
        }

        @Override
        public String regex() {
            return "\\S+?";
        }

        @Override
        public String bound(String value) {
            return value;
        }
    }

    /** A whole number. */
    record Whole() implements Constraint {
        @Override
        public String toString() {
            return "a whole number";
        }

        @Override
        public String regex() {
            return Numbers.WHOLE;
        }

        @Override
        public String regexBeforeComma() {
            return Numbers.FIELD;
        }
    }

    /** A decimal number. */
    record Decimal() implements Constraint {
        @Override
        public String toString() {
            return "a number";
        }

        @Override
        public String regex() {
            return Numbers.REGEX;
        }

        @Override
        public String regexBeforeComma() {
            return Numbers.FIELD + Numbers.FRACTION;
        }
    }

    /** A decimal number between two limits, both included. */
    record Range(Optional<BigDecimal> least, Optional<BigDecimal> most) implements Constraint {
        private static final int LONGEST_NUMBER = 40;

        @Override
        public String toString() {
            return least.map(BigDecimal::toPlainString).orElse("") + ".."
                    + most.map(BigDecimal::toPlainString).orElse("");
        }

        @Override
        public String regex() {
            return Numbers.REGEX;
        }

        @Override
        public String regexBeforeComma() {
            return Numbers.FIELD + Numbers.FRACTION;
        }

        @Override
        public boolean accepts(String value) {
            if (value.length() > LONGEST_NUMBER) {
                return false;
            }
            BigDecimal number = new BigDecimal(Numbers.plain(value));
            return least.map(limit -> number.compareTo(limit) >= 0).orElse(true)
                    && most.map(limit -> number.compareTo(limit) <= 0).orElse(true);
        }

        @Override
        public boolean measures() {
            return true;
        }
    }

    /** Reads what stands after the colon. Empty when it is none of {@link #GRAMMAR}. */
    static Optional<Constraint> parse(String spec) {
        return switch (spec) {
            case "word" -> Optional.of(new Word());
            case "int" -> Optional.of(new Whole());
            case "number" -> Optional.of(new Decimal());
            default -> Numbers.range(spec);
        };
    }

    /** Numbers as labs write them. */
    final class Numbers {
        /** A long one may have its separators: {@code 33,554,432}. */
        static final String WHOLE = "-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)";

        /** The same, the shortest first. */
        static final String FIELD = "-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)";

        static final String FRACTION = "(?:\\.[0-9]+)?";

        static final String REGEX = WHOLE + FRACTION;

        private static final Pattern SEPARATED = Pattern.compile(REGEX);
        private static final Pattern LONG = Pattern.compile("(-?[1-9][0-9]{3,17})(\\.[0-9]+)?");

        // Longer numbers mean nothing here, and BigDecimal would work on them for long.
        private static final String BOUNDED = "-?[0-9]{1,18}(?:\\.[0-9]{1,18})?";
        private static final Pattern TOLERANCE =
                Pattern.compile("(" + BOUNDED + ")(?:±|\\+-)([0-9]{1,18}(?:\\.[0-9]{1,18})?)");
        private static final Pattern RANGE = Pattern.compile("(" + BOUNDED + ")?\\.\\.(" + BOUNDED + ")?");

        private Numbers() {}

        /** A number without its separators, as a command wants it; anything else as it is. */
        static String plain(String value) {
            return value.indexOf(',') >= 0 && SEPARATED.matcher(value).matches() ? value.replace(",", "") : value;
        }

        /** A regular expression for a value that is known: a long number is the same with its separators. */
        static String known(String value) {
            String quoted = Pattern.quote(value);
            Matcher number = LONG.matcher(value);
            if (!number.matches()) {
                return quoted;
            }
            return "(?:" + quoted + "|" + Pattern.quote(separated(number.group(1)) + value.substring(number.end(1)))
                    + ")";
        }

        /** By hand: a first {@code %,d} loads the JDK's locales, which takes a lab's start 14 ms. */
        private static String separated(String whole) {
            StringBuilder separated = new StringBuilder(whole);
            int first = whole.startsWith("-") ? 1 : 0;
            for (int at = whole.length() - 3; at > first; at -= 3) {
                separated.insert(at, ',');
            }
            return separated.toString();
        }

        static Optional<Constraint> range(String spec) {
            Matcher tolerance = TOLERANCE.matcher(spec);
            if (tolerance.matches()) {
                BigDecimal middle = new BigDecimal(tolerance.group(1));
                BigDecimal width = new BigDecimal(tolerance.group(2));
                return Optional.of(new Range(Optional.of(middle.subtract(width)), Optional.of(middle.add(width))));
            }
            Matcher range = RANGE.matcher(spec);
            if (!range.matches() || spec.equals("..")) {
                return Optional.empty();
            }
            Optional<BigDecimal> least = Optional.ofNullable(range.group(1)).map(BigDecimal::new);
            Optional<BigDecimal> most = Optional.ofNullable(range.group(2)).map(BigDecimal::new);
            boolean empty = least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0;
            return empty ? Optional.empty() : Optional.of(new Range(least, most));
        }
    }
}
