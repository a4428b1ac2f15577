package org.sockrates.transport.testkit;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** What a piece of code allocates in the thread that runs it. */
public final class Allocation {
    private static final int WARM_UP = 2_000;
    private static final int RUNS = 2_000;

    private Allocation() {}

    /**
     * How many bytes one call allocates on average, once everything that is made only once was made.
     *
     * @return rounded down, so that a rare allocation (a class loaded late) is 0
     */
    public static long bytesPerCall(Callable<?> call) throws Exception {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        repeat(call, WARM_UP);
        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(call, RUNS);
        return (threads.getCurrentThreadAllocatedBytes() - before) / RUNS;
    }

    private static void repeat(Callable<?> call, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            call.call();
        }
    }
}
