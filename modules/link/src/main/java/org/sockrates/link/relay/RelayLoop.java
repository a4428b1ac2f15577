package org.sockrates.link.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.transport.NanoClock;

/**
 * One thread that waits for channels and for times, and does what is to be done then. All that a relay does happens here, so
 * that only what others read of it needs a lock.
 *
 * <p>The system wakes a selector to the millisecond at best; therefore the last stretch before a time is napped, and the
 * very last spun.
 */
final class RelayLoop implements AutoCloseable {
    /** From here on it naps: a selector's millisecond may be two. */
    private static final long NAP_FROM_NANOS = 2_000_000;

    private static final long NAP_NANOS = 50_000;

    /** From here on it spins: Linux makes a nap longer by 50 us (PR_SET_TIMERSLACK, prctl(2)), and a little. */
    private static final long SPIN_FROM_NANOS = 120_000;

    private static final long CLOSE_LIMIT_SECONDS = 5;

    private final Selector selector = Selector.open();
    private final Times times = new Times();
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final NanoClock clock;
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean broken;

    RelayLoop(String name, NanoClock clock) throws IOException {
        this.clock = clock;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    long nowNanos() {
        return clock.nanoTime();
    }

    /** Whether something is to be done at this time or before. Within the loop's thread only. */
    boolean awaits(long nanos) {
        return !times.isEmpty() && times.untilNext(nanos) <= 0;
    }

    /** Does something whenever a channel is ready; the channel becomes non-blocking. */
    SelectionKey register(SelectableChannel channel, int operations, Runnable whenReady) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, operations, whenReady);
    }

    /** Does something at a time. Within the loop's thread only. */
    Times.Task at(long nanos, Runnable task) {
        return times.add(nanos, task);
    }

    /** Does something in the loop's thread, soon. Any thread may ask; without effect once the loop is closed or has died. */
    void post(Runnable task) {
        if (!closing && !broken) {
            posted.add(task);
            selector.wakeup();
        }
    }

    /**
     * Where the loop's own thread asks: ends the loop behind what is under way, and does something last.
     *
     * @return whether it is that thread
     */
    boolean endsWith(Runnable last) {
        if (Thread.currentThread() != thread) {
            return false;
        }
        posted.add(last);
        closing = true;
        return true;
    }

    private void run() {
        try {
            while (!closing) {
                await();
                doPosted();
                times.doDue(clock.nanoTime());
                selector.selectedKeys().forEach(key -> ((Runnable) key.attachment()).run());
                selector.selectedKeys().clear();
            }
            doPosted();
        } catch (ClosedSelectorException closed) {
            // closed meanwhile: the end
        } catch (IOException selectorBroken) {
            throw new UncheckedIOException(selectorBroken);
        } finally {
            if (!closing) {
                broken = true;
                closeChannels();
            }
        }
    }

    /** The loop has died of an error: whoever comes now is refused, not left waiting. */
    private void closeChannels() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close(); // before that the system keeps them
        } catch (IOException gone) {
            // closed all the same
        }
    }

    /** Whether it has died of an error. */
    boolean broken() {
        return broken;
    }

    private void await() throws IOException {
        if (times.isEmpty()) {
            selector.select();
            return;
        }
        long leftNanos = times.untilNext(clock.nanoTime());
        if (leftNanos > NAP_FROM_NANOS) {
            selector.select((leftNanos - NAP_FROM_NANOS / 2) / 1_000_000);
        } else if (selector.selectNow() == 0 && leftNanos > 0) {
            if (leftNanos > SPIN_FROM_NANOS) {
                LockSupport.parkNanos(NAP_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private void doPosted() {
        for (Runnable task = posted.poll(); task != null; task = posted.poll()) {
            task.run();
        }
    }

    /** Ends the thread, within a limit; who is interrupted does not wait for it, nor does the thread itself. */
    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        boolean late = Thread.currentThread() != thread && isLate();
        selector.close();
        if (late) {
            throw new IOException("relay: " + thread.getName() + " did not end within " + CLOSE_LIMIT_SECONDS + " s");
        }
    }

    private boolean isLate() {
        try {
            thread.join(CLOSE_LIMIT_SECONDS * 1_000);
            return thread.isAlive();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
