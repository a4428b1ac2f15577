package org.sockrates.shell.wire;

import java.util.Locale;

/** Times on a wire, told from its beginning: {@code 0.020412}. */
public final class WireTimes {
    private WireTimes() {}

    /** So many nanoseconds. */
    public static String text(long nanos) {
        return String.format(Locale.ROOT, "%d.%06d", nanos / 1_000_000_000, nanos % 1_000_000_000 / 1_000);
    }
}
