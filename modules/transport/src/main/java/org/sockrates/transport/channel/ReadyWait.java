package org.sockrates.transport.channel;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.Errno;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Waiting;

/**
 * The sleep inside a blocking call, for one socket and one direction: waits until a non-blocking channel can go on, with
 * a limit and a way to end it. Its selector is opened at the first real wait.
 */
public final class ReadyWait {
    private final Deadline deadline;
    private volatile @Nullable Selector selector;
    private volatile boolean waiting;
    private volatile boolean woken;
    private volatile boolean closed;

    ReadyWait(NanoClock clock) {
        deadline = new Deadline(clock);
    }

    /** Begins a call: its time runs from now on, and a wake-up meant for an earlier one is forgotten. */
    ReadyWait begin(Waiting asked) {
        woken = false;
        deadline.begin(asked);
        return this;
    }

    /**
     * Returns when the channel is ready for the operation, or may be: the caller tries again.
     *
     * @param operation of {@link SelectionKey}
     * @throws SocketCallException {@link Errno#EAGAIN} at the end of the call's time, {@link Errno#EINTR} when woken or the
     *     thread is interrupted, {@link Errno#EBADF} when closed
     */
    public void await(Call call, SelectableChannel channel, int operation) throws IOException {
        if (woken) {
            woken = false;
            throw new SocketCallException(call, Errno.EINTR);
        }
        long leftNanos = deadline.leftNanos();
        if (leftNanos <= 0) {
            throw new SocketCallException(call, Errno.EAGAIN);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new SocketCallException(call, Errno.EINTR); // no selector lets it sleep any more
        }
        if (deadline.how() instanceof Waiting.Spinning) {
            Thread.onSpinWait();
        } else if (!channel.isBlocking()) {
            sleep(call, channel, operation, leftNanos);
        }
        if (closed) {
            throw new SocketCallException(call, Errno.EBADF);
        }
    }

    private void sleep(Call call, SelectableChannel channel, int operation, long leftNanos) throws IOException {
        try {
            Selector open = registered(call, channel, operation);
            open.select(ready -> {}, leftNanos == Deadline.NEVER ? 0 : Math.max(1, (leftNanos + 999_999) / 1_000_000));
        } catch (ClosedSelectorException closing) {
            throw new SocketCallException(call, Errno.EBADF, Errno.EBADF.text(), closing);
        } catch (IllegalBlockingModeException changed) {
            // told meanwhile to wait in the system call itself: the next try will
        } finally {
            waiting = false;
        }
    }

    private synchronized Selector registered(Call call, SelectableChannel channel, int operation) throws IOException {
        Selector known = selector;
        if (closed) {
            throw new ClosedSelectorException();
        }
        if (known == null) {
            known = open(call);
            selector = known;
        }
        waiting = true;
        channel.register(known, operation);
        return known;
    }

    /** The system's call itself takes none: a person looks for it there in vain. */
    private static Selector open(Call call) throws IOException {
        try {
            return Selector.open();
        } catch (IOException failure) {
            SocketCallException plain = SocketCallException.of(call, failure);
            throw plain.errno() != Errno.EMFILE
                    ? plain
                    : new SocketCallException(
                            call, Errno.EMFILE, "Java takes two descriptors of its own to wait; close some", failure);
        }
    }

    /** Ends the wait under way, if there is one. */
    void wake() {
        woken = true;
        Selector known = selector;
        if (known != null) {
            known.wakeup();
        }
    }

    /**
     * Lets go of a channel, so that it may block again, or so that a closed one's descriptor is given back at once. A
     * channel somebody waits for is kept; who is about to, waits until it is gone.
     */
    synchronized void forget(SelectableChannel channel) throws IOException {
        Selector known = selector;
        if (known == null || waiting) {
            return;
        }
        SelectionKey key = channel.keyFor(known);
        if (key != null) {
            key.cancel();
        }
        try {
            known.selectNow(ready -> {});
        } catch (ClosedSelectorException closing) {
            // which has let go of everything
        }
    }

    synchronized void close() throws IOException {
        closed = true;
        Selector known = selector;
        if (known != null) {
            known.close();
        }
    }
}
