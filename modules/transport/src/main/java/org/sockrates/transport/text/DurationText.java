package org.sockrates.transport.text;

import java.math.BigDecimal;
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
        Duration read = within(given, given.unit(), least, most);
        if (read == null) {
            throw new UsageException(where, text, range(least, most));
        }
        return read;
    }

    /** Null where it is no whole number of nanoseconds, or not between the two. */
    private static @Nullable Duration within(Quantity given, String unit, Duration least, Duration most) {
        Long nanos = given.times(Objects.requireNonNull(UNIT_NANOS.get(unit)));
        if (nanos == null) {
            return null;
        }
        Duration read = Duration.ofNanos(nanos);
        return read.compareTo(least) < 0 || read.compareTo(most) > 0 ? null : read;
    }

    private static String range(Duration least, Duration most) {
        return "a duration from " + print(least) + " to " + print(most);
    }

    /**
     * A duration as {@link #parse} reads it, in the largest unit up to seconds that is not above it; one below zero, which nobody
     * types, with its sign.
     */
    public static String print(Duration duration) {
        BigDecimal nanos = BigDecimal.valueOf(duration.getSeconds(), -9).add(BigDecimal.valueOf(duration.getNano()));
        int power = nanos.signum() == 0 ? 3 : Math.min(3, (nanos.precision() - 1) / 3);
        return nanos.movePointLeft(3 * power).stripTrailingZeros().toPlainString()
                + List.of("ns", "us", "ms", "s").get(power);
    }
}
