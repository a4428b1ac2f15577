package org.sockrates.transport.text;

import java.util.Map;
import org.sockrates.transport.UsageException;

/**
 * Sizes in bytes as people type them: {@code 1400}, {@code 1400B}, {@code 64KiB}, {@code 1MB}. {@code 64k} is refused, since
 * it means 64,000 to some and 65,536 to others.
 */
public final class SizeText {
    private static final Map<String, Long> UNIT_BYTES = Map.of(
            "", 1L,
            "b", 1L,
            "kb", 1_000L,
            "mb", 1_000_000L,
            "gb", 1_000_000_000L,
            "kib", 1L << 10,
            "mib", 1L << 20,
            "gib", 1L << 30);

    private SizeText() {}

    /**
     * Reads a size.
     *
     * @param where what has this size, for the message: {@code limit_data}
     * @return bytes, between the two, both included
     * @throws UsageException for anything else
     */
    public static long parse(String where, String text, long least, long most) {
        Quantity given = Quantity.read(where, text);
        if (given != null && given.unit().length() == 1 && "kmg".contains(given.unit())) {
            String thousand = given.number().toPlainString()
                    + given.unit().replace('m', 'M').replace('g', 'G');
            String binary = thousand.replace('k', 'K');
            throw new UsageException(where, text, "thousands or 1024s? " + thousand + "B, or " + binary + "iB");
        }
        Long unitBytes = given == null ? null : UNIT_BYTES.get(given.unit());
        if (given == null || unitBytes == null) {
            throw new UsageException(where, text, "a size such as 1400, 64KiB or 1MB");
        }
        Long bytes = given.times(unitBytes);
        if (bytes == null || bytes < least || bytes > most) {
            throw new UsageException(where, text, "a size from " + print(least) + " to " + print(most));
        }
        return bytes;
    }

    /** A size as {@link #parse} reads it: plain bytes, or the largest binary unit it is a multiple of. */
    public static String print(long bytes) {
        int thousands = 0;
        long number = bytes;
        while (number > 0 && number % 1024 == 0 && thousands < 3) {
            number /= 1024;
            thousands++;
        }
        return number + new String[] {"", "KiB", "MiB", "GiB"}[thousands];
    }
}
