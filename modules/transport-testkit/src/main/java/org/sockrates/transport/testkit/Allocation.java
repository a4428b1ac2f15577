package org.sockrates.transport.testkit;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** What a piece of code allocates in the thread that runs it. */
public final class Allocation {
    private static final int WARM_UP = 2_000;
    private static final int RUNS = 2_000;
    private static final int ROUNDS = 3;

    private Allocation() {}

    /**
     * How many bytes one call allocates, once everything that is made only once was made: on average over those of a round,
     * and the least of some rounds. For what is made once, and late (a way that is taken first where others are at work, and
     * the classes it loads), is in one of them only, and what each call allocates in all.
     *
     * @return rounded down
     */
    public static long bytesPerCall(Callable<?> call) throws Exception {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        repeat(call, WARM_UP);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            repeat(call, RUNS);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least / RUNS;
    }

    private static void repeat(Callable<?> call, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            call.call();
        }
    }
}
