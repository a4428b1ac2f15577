package org.sockrates.shell.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Attempt;
import org.sockrates.shell.job.Job;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;

/**
 * How long a call waits: as {@code set timeout} says, longer for a client which may take its time. The end of the program
 * interrupts it then, as SIGCHLD does in C; it is made again, and waits as any other.
 */
final class Awaiting {
    private static final long LOOK_MILLIS = 50;

    private final @Nullable GradedProgram program;
    private final Duration timeout;
    private final OpenSocket open;
    private final Call call;
    private boolean over;

    /** @param program which the call may meet; null where it can meet none */
    Awaiting(@Nullable GradedProgram program, Duration timeout, OpenSocket open, Call call) {
        this.program = program;
        this.timeout = timeout;
        this.open = open;
        this.call = call;
    }

    SocketEvent call(Job job, Attempt<SocketEvent> once) throws IOException {
        Optional<SocketEvent> ended = program == null ? Optional.empty() : longer(program, job, once);
        if (ended.isPresent()) {
            return ended.get();
        }
        open.waitsAtMost(timeout, call);
        return once.make();
    }

    /** Makes it where the program is given time for it; empty where one is to be made that waits as any other. */
    private Optional<SocketEvent> longer(GradedProgram client, Job job, Attempt<SocketEvent> once) throws IOException {
        client.mayBegin();
        Duration given = client.await(open.local());
        if (given.isZero()) {
            return Optional.empty();
        }
        boolean met = false;
        Thread watcher = new Thread(() -> watch(client), "program's end");
        watcher.setDaemon(true);
        try {
            open.waitsAtMost(given.compareTo(timeout) > 0 ? given : timeout, call);
            watcher.start();
            SocketEvent event = once.make();
            met = !event.failed();
            boolean again = event.failedWith(Errno.EINTR) && !job.cancelled();
            return again ? Optional.empty() : Optional.of(event);
        } finally {
            end();
            watcher.interrupt();
            client.awaited(met);
        }
    }

    /** Wakes the call when the program has ended, until the call has, too: one that has not begun to wait sleeps on. */
    private void watch(GradedProgram client) {
        while (!Thread.currentThread().isInterrupted()) {
            if (client.endsWithin(LOOK_MILLIS)) {
                wake();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            }
        }
    }

    private synchronized void wake() {
        if (!over) {
            open.socket().wake();
        }
    }

    private synchronized void end() {
        over = true;
    }
}
