package org.sockrates.compare.experiment;

import java.time.Duration;
import org.sockrates.compare.Settings;
import org.sockrates.transport.NanoClock;

/**
 * How long a sender warms up, and how long what it sends counts then. In real time both are fixed. In virtual time they last
 * until enough was sent: slow start's losses are repaired one a round trip (RFC 6582 §3.2), which may take minutes and
 * belongs into the warm-up; and what a filled gap hands over at once is to be a small part of what counts.
 */
final class Measuring {
    /** How often a link's rate may seem to have come in real time: what lay about the edges of it came in pieces. */
    private static final double EDGES = 1.1;

    private static final double VIRTUAL_EDGES = 1.01;
    /** So many sent are enough in virtual time. */
    private static final int WARM_UP_SENT = 20_000;

    private static final int MEASURED_SENT = 30_000;
    /** Where fewer are sent, it goes on no longer. */
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(5);

    private static final Duration LONGEST_MEASURED = Duration.ofMinutes(8);

    private final boolean inRealTime;
    private final long leastWarmUp;
    private final long leastMeasured;
    private volatile long warmUp;
    private volatile long measured;

    Measuring(Settings settings) {
        inRealTime = settings.inRealTime();
        leastWarmUp = Duration.ofMillis(settings.count(400, 100)).toNanos();
        leastMeasured = Duration.ofMillis(settings.count(600, 400)).toNanos();
        warmUp = inRealTime ? leastWarmUp : LONGEST_WARM_UP.toNanos();
        measured = inRealTime ? leastMeasured : LONGEST_MEASURED.toNanos();
    }

    /**
     * For the sender, whenever it has sent: ends the warm-up, or the time that counts, where enough was sent in it.
     *
     * @param sinceNanos since the sender began
     * @return whether it did
     */
    boolean ends(Tally sent, long sinceNanos) {
        if (sinceNanos < warmUp) {
            boolean over = sinceNanos >= leastWarmUp && sent.allMessages() >= WARM_UP_SENT;
            warmUp = over ? sinceNanos : warmUp;
            return over;
        }
        long counted = sinceNanos - warmUp;
        boolean over = counted < measured && counted >= leastMeasured && sent.messages() >= MEASURED_SENT;
        measured = over ? counted : measured;
        return over;
    }

    /** What counts, by what is known so far, at an end that began then. */
    Window since(NanoClock clock, long begunNanos) {
        return from(clock, begunNanos + warmUp);
    }

    /** What counts, by what is known so far, at an end where that begins then. */
    Window from(NanoClock clock, long fromNanos) {
        return Window.from(clock, fromNanos, Duration.ofNanos(measured));
    }

    /** Whether so much in a second is more than a link carries that has so much. */
    boolean isMore(double bitsPerSecond, double carried) {
        return bitsPerSecond > carried * (inRealTime ? EDGES : VIRTUAL_EDGES);
    }

    /** How long an end may wait more that knows nothing yet of the sender's: nothing in real time. */
    Duration longest() {
        return inRealTime ? Duration.ZERO : LONGEST_WARM_UP.plus(LONGEST_MEASURED);
    }

    /** One line for who asks how it was measured. */
    String text() {
        return inRealTime
                ? text(warmUp) + " of warm-up, then " + measuredText() + " measured"
                : text(leastWarmUp) + " of warm-up at least, and " + WARM_UP_SENT + " sent (" + text(warmUp)
                        + " at most), then " + text(leastMeasured) + " measured at least, and " + MEASURED_SENT
                        + " sent (" + measuredText() + " at most)";
    }

    /** How long what counts lasts, by what is known so far: {@code 600 ms}. */
    String measuredText() {
        return text(measured);
    }

    private static String text(long nanos) {
        return nanos < 1_000_000_000 ? nanos / 1_000_000 + " ms" : nanos / 1_000_000_000 + " s";
    }
}
