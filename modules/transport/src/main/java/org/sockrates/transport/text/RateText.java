package org.sockrates.transport.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.transport.UsageException;

/**
 * Rates as tc writes them: {@code 1mbit}, {@code 64kbit}, {@code 1.5gbit}, in thousands. {@code 1mbps} is refused: tc reads
 * it as bytes, people mean bits; and so is {@code 100KB/s}.
 */
public final class RateText {
    private static final Map<String, Long> UNIT_BITS =
            Map.of("bit", 1L, "kbit", 1_000L, "mbit", 1_000_000L, "gbit", 1_000_000_000L, "tbit", 1_000_000_000_000L);
    /** Who writes KB/s means bytes, as Toxiproxy does; kb/s may be either. */
    private static final Pattern BITS_OR_BYTES = Pattern.compile("([kmgt]?)b(ps|/s|)");

    private static final long MOST = 1_000_000_000_000L;

    private RateText() {}

    /**
     * Reads a rate.
     *
     * @param where what has this rate, for the message: {@code rate}
     * @return bits per second, from 1 to 10^12
     * @throws UsageException for anything else
     */
    public static long parse(String where, String text) {
        Quantity given = Quantity.read(where, text);
        if (given == null) {
            throw new UsageException(where, text, "a rate such as 1mbit; units: bit kbit mbit gbit tbit");
        }
        String number = given.number().toPlainString();
        Matcher unclear = BITS_OR_BYTES.matcher(given.unit());
        if (unclear.matches()) {
            String bit = unclear.group(1) + "bit";
            String bytes = given.number()
                            .multiply(BigDecimal.valueOf(8))
                            .stripTrailingZeros()
                            .toPlainString()
                    + bit;
            String reader = unclear.group(2).equals("ps") ? " as tc reads it" : "";
            throw new UsageException(where, text, "bits or bytes a second? " + number + bit + ", or " + bytes + reader);
        }
        Long unitBits = UNIT_BITS.get(given.unit());
        if (unitBits == null) {
            throw new UsageException(where, text, "a rate with its unit: " + number + "kbit, " + number + "mbit");
        }
        Long bits = given.times(unitBits);
        if (bits == null || bits < 1 || bits > MOST) {
            throw new UsageException(where, text, "a rate from 1bit to 1tbit");
        }
        return bits;
    }

    /** A rate as {@link #parse} reads it, in the largest unit that is not above it. */
    public static String print(long bitsPerSecond) {
        int power = Quantity.thousands(bitsPerSecond, 4);
        return Quantity.shifted(bitsPerSecond, 3 * power)
                + List.of("", "k", "m", "g", "t").get(power) + "bit";
    }
}
