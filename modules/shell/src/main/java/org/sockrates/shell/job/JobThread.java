package org.sockrates.shell.job;

import java.io.IOException;

/** A thread that knows for which job it works. */
public final class JobThread extends Thread {
    private final Job job;

    JobThread(Job job, Runnable work) {
        super(work, "job " + job.line());
        this.job = job;
        setDaemon(true);
    }

    /** Whether what is done now on this thread is a lab's. */
    public static boolean isLabs() {
        return Thread.currentThread() instanceof JobThread mine && mine.job.origin() == Origin.LAB;
    }

    /** Runs what may wait long on this thread; whoever ends its job, if it has one, ends that: {@link Job#whileWaiting}. */
    public static <T> T whileWaiting(Runnable ending, Attempt<T> waiting) throws IOException {
        return Thread.currentThread() instanceof JobThread mine
                ? mine.job.whileWaiting(ending, waiting)
                : waiting.make();
    }
}
