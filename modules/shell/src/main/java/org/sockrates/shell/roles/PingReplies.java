package org.sockrates.shell.roles;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.transport.Client;
import org.sockrates.transport.TransportSocket;

/** Writes a number into each request and finds it again in the reply, whatever case a server put it in. */
final class PingReplies {
    private static final Pattern NUMBER = Pattern.compile("(?i)^ping ([0-9]{1,9})\\b");
    private static final int MOST_LINE = 65_536;

    private final boolean keepsBoundaries;
    private final ByteBuffer buffer = ByteBuffer.allocate(MOST_LINE);

    PingReplies(boolean keepsBoundaries) {
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

    /**
     * The number of the next reply. One that carries none, a server's own text, is taken for the answer to the request
     * that waits; empty when only a part of a reply is there so far.
     */
    OptionalLong next(Client client, int waiting) throws IOException {
        int end = lineEnd();
        if (end < 0) {
            if (keepsBoundaries || !buffer.hasRemaining()) {
                buffer.clear();
            }
            if (client.receive(buffer) == TransportSocket.END_OF_STREAM) {
                throw new EOFException("client: the server closed the connection");
            }
            end = keepsBoundaries ? buffer.position() : lineEnd();
        }
        if (end < 0) {
            boolean ours = startsAsOurs();
            return ours ? OptionalLong.empty() : whole(waiting);
        }
        String reply = new String(buffer.array(), 0, end, StandardCharsets.ISO_8859_1);
        drop(end);
        Matcher number = NUMBER.matcher(reply);
        return OptionalLong.of(number.find() ? Long.parseLong(number.group(1)) : waiting);
    }

    private OptionalLong whole(int waiting) {
        buffer.clear();
        return OptionalLong.of(waiting);
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
