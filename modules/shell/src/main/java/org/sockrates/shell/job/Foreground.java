package org.sockrates.shell.job;

import java.time.Duration;

/**
 * How long somebody watches a job. A call that waits for a peer is watched for a moment, then left to itself as a job of
 * the list; everything else is watched to its end.
 */
public final class Foreground {
    private static final Duration MOMENT = Duration.ofMillis(50);

    /** How long a command started with {@code &} may take until it waits in its call: long, for a busy machine. */
    private static final Duration BEGINNING = Duration.ofSeconds(1);

    private static final Duration FOREVER = Duration.ofDays(365);

    private final Jobs jobs;
    private final Duration grace;

    private Foreground(Jobs jobs, Duration grace) {
        this.jobs = jobs;
        this.grace = grace;
    }

    /** Watches every job to its end, unless it was started with {@code &}. */
    public static Foreground toTheEnd(Jobs jobs) {
        return new Foreground(jobs, FOREVER);
    }

    /** Watches a waiting call only so long. */
    public static Foreground atMost(Jobs jobs, Duration grace) {
        return new Foreground(jobs, grace);
    }

    /** Whether a person at the prompt waits for a job, and Ctrl-C ends it: one that goes on beside has a number. */
    public static boolean has(Job job) {
        return job.origin() == Origin.PROMPT && job.number() == 0;
    }

    /**
     * Watches a job.
     *
     * @param background whether it was started with {@code &}
     * @return whether it ended; if not, it was left
     */
    public boolean watch(Job job, boolean background) {
        if (background) {
            job.awaitBeginning(BEGINNING);
        }
        if (job.await(background ? MOMENT : grace)) {
            return true;
        }
        while (!background && job.unfinished() == null) {
            if (job.await(MOMENT)) {
                return true;
            }
        }
        jobs.keep(job);
        return !job.detach();
    }
}
