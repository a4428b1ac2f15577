package org.sockrates.capture.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.sockrates.transport.SplitMix64;

/**
 * Bytes from outside as the key of a map. Its hash begins with a lot that each run draws anew: nobody can make a file whose keys
 * all have one hash, as is easily done with that of a {@link ByteBuffer}, a {@link String} or an {@link InetAddress}. It is not
 * one to sort by.
 *
 * @param bytes where they lie: no copy
 */
public record KeyBytes(ByteBuffer bytes) {
    private static final long LOT = new SecureRandom().nextLong();

    public KeyBytes {
        bytes = bytes.slice();
    }

    /** Text as its UTF-8. */
    public static KeyBytes of(String text) {
        return new KeyBytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A host's address. */
    public static KeyBytes of(InetAddress host) {
        return new KeyBytes(ByteBuffer.wrap(host.getAddress()));
    }

    @Override
    public int hashCode() {
        long hash = LOT ^ bytes.remaining();
        int at = 0;
        for (; at <= bytes.limit() - Long.BYTES; at += Long.BYTES) {
            hash = stirred(hash ^ bytes.getLong(at));
        }
        for (; at < bytes.limit(); at++) {
            hash = stirred(hash ^ bytes.get(at));
        }
        return (int) hash;
    }

    private static long stirred(long bits) {
        return new SplitMix64(bits).nextLong();
    }
}
