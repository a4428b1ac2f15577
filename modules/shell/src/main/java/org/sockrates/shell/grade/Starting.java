package org.sockrates.shell.grade;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.shell.job.Failure;
import org.sockrates.transport.SystemClock;

/** Starts a process, or leaves nothing of it. */
final class Starting {
    /** As deep as a program is put apart, and one that it starts itself: five processes at a time. */
    private static final List<String> AS_DEEP =
            List.of("sh", "-c", "(sh -c 'sh -c \"(true); exit $?\"; exit $?'; exit $?); exit $?");

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long ROUND_NANOS = 50_000_000;

    private Starting() {}

    /**
     * Nothing is left of one that could not be heard, since there was no thread for that.
     *
     * @throws IOException when it cannot be started
     */
    static synchronized Process process(ProcessBuilder builder) throws IOException {
        List<ProcessHandle> before = children();
        try {
            return builder.start();
        } catch (OutOfMemoryError noThread) {
            List<ProcessHandle> strays = new ArrayList<>(children());
            strays.removeAll(before);
            strays.addAll(strays.stream().flatMap(ProcessHandle::descendants).toList());
            strays.forEach(ProcessHandle::destroyForcibly);
            throw new IOException(Failure.NO_THREAD, noThread);
        }
    }

    private static List<ProcessHandle> children() throws IOException {
        try {
            return ProcessHandle.current().children().toList();
        } catch (RuntimeException unread) { // no descriptor left for /proc
            throw new IOException(unread.getMessage(), unread);
        }
    }

    /**
     * What could not be started, or has ended at once, is to blame itself where this returns. Who has just been ended may take a
     * moment to make room.
     *
     * @throws IOException when this machine has no room for a program and what goes with it
     */
    static void room() throws IOException {
        long until = SystemClock.INSTANCE.nanoTime() + LIMIT_NANOS;
        while (!succeeds(AS_DEEP, LIMIT_NANOS)) {
            if (SystemClock.INSTANCE.nanoTime() - until >= 0) {
                throw new IOException(
                        "no process left (expected: some for each program); end something, or allow more: ulimit -u");
            }
            LockSupport.parkNanos(ROUND_NANOS);
        }
    }

    /**
     * Whether a program that says nothing ends with status 0 in time.
     *
     * @throws IOException when it cannot be started
     */
    static boolean succeeds(List<String> words, long limitNanos) throws IOException {
        Process process = process(new ProcessBuilder(words)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD));
        try {
            return process.waitFor(limitNanos, TimeUnit.NANOSECONDS) && process.exitValue() == 0;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }
}
