package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sockrates.compare.Run;
import org.sockrates.link.Passage;
import org.sockrates.transport.NanoClock;

/** Numbered messages of one packet each, and when the reader had each of them. */
final class Salvo {
    /** Fits into one segment of an Ethernet's size. */
    static final int MESSAGE_BYTES = 1000;

    private static final long NEVER = Long.MIN_VALUE;

    private final long[] sentNanos;
    private final long[] arrivedNanos;
    private final long lost;
    private final Optional<String> spoilt;

    /** @param spoilt why none of it is the doing of those that were lost because they were chosen; empty where all is */
    Salvo(long[] sentNanos, long[] arrivedNanos, long lost, Optional<String> spoilt) {
        this.sentNanos = sentNanos;
        this.arrivedNanos = arrivedNanos;
        this.lost = lost;
        this.spoilt = spoilt;
    }

    /**
     * Sends messages over a fresh conversation, and loses some of them on the way.
     *
     * @param pace from one message to the next; zero for all at once
     * @param lost which, as a link numbers packets: {@code 3}, {@code 9-10}; empty for none
     */
    static Salvo fire(Run run, ChosenLink link, int messages, Duration pace, String lost) throws IOException {
        link.connecting();
        try (Meeting meeting = Meeting.arrange(run)) {
            AtOnce.on(meeting.client());
            link.losing(lost.isEmpty() ? "" : "drop data " + lost, "");
            AtomicBoolean sending = new AtomicBoolean(true);
            Ear ear = Ear.on(meeting.server(), meeting.server()::receive, sending::get, run);
            Passage passage = run.passage();
            boolean whole = run.traits().keepsBoundaries();
            Passage.Actor<long[]> reader = passage.start("reader", () -> read(ear, whole, passage.clock(), messages));
            long[] sent = new long[messages];
            for (int i = 0; i < messages; i++) {
                sent[i] = passage.clock().nanoTime();
                meeting.client().send(ByteBuffer.allocate(MESSAGE_BYTES).putInt(0, i));
                if (!pace.isZero()) {
                    passage.sleep(pace);
                }
            }
            sending.set(false);
            long[] arrived = reader.join(run.settings().actorLimit());
            boolean late = missing(arrived) > 0 && !ear.isSure();
            Optional<String> spoilt = link.surplus() > 0
                    ? Optional.of("the link's full queue lost packets that nobody chose")
                    : Optional.of(Missing.UNDER_WAY).filter(rest -> late);
            return new Salvo(sent, arrived, link.lost(), spoilt);
        }
    }

    private static long[] read(Ear ear, boolean whole, NanoClock clock, int messages) throws IOException {
        long[] arrived = new long[messages];
        Arrays.fill(arrived, NEVER);
        ByteBuffer into = ByteBuffer.allocateDirect(65_536);
        long bytes = 0;
        int read = 0;
        while (read < messages) {
            int heard = ear.hear(into.clear());
            if (heard < 0) {
                return arrived;
            }
            long now = clock.nanoTime();
            bytes += heard;
            if (whole) {
                int number = heard == MESSAGE_BYTES ? into.getInt(0) : -1; // a stranger's message has none
                if (number >= 0 && number < messages && arrived[number] == NEVER) {
                    arrived[number] = now;
                    read++;
                }
            } else {
                while ((read + 1L) * MESSAGE_BYTES <= bytes) {
                    arrived[read++] = now;
                }
            }
        }
        return arrived;
    }

    int messages() {
        return sentNanos.length;
    }

    /** Packets that were lost because they were chosen: fewer than were chosen where no packet had the number. */
    long lost() {
        return lost;
    }

    /** Why none of it is the doing of those that were lost because they were chosen; empty where all is. */
    Optional<String> spoilt() {
        return spoilt;
    }

    /** Messages that never came. */
    int missing() {
        return missing(arrivedNanos);
    }

    private static int missing(long[] arrived) {
        return (int) Arrays.stream(arrived).filter(at -> at == NEVER).count();
    }

    /** From sending a message to reading it; NaN when it never came. */
    double millis(int message) {
        long arrived = arrivedNanos[message];
        return arrived == NEVER ? Double.NaN : (arrived - sentNanos[message]) / 1e6;
    }

    /** From sending the first until the reader had all; NaN when one never came. */
    double allMillis() {
        long last = NEVER;
        for (long arrived : arrivedNanos) {
            last = Math.max(last, arrived);
        }
        return missing() > 0 ? Double.NaN : (last - sentNanos[0]) / 1e6;
    }
}
