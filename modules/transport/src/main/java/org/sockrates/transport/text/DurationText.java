package org.sockrates.transport.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        Quantity given = Quantity.read(where, text);
        if (given != null && given.unit().isEmpty()) {
            String meant = Stream.of("ms", "s")
                    .filter(unit -> within(given, unit, least, most) != null)
                    .map(unit -> text + unit)
                    .collect(Collectors.joining(", "));
            throw new UsageException(
                    where, text, meant.isEmpty() ? range(least, most) : "a duration with its unit: " + meant);
        }
        if (given == null || !UNIT_NANOS.containsKey(given.unit())) {
            throw new UsageException(where, text, "a duration such as 20ms; units: ns us ms s min h");
        }
        Long nanos = within(given, given.unit(), least, most);
        if (nanos == null) {
            throw new UsageException(where, text, range(least, most));
        }
        return Duration.ofNanos(nanos);
    }

    /** In nanoseconds, or null where it is no whole number of them, or not between the two. */
    private static @Nullable Long within(Quantity given, String unit, Duration least, Duration most) {
        Long nanos = given.times(Objects.requireNonNull(UNIT_NANOS.get(unit)));
        return nanos == null || nanos < least.toNanos() || nanos > most.toNanos() ? null : nanos;
    }

    private static String range(Duration least, Duration most) {
        return "a duration from " + print(least) + " to " + print(most);
    }

    /** A duration as {@link #parse} reads it, in the largest unit up to seconds that is not above it. */
    public static String print(Duration duration) {
        long nanos = duration.toNanos();
        int power = nanos == 0 ? 3 : Quantity.thousands(nanos, 3);
        return Quantity.shifted(nanos, 3 * power)
                + List.of("ns", "us", "ms", "s").get(power);
    }
}
