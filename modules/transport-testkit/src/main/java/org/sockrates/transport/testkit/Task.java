package org.sockrates.transport.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.transport.SystemClock;

/** A call that is made by a thread of its own, because it waits. */
public final class Task<T> {
    private static final long LIMIT_SECONDS = 10;

    private final FutureTask<T> future;
    private final Thread thread;

    private Task(FutureTask<T> future) {
        this.future = future;
        this.thread = new Thread(future, "task");
        thread.setDaemon(true);
    }

    /** Starts it. */
    public static <T> Task<T> start(Callable<T> call) {
        Task<T> task = new Task<>(new FutureTask<>(call));
        task.thread.start();
        return task;
    }

    /** Its result; what it threw is thrown here. */
    public T result() throws Exception {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        } catch (TimeoutException stuck) {
            throw new AssertionError("still waiting after " + LIMIT_SECONDS + " s: " + where(), stuck);
        }
    }

    public boolean done() {
        return future.isDone();
    }

    /**
     * Waits until the thread sits in a system call, as well as that can be seen from outside: so long that it can hardly
     * be anywhere else. A test must not depend on it, but means more by it.
     */
    public Task<T> awaitBlocked() {
        long end = SystemClock.INSTANCE.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        for (int seen = 0; seen < 3 && !done() && SystemClock.INSTANCE.nanoTime() < end; ) {
            StackTraceElement[] stack = thread.getStackTrace();
            seen = stack.length > 0 && stack[0].isNativeMethod() ? seen + 1 : 0;
            LockSupport.parkNanos(1_000_000);
        }
        return this;
    }

    private String where() {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length == 0 ? "nowhere" : stack[0] + " in " + stack[stack.length - 1];
    }
}
