package org.sockrates.shell.roles;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.sockrates.shell.job.Foreground;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.text.Fold;

/**
 * What somebody is told whom nothing comes back for: soon, since the wait may be long, and at the end what was not known by
 * then. A connection would have been refused; of datagrams nobody says that they met no one.
 */
final class SilenceNews {
    /** Whoever answers has answered by then, as a rule. */
    private static final long SOON_NANOS = 200_000_000;

    /** Whoever sees nothing for so long at the prompt is told what goes on, where a connection is waited for. */
    private static final long LATE_NANOS = 1_000_000_000;

    private final boolean connects;
    private final Job job;
    private final Supplier<Optional<String>> silence;
    private Optional<String> known = Optional.empty();
    private boolean told;
    private boolean over;

    /**
     * @param connects whether a connection is waited for, whose server may be busy with another
     * @param silence asked for what there is to say of it
     */
    SilenceNews(boolean connects, Job job, Supplier<Optional<String>> silence) {
        this.connects = connects;
        this.job = job;
        this.silence = silence;
    }

    /**
     * Tells it soon.
     *
     * @param doing what goes on, for whom no more is known
     * @return tells nothing once it is interrupted
     */
    Thread begin(Supplier<String> doing) {
        Thread thread = new Thread(() -> tellLater(doing), "warning of " + job.line());
        thread.setDaemon(true);
        if (!connects || job.origin() == Origin.PROMPT) {
            thread.start();
        }
        return thread;
    }

    private void tellLater(Supplier<String> doing) {
        LockSupport.parkNanos(connects ? LATE_NANOS : SOON_NANOS);
        tell(doing);
    }

    private synchronized void tell(Supplier<String> doing) {
        if (over || Thread.currentThread().isInterrupted()) {
            return;
        }
        known = silence.get(); // where it is nothing, there may be more to say at the end
        told = known.isPresent();
        known.ifPresent(said -> Fold.hanging("  ", said).forEach(job::say));
        if (connects && !told && Foreground.has(job)) {
            Fold.hanging("  ", doing.get() + "; Ctrl-C ends it").forEach(job::news);
        }
    }

    /** @param inVain whether nothing came at all */
    synchronized void end(boolean inVain) {
        over = true;
        if (inVain && !told) {
            known = silence.get();
        }
    }

    /** What there is to say of it. */
    synchronized Optional<String> known() {
        return known;
    }

    /** Whether that was said. */
    synchronized boolean isTold() {
        return told;
    }
}
