package org.sockrates.shell.tcp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.chart.WidthValue;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.DurationText;
import org.sockrates.wire.TcpProbe;

/** The watches of one session, those that ended too, the latest last; at most so many. */
final class Watches {
    private static final int MOST = 8;
    private static final Duration LEAST_EVERY = Duration.ofMillis(1);
    private static final Duration MOST_EVERY = Duration.ofSeconds(10);
    private static final Duration MOST_LONG = Duration.ofHours(1);

    private final Session session;
    private final List<Watch> watches = new ArrayList<>();

    Watches(Session session) {
        this.session = session;
    }

    /** Begins one, as a job of its own beside the prompt. */
    Reply begin(OpenSocket open, Duration every, Duration longest, Job job) throws IOException {
        bounded("--every", every, LEAST_EVERY, MOST_EVERY);
        bounded("--for", longest, LEAST_EVERY, MOST_LONG);
        Optional<TcpProbe> probe = KernelConnections.probe("watch", open);
        if (probe.isEmpty()) {
            throw new MissingAbilityException("tcp: watch: the kernel knows no connection of " + open.label()
                    + " (expected: one of its own TCP); ladder  shows what was seen of it");
        }
        Watch watch = new Watch(KernelConnections.one(open), every, longest);
        add(watch);
        Job beside = job.beside("tcp watch " + open.word());
        int number =
                session.jobs().startBeside(beside, running -> watch.run(probe.get(), SystemClock.INSTANCE, running));
        String line = "watching " + open.label() + " every " + DurationText.print(every) + " (job " + number
                + "); draw it:  tcp plot " + open.word();
        return Reply.of(
                Fold.line(line),
                Json.object("socket", open.number(), "every_ms", every.toNanos() / 1e6, "job", number));
    }

    private static void bounded(String option, Duration given, Duration least, Duration most) {
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            throw new UsageException(
                    "tcp: watch: " + option,
                    DurationText.print(given),
                    DurationText.print(least) + " to " + DurationText.print(most));
        }
    }

    /**
     * Draws what a watch saw up to now.
     *
     * @param word the socket's name or number, also when it is closed; empty for the latest watch
     * @param whole also what was before and after anything was in flight
     */
    Reply plot(String word, boolean whole, boolean ascii, @Nullable Integer width) {
        Watch watch = (word.isEmpty() ? latest() : of(word)).orElseThrow(() -> unwatched(word));
        List<Sample> samples = watch.samples().all();
        if (samples.size() < 2) {
            throw new UsageException("tcp: plot: " + samples.size() + " samples yet (expected: 2 or more); once more");
        }
        int columns = WidthValue.columns(width, session.defaults().width());
        boolean unicode = session.defaults().drawing().isUnicode() && !ascii;
        return whole
                ? TcpPlot.whole(watch.connection(), samples, columns, unicode)
                : TcpPlot.busy(watch.connection(), samples, columns, unicode);
    }

    private static UsageException unwatched(String word) {
        String who = word.isEmpty() ? "no watch yet" : SafeText.escape(word) + " is not watched";
        String begin = word.isEmpty() ? "SOCKET" : SafeText.escape(word);
        return new UsageException("tcp: plot: " + who + " (expected: a watched socket); begin:  tcp watch " + begin);
    }

    /**
     * Takes in a watch; the one before of the same connection is forgotten, and where there are too many the oldest that
     * ended.
     *
     * @throws UsageException when that connection is being watched, or all of too many are at work
     */
    private synchronized void add(Watch added) {
        KernelConnection connection = added.connection();
        Optional<Watch> before = of(connection.word());
        if (before.filter(Watch::runs).isPresent()) {
            throw new UsageException("tcp: watch: " + connection.word()
                    + " is being watched already (expected: one watch for a connection); see  jobs");
        }
        before.ifPresent(watches::remove);
        if (watches.size() == MOST) {
            Watch oldest = watches.stream()
                    .filter(each -> !each.runs())
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "tcp: watch: " + MOST + " watches are at work (expected: fewer); stop one, see  jobs"));
            watches.remove(oldest);
        }
        watches.add(added);
    }

    /** The watch of a socket's name or number. */
    private synchronized Optional<Watch> of(String word) {
        return watches.stream()
                .filter(each -> each.connection().word().equals(word)
                        || Integer.toString(each.connection().socket()).equals(word))
                .reduce((first, second) -> second);
    }

    private synchronized Optional<Watch> latest() {
        return watches.isEmpty() ? Optional.empty() : Optional.of(watches.get(watches.size() - 1));
    }
}
