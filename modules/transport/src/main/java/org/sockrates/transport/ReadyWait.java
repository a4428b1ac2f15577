package org.sockrates.transport;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a non-blocking channel can go on: the sleep inside a blocking call, with a limit and a way to end it. One
 * for each socket and direction; its selector is opened at the first real wait.
 */
public final class ReadyWait implements AutoCloseable {
    private final NanoClock clock;
    private volatile @Nullable Selector selector;
    private volatile boolean woken;
    private volatile boolean closed;

    public ReadyWait(NanoClock clock) {
        this.clock = clock;
    }

    /**
     * When a call that starts now must give up, on this wait's clock; {@link Long#MAX_VALUE} for never.
     */
    public long deadlineNanos(Waiting waiting) {
        if (waiting instanceof Waiting.AtMost most) {
            return after(most.limit());
        }
        return waiting instanceof Waiting.Spinning spinning ? after(spinning.limit()) : Long.MAX_VALUE;
    }

    private long after(Duration limit) {
        return clock.nanoTime() + Math.min(limit.toNanos(), Long.MAX_VALUE / 4);
    }

    /**
     * Returns when the channel is ready for the operation, or may be: the caller tries again.
     *
     * @param operation of {@link SelectionKey}
     * @throws SocketCallException {@link Errno#EAGAIN} at the deadline, {@link Errno#EINTR} when woken,
     *     {@link Errno#EBADF} when closed
     */
    public void await(Call call, SelectableChannel channel, int operation, Waiting waiting, long deadlineNanos)
            throws IOException {
        if (woken) {
            woken = false;
            throw new SocketCallException(call, Errno.EINTR);
        }
        long leftNanos = deadlineNanos == Long.MAX_VALUE ? Long.MAX_VALUE : deadlineNanos - clock.nanoTime();
        if (leftNanos <= 0) {
            throw new SocketCallException(call, Errno.EAGAIN);
        }
        if (waiting instanceof Waiting.Spinning) {
            Thread.onSpinWait();
            return;
        }
        try {
            Selector open = open();
            SelectionKey key = channel.register(open, operation);
            open.select(leftNanos == Long.MAX_VALUE ? 0 : Math.max(1, (leftNanos + 999_999) / 1_000_000));
            open.selectedKeys().clear();
            if (key.isValid()) {
                key.interestOps(0);
            }
        } catch (ClosedSelectorException closing) {
            throw new SocketCallException(call, Errno.EBADF, Errno.EBADF.text(), closing);
        }
        if (closed) {
            throw new SocketCallException(call, Errno.EBADF);
        }
    }

    private synchronized Selector open() throws IOException {
        Selector known = selector;
        if (closed) {
            throw new ClosedSelectorException();
        }
        if (known == null) {
            known = Selector.open();
            selector = known;
        }
        return known;
    }

    /** Ends the wait under way, if there is one. */
    public void wake() {
        woken = true;
        Selector known = selector;
        if (known != null) {
            known.wakeup();
        }
    }

    /** Begins a new call: a wake-up meant for an earlier one is forgotten. */
    public void begin() {
        woken = false;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        Selector known = selector;
        if (known != null) {
            known.close();
        }
    }
}
