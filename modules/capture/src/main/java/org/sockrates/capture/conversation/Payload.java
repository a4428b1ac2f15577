package org.sockrates.capture.conversation;

import org.sockrates.transport.Arguments.Data;
import org.sockrates.transport.SocketEvent;

/** What an event tells of a payload: its size, and its first bytes as they are quoted. Not the payload itself: nobody kept it. */
public final class Payload {
    private static final String MORE = "...";

    private Payload() {}

    /** The quoted payload, or {@code ""} in quotes where none is quoted. */
    public static String quoted(SocketEvent event) {
        return event.arguments() instanceof Data data ? data.quoted() : "\"\"";
    }

    /** The size of a message received, with what was cut off. */
    public static long wholeBytes(SocketEvent event) {
        return event.value() + cutBytes(event);
    }

    /** How much of a datagram did not fit. */
    private static int cutBytes(SocketEvent event) {
        return event.outcome() instanceof SocketEvent.Returned returned ? returned.cutBytes() : 0;
    }

    /** Whether what was received can be the datagram that was sent: the same size, and the same bytes as far as quoted. */
    public static boolean canBe(SocketEvent sent, SocketEvent received) {
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
