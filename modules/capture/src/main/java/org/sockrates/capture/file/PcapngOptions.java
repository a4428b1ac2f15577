package org.sockrates.capture.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Walks through the options at the end of a block's body; one that is cut ends the walk. */
final class PcapngOptions {
    private final ByteBuffer body;
    private int code;
    private int length;
    private int next;

    /** @param body its position where the options begin, its limit where the body ends, in the section's byte order */
    PcapngOptions(ByteBuffer body) {
        this.body = body;
        this.next = body.position();
    }

    /** Goes on to the next option. */
    boolean advance() {
        if (next + 4 > body.limit()) {
            return false;
        }
        code = body.getShort(next) & 0xffff;
        length = body.getShort(next + 2) & 0xffff;
        body.position(next + 4);
        next += 4 + Pcapng.padded(length);
        return code != Pcapng.OPTION_END && length <= body.remaining();
    }

    int code() {
        return code;
    }

    String text() {
        byte[] bytes = new byte[length];
        body.get(body.position(), bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Its number; what is no number of that size gives the other. */
    long number(int bytes, long otherwise) {
        if (length != bytes) {
            return otherwise;
        }
        return bytes == 1 ? body.get(body.position()) & 0xff : body.getLong(body.position());
    }
}
