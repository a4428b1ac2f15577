package org.sockrates.capture.file;

/**
 * What an interface's times count.
 *
 * @param resolution as pcapng's {@code if_tsresol} writes it: a negative power of ten, or of two with the highest bit set
 * @param offsetSeconds what is to be added
 */
record TimeUnits(int resolution, long offsetSeconds) {
    /** What holds where an interface does not say. */
    static final TimeUnits MICROSECONDS = new TimeUnits(6, 0);

    private static final long NANOS = 1_000_000_000L;

    TimeUnits withResolution(int code) {
        return new TimeUnits(code, offsetSeconds);
    }

    TimeUnits withOffsetSeconds(long seconds) {
        return new TimeUnits(resolution, seconds);
    }

    /** Nanoseconds since 1970 of a time as it is written, an unsigned number; the largest there is where it is later. */
    long nanos(long written) {
        int power = resolution & 0x7f;
        long nanos = (resolution & 0x80) == 0 ? decimal(written, power) : binary(written, power);
        return plus(nanos, times(offsetSeconds, NANOS));
    }

    private static long decimal(long written, int power) {
        long value = written;
        for (int i = 9; i < power && value != 0; i++) {
            value = Long.divideUnsigned(value, 10);
        }
        value = value < 0 ? Long.MAX_VALUE : value;
        for (int i = power; i < 9; i++) {
            value = times(value, 10);
        }
        return value;
    }

    /** What is below 2^-32 s is less than a nanosecond: it is dropped first. */
    private static long binary(long written, int power) {
        int dropped = Math.max(0, power - 32);
        long value = dropped > 63 ? 0 : written >>> dropped;
        int bits = power - dropped;
        long seconds = value >>> bits;
        long fraction = ((value & ((1L << bits) - 1)) * NANOS) >>> bits;
        return plus(times(seconds < 0 ? Long.MAX_VALUE : seconds, NANOS), fraction);
    }

    private static long times(long one, long other) {
        long high = Math.multiplyHigh(one, other);
        long low = one * other;
        return high == low >> 63 ? low : one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static long plus(long one, long other) {
        long sum = one + other;
        boolean overflows = ((one ^ sum) & (other ^ sum)) < 0;
        return !overflows ? sum : one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
