package org.sockrates.capture.file;

import java.math.BigInteger;

/**
 * What an interface's times count.
 *
 * @param resolution as pcapng's {@code if_tsresol} writes it: a negative power of ten, or of two with the highest bit set
 * @param offsetSeconds what is to be added
 */
record TimeUnits(int resolution, long offsetSeconds) {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger EARLIEST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LATEST = BigInteger.valueOf(Long.MAX_VALUE);

    /** Nanoseconds since 1970 of a time as it is written, an unsigned number; what is beyond a long is the nearest it holds. */
    long nanos(long written) {
        BigInteger perSecond =
                BigInteger.valueOf((resolution & 0x80) == 0 ? 10 : 2).pow(resolution & 0x7f);
        BigInteger nanos =
                new BigInteger(Long.toUnsignedString(written)).multiply(NANOS).divide(perSecond);
        BigInteger shifted = nanos.add(BigInteger.valueOf(offsetSeconds).multiply(NANOS));
        return shifted.max(EARLIEST).min(LATEST).longValue();
    }
}
