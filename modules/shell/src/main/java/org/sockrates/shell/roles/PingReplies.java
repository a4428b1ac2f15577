package org.sockrates.shell.roles;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.transport.Client;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.TransportSocket;

/** Writes a number into each request and finds it again in the reply, whatever case a server put it in. */
final class PingReplies {
    /** A reply that is there, but carries no number: a server's own text. */
    static final long UNNUMBERED = -2;

    /** Only a part of a reply is there so far. */
    static final long INCOMPLETE = -1;

    private static final Pattern NUMBER = Pattern.compile("(?i)^ping ([0-9]{1,9})\\b");
    private static final int MOST_LINE = 65_536;

    private final NanoClock clock;
    private final boolean keepsBoundaries;
    private long cameNanos;
    private final ByteBuffer buffer = ByteBuffer.allocate(MOST_LINE);

    PingReplies(NanoClock clock, boolean keepsBoundaries) {
        this.clock = clock;
        this.keepsBoundaries = keepsBoundaries;
    }

    /** {@code ping 7 data}, and a line end, by which a stream's replies are told apart. */
    static byte[] request(int number, byte[] data) {
        byte[] head = ("ping " + number + (data.length == 0 ? "" : " ")).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + data.length + 1];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(data, 0, whole, head.length, data.length);
        whole[whole.length - 1] = '\n';
        return whole;
    }

    /** The number of the next reply, from 1 on; {@link #UNNUMBERED} or {@link #INCOMPLETE}. Receives once at most. */
    long next(Client client) throws IOException {
        int end = lineEnd();
        if (end < 0) {
            if (keepsBoundaries || !buffer.hasRemaining()) {
                buffer.clear();
            }
            int received = client.receive(buffer);
            cameNanos = clock.nanoTime();
            if (received == TransportSocket.END_OF_STREAM) {
                throw new EOFException("the server closed the connection");
            }
            end = keepsBoundaries ? buffer.position() : lineEnd();
        }
        if (end < 0) {
            return startsAsOurs() ? INCOMPLETE : unnumbered();
        }
        String reply = new String(buffer.array(), 0, end, StandardCharsets.ISO_8859_1);
        drop(end);
        Matcher number = NUMBER.matcher(reply);
        return number.find() ? Long.parseLong(number.group(1)) : UNNUMBERED;
    }

    /** When the last receive returned, before anything was read of it. */
    long cameNanos() {
        return cameNanos;
    }

    private long unnumbered() {
        buffer.clear();
        return UNNUMBERED;
    }

    private boolean startsAsOurs() {
        String start = new String(buffer.array(), 0, Math.min(5, buffer.position()), StandardCharsets.ISO_8859_1);
        return "ping ".startsWith(start.toLowerCase(Locale.ROOT));
    }

    /** Behind the first line end that has come, or -1. */
    private int lineEnd() {
        if (keepsBoundaries) {
            return -1;
        }
        for (int i = 0; i < buffer.position(); i++) {
            if (buffer.get(i) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private void drop(int bytes) {
        buffer.flip().position(bytes);
        buffer.compact();
    }
}
