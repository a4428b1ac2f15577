package org.sockrates.transport.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sockrates.transport.UsageException;

/** Durations as people type them: {@code 20ms}, {@code 1.5s}, {@code 2min}. A unit is always asked for. */
public final class DurationText {
    private static final Map<String, Long> UNIT_NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "min", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private DurationText() {}

    /**
     * Reads a duration of at most a day.
     *
     * @param where what lasts so long, for the message: {@code delay}
     * @throws UsageException for anything else, also for a part of a nanosecond
     */
    public static Duration parse(String where, String text) {
        return parse(where, text, Duration.ZERO, Duration.ofDays(1));
    }

    /** Reads a duration between two others, both included. */
    public static Duration parse(String where, String text, Duration least, Duration most) {
        Quantity given = Quantity.read(text);
        if (given != null && given.unit().isEmpty()) {
            throw new UsageException(where, text, "a duration with its unit: " + text + "ms, " + text + "s");
        }
        Long unitNanos = given == null ? null : UNIT_NANOS.get(given.unit());
        if (given == null || unitNanos == null) {
            throw new UsageException(where, text, "a duration such as 20ms; units: ns us ms s min h");
        }
        Long nanos = given.times(unitNanos);
        if (nanos == null || nanos < least.toNanos() || nanos > most.toNanos()) {
            throw new UsageException(where, text, "a duration from " + print(least) + " to " + print(most));
        }
        return Duration.ofNanos(nanos);
    }

    /** A duration as {@link #parse} reads it, in the largest unit up to seconds that is not above it. */
    public static String print(Duration duration) {
        long nanos = duration.toNanos();
        int power = nanos == 0 ? 3 : Quantity.thousands(nanos, 3);
        return Quantity.shifted(nanos, 3 * power)
                + List.of("ns", "us", "ms", "s").get(power);
    }
}
