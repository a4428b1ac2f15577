package org.sockrates.transport.tcp;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.channel.Patience;
import org.sockrates.transport.channel.ReadyWait;

/** What a TCP socket has once it is connected: a stream of bytes in each direction. */
final class Connection {
    private static final String ENDED = "this direction was shut down";

    private final SocketChannel stream;
    private final Patience patience;
    private volatile boolean resetTold;
    private volatile boolean lossTold;
    private volatile boolean peerEnded;
    private volatile boolean inputEnded;
    private volatile boolean outputEnded;
    private final AtomicReference<@Nullable Errno> kept = new AtomicReference<>();

    Connection(SocketChannel stream, Patience patience) {
        this.stream = stream;
        this.patience = patience;
    }

    int send(ByteBuffer message) throws IOException {
        mayCarry(message.hasRemaining());
        try {
            int sentBytes = stream.write(message);
            return message.hasRemaining() ? (int) rest(new ByteBuffer[] {message}, 0, 1, sentBytes) : sentBytes;
        } catch (IOException failure) {
            throw notSent(failure);
        }
    }

    long send(ByteBuffer[] messages, int offset, int length) throws IOException {
        mayCarry(anyLeft(messages, offset, length));
        try {
            long sentBytes = stream.write(messages, offset, length);
            return anyLeft(messages, offset, length) ? rest(messages, offset, length, sentBytes) : sentBytes;
        } catch (IOException failure) {
            throw notSent(failure);
        }
    }

    /**
     * Tells what stands in a send's way before Java is asked. After {@code shutdown(OUT)} Java makes the call and hides what
     * it told, which would be told once: the next receive tells it. Of nothing to send Java makes no call: where the
     * connection is over, a byte is not sent either, and the kernel says why.
     */
    private void mayCarry(boolean anything) throws IOException {
        tellKept(Call.SEND);
        if (outputEnded && stream.isOpen()) {
            throw new SocketCallException(Call.SEND, Errno.EPIPE, ENDED);
        }
        if (!anything && isOver()) {
            try {
                stream.write(ByteBuffer.allocate(1));
            } catch (IOException failure) {
                throw notSent(failure);
            }
        }
    }

    /** What a first write left: more as the peer makes room, for as long as the socket may wait. */
    private long rest(ByteBuffer[] messages, int offset, int length, long already) throws IOException {
        long sentBytes = already;
        ReadyWait room = patience.toWrite();
        while (anyLeft(messages, offset, length)) {
            try {
                room.await(Call.SEND, stream, SelectionKey.OP_WRITE);
                sentBytes += stream.write(messages, offset, length);
            } catch (IOException failure) {
                SocketCallException ended = notSent(failure);
                if (sentBytes == 0) {
                    throw ended;
                }
                keep(ended.errno());
                return sentBytes; // as in C: what was taken is the answer, and the error meets the next call
            }
        }
        return sentBytes;
    }

    /** Lets the next call tell what the system tells once: it would find the connection ended, and not why. */
    void keep(Errno errno) {
        if (isLoss(errno)) {
            kept.set(errno);
        }
    }

    private static boolean isLoss(Errno errno) {
        return errno == Errno.ECONNRESET || errno.endsTheUnanswered();
    }

    /** What the system told of a call, and whether there is a connection behind it. */
    private SocketCallException told(Call call, IOException failure) {
        SocketCallException told = SocketCallException.of(call, failure);
        if (isLoss(told.errno()) || told.errno() == Errno.EPIPE) {
            lossTold = true;
        }
        return told;
    }

    /** Tells of an error that the system told when there was something else to answer. */
    private void tellKept(Call call) throws SocketCallException {
        Errno errno = kept.get() == null ? null : kept.getAndSet(null);
        if (errno != null) {
            throw new SocketCallException(call, errno);
        }
    }

    private static boolean anyLeft(ByteBuffer[] messages, int offset, int length) {
        for (int i = offset + length - 1; i >= offset; i--) {
            if (messages[i].hasRemaining()) {
                return true;
            }
        }
        return false;
    }

