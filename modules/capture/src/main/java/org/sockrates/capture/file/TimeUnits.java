package org.sockrates.capture.file;

import java.math.BigInteger;

/** What an interface's times count. */
final class TimeUnits {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger EARLIEST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LATEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final BigInteger perSecond;
    private final BigInteger offsetNanos;

    /**
     * @param resolution as pcapng's {@code if_tsresol} writes it: a negative power of ten, or of two with the highest bit set
     * @param offsetSeconds what is to be added
     */
    TimeUnits(int resolution, long offsetSeconds) {
        perSecond = BigInteger.valueOf((resolution & 0x80) == 0 ? 10 : 2).pow(resolution & 0x7f);
        offsetNanos = BigInteger.valueOf(offsetSeconds).multiply(NANOS);
    }

    /** Nanoseconds since 1970 of a time as it is written, an unsigned number; what is beyond a long is the nearest it holds. */
    long nanos(long written) {
        BigInteger count = written >= 0 ? BigInteger.valueOf(written) : new BigInteger(Long.toUnsignedString(written));
        BigInteger nanos = count.multiply(NANOS).divide(perSecond).add(offsetNanos);
        return nanos.max(EARLIEST).min(LATEST).longValue();
    }
}
