package org.sockrates.transport;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.text.CountText;

/**
 * One call on one socket, with its result. Of what sockets do, trace, ladder, journal and JSON are fed
 * by these and by nothing else; packets are told by links and wires.
 *
 * @param startNanos when the call began, on the observation's clock
 * @param endNanos when it ended; equal to {@code startNanos} while {@link #pending()}
 * @param socket the socket's number, from 3 on; {@link #NO_SOCKET} where none could be made
 * @param transport the transport's name
 * @param call which call
 * @param arguments what it was given, or filled in
 * @param outcome how it ended, or null when it has begun and waits
 * @param local the socket's own address after the call, if it has one
 * @param peer the other end after the call, or the address a datagram went to or came from
 */
public record SocketEvent(
        long startNanos,
        long endNanos,
        int socket,
        String transport,
        Call call,
        Arguments arguments,
        @Nullable Outcome outcome,
        @Nullable InetSocketAddress local,
        @Nullable InetSocketAddress peer) {

    /** Of the call {@code socket} when it fails. */
    public static final int NO_SOCKET = -1;

    /** How a call ended. */
    public sealed interface Outcome {}

    /**
     * It succeeded.
     *
     * @param value what the call returned: bytes, a socket's number, 0
     * @param cutBytes how much of a message did not fit, and is gone
     * @param remark what strace would not know
     */
    public record Returned(long value, int cutBytes, Remark remark) implements Outcome {
        /** Of whose success there is nothing more to say. */
        public Returned(long value) {
            this(value, 0, Remark.NONE);
        }

        /** What strace would not know, such as "12 bytes cut off"; empty when there is nothing to say. */
        public String note() {
            return cutBytes > 0 ? CountText.print(cutBytes, "byte") + " cut off" : remark.text;
        }
    }

    /** What a call did beyond what it returned. */
    public enum Remark {
        NONE(""),
        /** A receive met the end of the peer's stream. */
        END_OF_STREAM("end of stream"),
        /** A close reset the connection. */
        RESET("reset");

        private final String text;

        Remark(String text) {
            this.text = text;
        }
    }

    /** It failed. */
    public record Failed(Errno errno, String detail) implements Outcome {}

    public boolean pending() {
        return outcome == null;
    }

    public boolean failed() {
        return outcome instanceof Failed;
    }

    public boolean failedWith(Errno errno) {
        return outcome instanceof Failed failed && failed.errno() == errno;
    }

    /** Whether its payload is urgent: not in the stream, unless the receiver asked for it there. */
    public boolean isUrgent() {
        return arguments instanceof Arguments.Message message && message.flag() == Arguments.Flag.MSG_OOB;
    }

    /** Whether a call on a connection was told that the system had given it up; what cannot be sent at all is no sign of it. */
    public boolean tellsOfGivingUp() {
        return switch (call) {
            case SEND, SENDTO, RECV, RECVFROM, SHUTDOWN, CLOSE ->
                outcome instanceof Failed failed
                        && failed.errno().endsTheUnanswered()
                        && (failed.errno() != Errno.EOPNOTSUPP || call.receives());
            default -> false;
        };
    }

    /** What the call returned, or -1 where it failed or waits. */
    public long value() {
        return outcome instanceof Returned returned ? returned.value() : -1;
    }
}
