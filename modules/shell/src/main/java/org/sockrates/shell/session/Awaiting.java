package org.sockrates.shell.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.shell.job.Job;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.Waiting;

/**
 * A call that waits for a client which may take its time: longer than {@code set timeout} says. The end of the program
 * interrupts it, as SIGCHLD does in C; it is then made again, and waits as any other.
 */
final class Awaiting {
    private static final long LOOK_MILLIS = 50;

    private final GradedProgram program;
    private final Session session;
    private final OpenSocket open;
    private boolean over;

    /** One call. */
    interface Once {
        SocketEvent make() throws IOException;
    }

    Awaiting(GradedProgram program, Session session, OpenSocket open) {
        this.program = program;
        this.session = session;
        this.open = open;
    }

    /** Makes it, where the program is given time for it; empty where a call is to be made that waits as any other. */
    Optional<SocketEvent> call(Job job, Once once) throws IOException {
        program.mayBegin();
        Duration timeout = session.defaults().timeout();
        Duration given = program.await(open.socket().local());
        if (given.isZero()) {
            return Optional.empty();
        }
        boolean met = false;
        Thread watcher = new Thread(this::watch, "program's end");
        watcher.setDaemon(true);
        try {
            boolean longer = !timeout.isZero() && given.compareTo(timeout) > 0;
            open.socket().waiting(Waiting.atMost(longer ? given : timeout));
            watcher.start();
            SocketEvent event = once.make();
            met = !event.failed();
            boolean again = CallWatch.endedWith(event, Errno.EINTR) && !job.cancelled();
            return again ? Optional.empty() : Optional.of(event);
        } finally {
            end();
            watcher.interrupt();
            program.awaited(met);
        }
    }

    /** Wakes the call when the program has ended, until the call has, too: one that has not begun to wait sleeps on. */
    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            if (program.endsWithin(LOOK_MILLIS)) {
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