    void sendUrgent(byte data) throws IOException {
        mayCarry(true);
        ReadyWait room = patience.toWrite();
        while (!takesUrgent(data)) {
            room.await(Call.SEND, stream, SelectionKey.OP_WRITE);
        }
    }

    /** Java's own call never waits; it says by an error that there was no room. */
    private boolean takesUrgent(byte data) throws IOException {
        try {
            stream.socket().sendUrgentData(data);
            return true;
        } catch (IOException failure) {
            SocketCallException told = notSent(failure);
            if (told.errno() != Errno.EAGAIN) {
                throw told;
            }
            return false;
        }
    }

    /** After another thread's {@code shutdown(OUT)} Java calls the whole channel closed; C knows better. */
    private SocketCallException notSent(IOException failure) {
        return failure instanceof ClosedChannelException && stream.isOpen()
                ? new SocketCallException(Call.SEND, Errno.EPIPE, ENDED, failure)
                : told(Call.SEND, failure);
    }

    /**
     * At least one byte, or {@link TransportSocket#END_OF_STREAM}; 0 only into a full buffer. Java tells of a reset again
     * and again, the kernel once.
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // a socket has one receiver
    int receive(ByteBuffer into) throws IOException {
        int bytes;
        try {
            bytes = stream.read(into);
            if (bytes == 0 && into.hasRemaining()) {
                bytes = receiveLater(into);
            }
        } catch (IOException failure) {
            SocketCallException told = told(Call.RECV, failure);
            boolean reset = told.errno() == Errno.ECONNRESET;
            if (!reset || !resetTold) {
                resetTold |= reset;
                throw told;
            }
            bytes = TransportSocket.END_OF_STREAM;
        }
        if (bytes == TransportSocket.END_OF_STREAM) {
            peerEnded = true;
            tellKept(Call.RECV);
        }
        return bytes;
    }

    private int receiveLater(ByteBuffer into) throws IOException {
        ReadyWait data = patience.toRead();
        int bytes = 0;
        while (bytes == 0) {
            data.await(Call.RECV, stream, SelectionKey.OP_READ);
            bytes = stream.read(into);
        }
        return bytes;
    }

    void shutdown(Direction direction) throws IOException {
        if (isOver()) {
            throw new SocketCallException(Call.SHUTDOWN, Errno.ENOTCONN, "this connection is over");
        }
        try {
            if (direction.in()) {
                stream.shutdownInput();
                inputEnded = true;
            }
            if (direction.out()) {
                stream.shutdownOutput();
                outputEnded = true;
            }
        } catch (IOException failure) {
            throw SocketCallException.of(Call.SHUTDOWN, failure);
        }
    }

    /**
     * Whether the kernel has no connection behind this socket any more: reset, given up, or ended by both ends. Its
     * shutdown says so and Java's does not. A connected channel is ready to connect only when the kernel reports POLLHUP or
     * POLLERR; the first it reports, too, of one whose both directions have ended. Where both were ended here the
     * connection may live, and Java's answer stands; where the peer ended one, at most its last acknowledgement is awaited.
     * Java's selector on macOS and the BSDs reports neither: there it is over once a call has told so.
     */
    private boolean isOver() {
        if (inputEnded && outputEnded) {
            return false;
        }
        if (lossTold || (peerEnded && outputEnded)) {
            return true;
        }
        try (Selector selector = Selector.open()) {
            stream.register(selector, SelectionKey.OP_CONNECT);
            return selector.selectNow() > 0;
        } catch (IOException | IllegalBlockingModeException cannotAsk) {
            return false;
        }
    }

    /**
     * Lets the next close throw the connection away, with a reset instead of a farewell and without TIME_WAIT.
     *
     * @return whether there is a connection to reset
     */
    boolean closeWillReset() throws IOException {
        boolean over = isOver();
        stream.setOption(StandardSocketOptions.SO_LINGER, 0);
        return !over;
    }
}
