package org.sockrates.shell.session;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as a clock on the wall shows it: {@code 12:01:07}. */
public final class TimeText {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private TimeText() {}

    public static String of(Instant moment, Clock wall) {
        return SECONDS.format(moment.atZone(wall.getZone()));
    }

    /** With milliseconds. */
    public static String precise(Instant moment, Clock wall) {
        return MILLIS.format(moment.atZone(wall.getZone()));
    }
}
