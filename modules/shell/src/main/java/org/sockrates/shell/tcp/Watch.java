package org.sockrates.shell.tcp;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.NanoClock;
import org.sockrates.wire.TcpInfo;
import org.sockrates.wire.TcpProbe;

/** Asks about one connection again and again, until its socket is closed, somebody ends it, or its time is over. */
final class Watch {
    /** From one sample to the next, where nobody says otherwise. */
    static final Duration EVERY = Duration.ofMillis(2);

    /** When it ends by itself, where nobody says otherwise. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST_SAMPLES = 4_096;

    private final KernelConnection connection;
    private final Samples samples;
    private final Duration longest;
    private volatile boolean over;

    /**
     * One that has not begun.
     *
     * @param every how long from one sample to the next
     * @param longest when it ends by itself
     */
    Watch(KernelConnection connection, Duration every, Duration longest) {
        this.connection = connection;
        this.samples = new Samples(MOST_SAMPLES, every);
        this.longest = longest;
    }

    KernelConnection connection() {
        return connection;
    }

    Samples samples() {
        return samples;
    }

    /** Whether it goes on. */
    boolean runs() {
        return !over;
    }

    /** Goes on until the end, and says why that was. */
    Reply run(TcpProbe probe, NanoClock clock, Job job) throws IOException {
        CountDownLatch ending = new CountDownLatch(1);
        try {
            return job.whileWaiting(ending::countDown, () -> told(sampled(probe, clock, job, ending)));
        } finally {
            over = true;
        }
    }

    private String sampled(TcpProbe probe, NanoClock clock, Job job, CountDownLatch ending) throws IOException {
        long begin = clock.nanoTime();
        try {
            while (!job.cancelled()) {
                Optional<TcpInfo> info = probe.read();
                long nanos = clock.nanoTime() - begin;
                if (info.isEmpty()) {
                    return "its socket is closed";
                }
                samples.add(new Sample(nanos, info.get()));
                if (nanos >= longest.toNanos()) {
                    return "its time is over";
                }
                if (ending.await(samples.everyNanos(), TimeUnit.NANOSECONDS)) {
                    break;
                }
            }
            return "stopped";
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IOException("tcp: watch: interrupted", asked);
        }
    }

    private Reply told(String why) {
        int count = samples.all().size();
        double seconds = count == 0 ? 0 : samples.all().get(count - 1).seconds();
        String word = connection.word();
        String line = String.format(
                Locale.ROOT, "watched %s for %.2f s: %s; %d samples:  tcp plot %s", word, seconds, why, count, word);
        return Reply.of(
                Fold.line(line),
                Json.object("socket", connection.socket(), "seconds", seconds, "samples", count, "ended", why));
    }
}
