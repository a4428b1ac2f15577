package org.sockrates.transport.framing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.sockrates.transport.SafeText;

/** What the first four bytes of something that is no frame look like; a hint at the end of an error. */
final class Guess {
    private static final Set<String> HTTP_WORDS =
            Set.of("GET ", "POST", "PUT ", "HEAD", "DELE", "OPTI", "CONN", "PATC", "TRAC", "HTTP", "PRI ");
    private static final int TLS_HANDSHAKE = 0x1603;

    private Guess() {}

    /** Of a length nobody can mean. */
    static String of(int length, int mostBytes) {
        String known = known(length);
        if (!known.isEmpty()) {
            return known;
        }
        int turned = Integer.reverseBytes(length);
        if (turned >= 0 && turned <= mostBytes) {
            return "; looks like " + turned + ", least significant byte first: the network's order is the other one";
        }
        String text = text(length);
        boolean plain = text.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f);
        return plain ? "; looks like text without a length: " + SafeText.quote(text) : "";
    }

    /** Of the beginning of a line that does not end. */
    static String of(ByteBuffer stream, int start, int end) {
        int first = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            first = first << 8 | (start + i < end ? stream.get(start + i) & 0xff : 0);
        }
        return known(first);
    }

    private static String known(int first) {
        if (first >>> 16 == TLS_HANDSHAKE) {
            return "; looks like a TLS client hello";
        }
        String text = text(first);
        if (HTTP_WORDS.contains(text)) {
            return "; looks like HTTP: " + SafeText.quote(text);
        }
        return text.equals("SSH-") ? "; looks like SSH" : "";
    }

    private static String text(int first) {
        return new String(
                new byte[] {(byte) (first >>> 24), (byte) (first >>> 16), (byte) (first >>> 8), (byte) first},
                StandardCharsets.ISO_8859_1);
    }
}
