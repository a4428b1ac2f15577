package org.sockrates.lab.expect;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as labs write them: {@code 500ms}, {@code 2s}, {@code 1.5s}, {@code 2min}. Never zero, at most an hour. */
public final class Durations {
    private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?)(ms|s|min)");
    private static final Duration LONGEST = Duration.ofHours(1);

    private Durations() {}

    /** Reads one; empty when it is none. */
    public static Optional<Duration> parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long unitNanos = switch (parts.group(2)) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            default -> 60_000_000_000L;
        };
        long nanos = new BigDecimal(parts.group(1))
                .multiply(BigDecimal.valueOf(unitNanos))
                .longValue();
        Duration time = Duration.ofNanos(nanos);
        return time.isZero() || time.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(time);
    }
}
