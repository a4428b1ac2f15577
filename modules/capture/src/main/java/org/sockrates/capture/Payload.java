package org.sockrates.capture;

import org.sockrates.transport.Arguments.Data;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.SocketEvent;

/** What an event tells of a payload: its size, and its first bytes as they are quoted. */
final class Payload {
    private static final String MORE = "...";

    private Payload() {}

    /** The quoted payload, or {@code ""} in quotes where none is quoted. */
    static String quoted(SocketEvent event) {
        return event.arguments() instanceof Data data ? data.quoted() : "\"\"";
    }

    /** Whether it is urgent: not in the stream, unless the receiver asked for it there. */
    static boolean isUrgent(SocketEvent event) {
        return event.arguments() instanceof Message message && message.flag() == Flag.MSG_OOB;
    }

    /** The size of a message received, with what was cut off. */
    static long wholeBytes(SocketEvent event) {
        return event.value() + cutBytes(event);
    }

    /** How much of a datagram did not fit. */
    private static int cutBytes(SocketEvent event) {
        return event.outcome() instanceof SocketEvent.Returned returned ? returned.cutBytes() : 0;
    }

    /** Whether what was received can be the datagram that was sent: the same size, and the same bytes as far as quoted. */
    static boolean canBe(SocketEvent sent, SocketEvent received) {
        String one = quoted(sent);
        String other = quoted(received);
        String a = begin(one);
        String b = begin(other);
        boolean partOfSent = isCut(other) || cutBytes(received) > 0;
        return sent.value() == wholeBytes(received)
                && (a.equals(b) || (isCut(one) && b.startsWith(a)) || (partOfSent && a.startsWith(b)));
    }

    private static boolean isCut(String quoted) {
        return quoted.endsWith("\"" + MORE);
    }

    private static String begin(String quoted) {
        int end = quoted.length() - (isCut(quoted) ? MORE.length() + 1 : 1);
        return quoted.substring(0, Math.max(end, 0));
    }
}
