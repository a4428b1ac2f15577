package org.sockrates.shell.roles;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    private static final Pattern NUMBER = Pattern.compile("(?i)\\bping ([0-9]{1,9})\\b");
    private static final int MOST_DATAGRAM = 65_536;

    /** Of a reply so much is looked at; a number that ends here may have been cut. */
    private static final int MOST_HEAD = 256;

    private final NanoClock clock;
    private final boolean keepsBoundaries;
    private final ByteBuffer came = ByteBuffer.allocate(MOST_DATAGRAM).flip();
    private final ByteBuffer head = ByteBuffer.allocate(MOST_HEAD);
    private long cameNanos;
    private long unendedBytes;

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

    /**
     * The number of the next reply, from 1 on; {@link #UNNUMBERED} or {@link #INCOMPLETE}. Receives once at most. Of a stream
     * a reply is a line, however many pieces it comes in.
     */
    long next(Client client) throws IOException {
        if (!came.hasRemaining()) {
            receive(client);
        }
        boolean over = keepsBoundaries;
        while (came.hasRemaining()) {
            byte next = came.get();
            unendedBytes++;
            if (head.hasRemaining()) {
                head.put(next);
            }
            if (next == '\n' && !keepsBoundaries) {
                over = true;
                break;
            }
        }
        return over ? number() : INCOMPLETE;
    }

    private void receive(Client client) throws IOException {
        came.clear();
        try {
            int received = client.receive(came);
            cameNanos = clock.nanoTime();
            if (received == TransportSocket.END_OF_STREAM) {
                throw new EOFException("the server closed the connection");
            }
        } finally {
            came.flip();
        }
    }

    /** When the last receive returned, before anything was read of it. */
    long cameNanos() {
        return cameNanos;
    }

    /** How many bytes of a stream came behind its last end of line. */
    long unendedBytes() {
        return unendedBytes;
    }

    private long number() {
        String text = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
        head.clear();
        unendedBytes = 0;
        Matcher number = NUMBER.matcher(text);
        return number.find() && number.end() < MOST_HEAD ? Long.parseLong(number.group(1)) : UNNUMBERED;
    }
}
