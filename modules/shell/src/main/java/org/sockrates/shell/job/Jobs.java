package org.sockrates.shell.job;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sockrates.capture.kernel.KernelProtocol;

/** The jobs that were left to themselves, by number, and the threads all jobs run on. */
public final class Jobs implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TreeMap<Integer, Job> background = new TreeMap<>();
    private final Map<String, Integer> roles = new HashMap<>();

    private final Threads threads;

    public Jobs() {
        this((job, work) -> new JobThread(job, work).start());
    }

    Jobs(Threads threads) {
        this.threads = threads;
    }

    /** What jobs run on. */
    interface Threads {
        /**
         * Begins on one.
         *
         * @throws OutOfMemoryError when there is none left
         */
        void begin(Job job, Runnable work);
    }

    /** What a job does. */
    public interface Body {
        Reply run(Job job) throws IOException;
    }

    /** Starts a job; one for which there is no thread has failed when this returns. */
    public void start(Job job, Body body) {
        try {
            threads.begin(job, () -> run(job, body));
        } catch (OutOfMemoryError noThread) {
            run(job, unbegun -> {
                throw noThread;
            });
        }
    }

    /**
     * Keeps and starts a job that goes on beside the one that asked for it.
     *
     * @param wanted the number it is to have, unless another has it by now
     * @return its number
     * @throws OutOfMemoryError when there is no thread for it; it is not kept
     */
    public synchronized int startBeside(Job beside, int wanted, Body body) {
        if (!background.containsKey(wanted)) {
            beside.number(wanted);
        }
        return startBeside(beside, body);
    }

    /** The same with the lowest number that is free. */
    public int startBeside(Job beside, Body body) {
        int number = keep(beside);
        try {
            threads.begin(beside, () -> run(beside, body));
        } catch (OutOfMemoryError noThread) {
            forget(beside);
            throw noThread;
        }
        return number;
    }

    private void run(Job job, Body body) {
        try {
            job.finish(body.run(job));
        } catch (Throwable failure) { // also an error: a job that never ended would be waited for
            Failure.tell(job, failure);
        } finally {
            synchronized (this) {
                if (!job.holds()) {
                    forget(job);
                }
            }
        }
    }

    /** A number for a job that is to speak under a role's name, {@code server 1}: free, and none that played it before had it. */
    public synchronized int number(String role) {
        return roles.compute(role, (same, last) -> free(last == null ? 0 : last));
    }

    /** A name for somebody who is to act and is no job of its own: {@code client 1}; none before had it. */
    public synchronized String actor(String role) {
        return role + " " + roles.merge(role, 1, Integer::sum);
    }

    /** Begins again with the numbers of roles: nothing is told any more of those who had them. */
    public synchronized void forgetRoles() {
        roles.clear();
    }

    /** The lowest free number above another. */
    private int free(int above) {
        int free = above + 1;
        while (background.containsKey(free)) {
            free++;
        }
        return free;
    }

    /** Gives a job the lowest free number and keeps it in the list until it ends. */
    public synchronized int keep(Job job) {
        if (job.number() == 0) {
            job.number(free(0));
        }
        if (!job.ended()) {
            background.put(job.number(), job);
        }
        return job.number();
    }

    /** Takes a job out of the list. */
    public synchronized void forget(Job job) {
        background.remove(job.number(), job);
    }

    /** Those of the list, by number: at work still, or ended with something kept that {@code wait} shows. */
    public synchronized List<Job> all() {
        return new ArrayList<>(background.values());
    }

    /** Those of the list but one, which asks about the others. */
    public List<Job> others(Job asking) {
        return all().stream().filter(other -> other != asking).toList();
    }

    /** Where the server among them serves who is reached at an address. */
    public Optional<ServedAddress> serving(KernelProtocol protocol, InetSocketAddress reached) {
        return all().stream()
                .flatMap(job -> job.serving().stream())
                .filter(at -> at.isAt(protocol, reached))
                .findFirst();
    }

    /** Ends all and waits for each, within a limit. */
    @Override
    public void close() {
        List<Job> left = all();
        left.forEach(Job::cancel);
        for (Job job : left) {
            job.await(PATIENCE);
            forget(job);
        }
    }
}
