package org.sockrates.transport;

import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/** A socket call failed because of the world: the peer, the network, a limit. Carries what {@code errno} would say. */
public final class SocketCallException extends IOException {
    private static final long serialVersionUID = 1;

    private final Call call;
    private final Errno errno;

    /** @param detail what the errno does not say by itself; the errno's own text when there is nothing to add */
    public SocketCallException(Call call, Errno errno, String detail, @Nullable Throwable cause) {
        super(call.word() + ": " + detail, cause);
        this.call = call;
        this.errno = errno;
    }

    public SocketCallException(Call call, Errno errno, String detail) {
        this(call, errno, detail, null);
    }

    public SocketCallException(Call call, Errno errno) {
        this(call, errno, errno.text(), null);
    }

    /**
     * Why a call cannot be made on a socket as it stands; where that is closed, {@link Errno#EBADF} and nothing else.
     *
     * @param errno why, where it is open
     * @param detail what that errno does not say by itself
     */
    public static SocketCallException notNow(TransportSocket socket, Call call, Errno errno, String detail) {
        return socket.phase() == Phase.CLOSED
                ? new SocketCallException(call, Errno.EBADF, "closed")
                : new SocketCallException(call, errno, detail);
    }

    /** The failed call as the exception of a Java channel says it, told in the terms of C. */
    public static SocketCallException of(Call call, Exception cause) {
        if (cause instanceof SocketCallException already) {
            return already;
        }
        Exception said = saidByChannel(cause);
        Errno errno = ErrnoTable.of(call, said);
        return new SocketCallException(call, errno, ErrnoTable.detail(errno, said), cause);
    }

    /**
     * This failure of a send of which some was taken: {@code Broken pipe; 5 of 9 bytes handed over, delivery unknown}.
     *
     * @param bytes that were taken
     * @param size bytes that were to be sent
     * @param what those bytes are, and who took them: {@code bytes handed over}
     */
    public SocketCallException partly(long bytes, long size, String what) {
        String told = errno.text() + "; " + bytes + " of " + size + " " + what + ", delivery unknown";
        return new SocketCallException(Call.SEND, errno, told, this);
    }

    /** The socket of a channel wraps what the channel threw, and has other words for it. */
    private static Exception saidByChannel(Exception cause) {
        if (cause.getClass() == SocketException.class && cause.getCause() instanceof RuntimeException refused) {
            return refused;
        }
        return cause.getCause() instanceof ClosedChannelException closed ? closed : cause;
    }

    public Call call() {
        return call;
    }

    public Errno errno() {
        return errno;
    }

    /** Whether the caller's own limit ended it: neither the system nor the other end has said anything. */
    public boolean outOfTime() {
        return errno == Errno.EAGAIN || (getCause() instanceof SocketCallException limit && limit.outOfTime());
    }
}
