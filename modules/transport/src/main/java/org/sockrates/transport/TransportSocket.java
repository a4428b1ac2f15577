package org.sockrates.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One socket: one method for each Berkeley call. It is not a server, and has no opinion of what is sent.
 *
 * <p>Every call that fails throws {@link SocketCallException} with the {@link Errno} the same call has in C. A call a
 * transport does not have (UDP's {@code listen}) fails with {@link Errno#EOPNOTSUPP}. Calls may be made by one sending
 * and one receiving thread at a time; {@link #close()}, {@link #wake()} and {@link #shutdown} by any thread at any time.
 * Whatever waits, waits as {@link #waiting()} says; an interrupted thread does not, and its call ends with
 * {@link Errno#EINTR}, but with {@link Errno#EAGAIN} where its time is over or there was none, and without a limit as {@link
 * Waiting.Unlimited} says. A {@link #send(ByteBuffer)} and a {@link #receive} that succeed allocate nothing.
 *
 * <p>On an {@link Family#AF_INET6} socket an IPv4 address means the mapped one, {@code ::ffff:127.0.0.1}, but to bind
 * {@code 0.0.0.0} means {@code ::}; on an {@link Family#AF_INET} socket an IPv6 address is {@link Errno#EAFNOSUPPORT}.
 */
public interface TransportSocket extends AutoCloseable {
    /** What {@link #receive} answers when the peer will send nothing more. */
    int END_OF_STREAM = -1;

    /** The transport that made it. */
    Transport transport();

    /** The family of its addresses. */
    Family family();

    /** Where in its life this socket is. */
    Phase phase();

    /** The address it is bound to, or null before {@link #bind} (or a call that binds by itself). */
    @Nullable
    InetSocketAddress local();

    /** The peer it is connected to, or null. */
    @Nullable
    InetSocketAddress remote();

    /** How calls on this socket wait. */
    Waiting waiting();

    /**
     * Changes how calls on this socket wait, from the next call on. While another thread waits in an {@link
     * Waiting.Unlimited} call, changing to something else waits for that call.
     */
    void waiting(Waiting waiting);

    /**
     * Gives the socket an address; port 0 lets the system choose one. Does not listen.
     *
     * @throws SocketCallException {@link Errno#EADDRINUSE}, {@link Errno#EADDRNOTAVAIL}, {@link Errno#EACCES} (a
     *     privileged port), {@link Errno#EINVAL} (bound already)
     */
    void bind(InetSocketAddress local) throws IOException;

    /**
     * Lets peers connect from now on; at most about {@code backlog} of them wait for {@link #accept} (RFC 9293 §3.10.1,
     * passive OPEN). A socket without an address is given one first.
     *
     * @param backlog at least 1; less is taken for 1
     * @throws SocketCallException {@link Errno#EINVAL} (connected already), {@link Errno#EADDRINUSE} (another listens there)
     */
    void listen(int backlog) throws IOException;

    /**
     * Takes the connection that has waited longest, as a socket of its own. Waits for one.
     *
     * @throws SocketCallException {@link Errno#EINVAL} when not listening, {@link Errno#EAGAIN} when nobody came in time
     */
    TransportSocket accept() throws IOException;

    /**
     * Connects to a peer. For TCP this is the handshake (RFC 9293 §3.5); it succeeds when the peer's system has answered,
     * whether or not its program has called accept. For UDP nothing is sent: the peer's address is noted, and datagrams
     * of others are no longer received; it may connect again, to another peer, and where that fails it keeps the one it
     * has. A refused socket may try again; where its own address cannot be had again it is told so and has none.
     *
     * @throws SocketCallException {@link Errno#ECONNREFUSED}, {@link Errno#ETIMEDOUT}, {@link Errno#EISCONN},
     *     {@link Errno#EALREADY} while another thread's connect is under way, …
     */
    void connect(InetSocketAddress remote) throws IOException;

    /**
     * Sends to the connected peer. A datagram goes whole or not at all. A stream takes what it can within the time it
     * may wait; fewer bytes than offered is an answer, not an error.
     *
     * @param message read from its position on; the position moves on by what was taken
     * @return the bytes handed to the system, at least 1 unless {@code message} is empty. Delivery is unknown.
     * @throws SocketCallException {@link Errno#EPIPE}, {@link Errno#ECONNRESET}, {@link Errno#EMSGSIZE},
     *     {@link Errno#EAGAIN} when not one byte could be handed over in time
     */
    int send(ByteBuffer message) throws IOException;

    /**
     * Sends several messages with as few system calls as the transport can: one {@code writev} for a stream, one call
     * each for datagrams. Stops early where {@link #send} would have taken fewer bytes than offered, or failed.
     *
     * @param messages each read from its position on, as by {@link #send}
     * @param offset of the first
     * @param length how many
     * @return the bytes handed to the system
     * @throws SocketCallException as {@link #send} when not one byte was handed over; that a further message failed is
     *     told by what was, as sendmmsg(2) tells it
     */
    default long send(ByteBuffer[] messages, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, messages.length);
        long sentBytes = 0;
        for (int i = offset; i < offset + length; i++) {
            try {
                sentBytes += send(messages[i]);
            } catch (SocketCallException failure) {
                if (sentBytes == 0) {
                    throw failure;
                }
                break;
            }
            if (messages[i].hasRemaining()) {
                break;
            }
        }
        return sentBytes;
    }

    /**
     * Receives what there is, waiting until there is something. A datagram comes whole; the part that does not fit is
     * lost, see {@link #truncatedBytes()}: into a full buffer, all of it. A stream gives any number of bytes from 1 on; into
     * a full buffer it gives 0, and loses nothing.
     *
     * @param into filled from its position on; not a read-only one: its exception may cost a datagram
     * @return the number of bytes, 0 for an empty datagram, or {@link #END_OF_STREAM}
     * @throws SocketCallException {@link Errno#EAGAIN} when nothing came in time, {@link Errno#ECONNRESET},
     *     {@link Errno#ECONNREFUSED} (connected UDP: an earlier datagram met a closed port), {@link Errno#EINTR} after
     *     {@link #wake()}
     */
    int receive(ByteBuffer into) throws IOException;

    /**
     * Sends one datagram to an address. On a connected stream the address is ignored, as Linux does: it is {@link #send},
     * and what fails says {@link Call#SEND}.
     *
     * @return the bytes handed to the system, as {@link #send(ByteBuffer)}
     * @throws SocketCallException as {@link #send}, and {@link Errno#EISCONN} when a datagram socket is connected to
     *     another address (Linux would send; POSIX allows both)
     */
    default int sendTo(ByteBuffer message, InetSocketAddress to) throws IOException {
        return send(message);
    }

    /**
     * Receives like {@link #receive} and says from whom: of a stream, its peer, and what fails there says {@link Call#RECV}.
     *
     * @return the sender, or null at the end of a stream
     */
    default @Nullable InetSocketAddress receiveFrom(ByteBuffer into) throws IOException {
        return receive(into) == END_OF_STREAM ? null : remote();
    }

    /** How many bytes of the last datagram did not fit and are lost; 0 for a stream. */
    default int truncatedBytes() {
        return 0;
    }

    /**
     * Sends one byte of urgent data (RFC 9293 §3.8.5: new programs should not). TCP has it, and whatever
     * has TCP's options; no other has.
     *
     * @throws SocketCallException as {@link #send}, and {@link Errno#EOPNOTSUPP} where there is none
     */
    default void sendUrgent(byte data) throws IOException {
        throw missing(Call.SEND, "has no urgent data");
    }

    /**
     * Ends one direction, or both, and keeps the socket.
     *
     * @throws SocketCallException {@link Errno#ENOTCONN}, also of a TCP connection that was reset, given up, or ended by
     *     both ends. Java does not tell of a socket that waits without a limit, nor of one both of whose directions were
     *     ended here; it tells early where the last acknowledgement is still awaited (RFC 9293 §3.3.2, CLOSING, LAST-ACK)
     */
    void shutdown(Direction direction) throws IOException;

    /** The options this socket has, by their real names ({@code SO_RCVBUF}), with their values as text. */
    Map<String, String> options();

    /**
     * Sets an option by its real name.
     *
     * @param value a whole number, {@code on}, {@code off}, or {@code off} or seconds for {@code SO_LINGER}
     * @throws SocketCallException {@link Errno#ENOPROTOOPT} when this socket has no such option, {@link Errno#EINVAL}
     */
    void option(String name, String value) throws IOException;

    /**
     * Joins a multicast group on an interface (RFC 1112).
     *
     * @throws SocketCallException {@link Errno#EINVAL} when it is no group, {@link Errno#EADDRINUSE} when it was joined
     *     before, {@link Errno#EOPNOTSUPP} where a message has one receiver at most: see {@link Traits#groupSend()}
     */
    default void join(InetAddress group, NetworkInterface on) throws IOException {
        throw missing(Call.SETSOCKOPT, "has exactly two ends, never a group");
    }

    /**
     * Leaves a group that was joined.
     *
     * @throws SocketCallException {@link Errno#EADDRNOTAVAIL} when it was not joined, {@link Errno#EOPNOTSUPP}
     */
    default void leave(InetAddress group, NetworkInterface on) throws IOException {
        throw missing(Call.SETSOCKOPT, "has exactly two ends, never a group");
    }

    private SocketCallException missing(Call call, String why) {
        return SocketCallException.notNow(
                this, call, Errno.EOPNOTSUPP, transport().name() + " " + why);
    }

    /**
     * Lets the next call tell of an error that a {@link #receive} told behind bytes that are the answer, as the kernel does
     * under {@code MSG_WAITALL} (recv(2)). Does nothing where a call tells of it again by itself, and for datagrams; a stream
     * that another socket carries hands it on.
     */
    default void keep(Errno errno) {}

    /**
     * Whether a close now would wait for what the peer has not acknowledged, as SO_LINGER lets it (socket(7));
     * {@link #wake()} ends that wait, not the sending.
     */
    default boolean lingers() {
        return false;
    }

    /**
     * What {@code select(2)} can wait on, for a program with many sockets; empty where a transport has none. The socket
     * is non-blocking from then on ({@link Waiting#NOT_AT_ALL}). For waiting only: data goes through the calls above. After
     * {@link #listen} and after a connect that was refused there may be another behind the socket: ask again.
     */
    default Optional<SelectableChannel> selectable() throws IOException {
        return Optional.empty();
    }

    /**
     * Ends the calls that wait on this socket, if any do, with {@link Errno#EINTR}. The socket stays open, and a call that
     * begins later is not affected: who must be sure, wakes until the call has ended. A {@link Waiting.Unlimited} wait is
     * in the system's hands and only ended by {@link #close()}.
     */
    void wake();

    /**
     * Throws the connection away: the peer is sent a reset (RFC 9293 §3.10.5). Without a connection, closes.
     *
     * @return whether the peer was sent one: a connection that is over already has nothing to reset
     */
    boolean abort() throws IOException;

    /**
     * Closes; a call that waits in another thread ends with {@link Errno#EBADF}, but a send of which some was taken
     * answers that. May be called twice. What was sent is still delivered, unless received data was left unread: then TCP
     * resets (RFC 2525 §2.17).
     */
    @Override
    void close() throws IOException;
}
