package org.sockrates.transport.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectableChannel;
import java.util.Objects;
import org.sockrates.transport.Errno;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.Waiting;

/**
 * How one socket made of Java's channels waits: the {@link Waiting} it was told, the blocking mode that goes with it, and
 * one sleep for each direction. For those who write a transport; not for those who use one.
 */
public final class Patience {
    private final ReadyWait reads;
    private final ReadyWait writes;
    private volatile Waiting waiting = Waiting.USUAL;

    public Patience(NanoClock clock) {
        this.reads = new ReadyWait(clock);
        this.writes = new ReadyWait(clock);
    }

    /** The wait of a call that receives or accepts and could not go on at once; its time begins now. */
    public ReadyWait toRead() {
        return reads.begin(waiting);
    }

    /** The wait of a call that sends or connects and could not go on at once; its time begins now. */
    public ReadyWait toWrite() {
        return writes.begin(waiting);
    }

    public Waiting waiting() {
        return waiting;
    }

    /**
     * From the next call on, and with this channel. Without a limit the wait is in the system call itself, so the channel
     * becomes a blocking one; but one that a program's own selector knows cannot block, and waits in a selector here too.
     */
    public void waiting(Waiting other, SelectableChannel channel) {
        waiting = Objects.requireNonNull(other, "waiting");
        boolean blocking = other instanceof Waiting.Unlimited;
        try {
            if (blocking && channel.isRegistered()) {
                forget(channel);
            }
            if (channel.isBlocking() != blocking && !(blocking && channel.isRegistered())) {
                channel.configureBlocking(blocking);
            }
        } catch (ClosedChannelException closed) {
            // there is nothing left to wait for
        } catch (IllegalBlockingModeException waitedFor) {
            // somebody has begun to wait for it in a selector, and goes on there
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lets go of a channel that was closed or is replaced, so that its descriptor is given back at once. */
    public void forget(SelectableChannel channel) throws IOException {
        reads.forget(channel);
        writes.forget(channel);
    }

    /** Ends what waits now, in both directions, with {@link Errno#EINTR}. */
    public void wake() {
        reads.wake();
        writes.wake();
    }

    /** Ends what waits now, or is about to, with {@link Errno#EBADF}, and lets go of the channel, which is closed next. */
    public void close() throws IOException {
        try {
            reads.close();
        } finally {
            writes.close();
        }
    }
}
