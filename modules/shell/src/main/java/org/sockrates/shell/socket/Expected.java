package org.sockrates.shell.socket;

import java.nio.ByteBuffer;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Quotes;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;

/** What a receive is to give, to the last byte. */
final class Expected {
    /** So many of both kinds, beside each other in a line of 80 columns where they are text. */
    private static final int SHOWN_BYTES = 8;

    private final String name;
    private final ByteBuffer bytes;

    /** @param data as it was typed */
    Expected(Word data, byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        this.name = Payload.isShort(data)
                ? SafeText.escape(Quotes.around(data.text()))
                : SafeText.quote(this.bytes, SHOWN_BYTES);
    }

    int size() {
        return bytes.remaining();
    }

    /**
     * Holds what came against it.
     *
     * @param cutBytes how many of its message had no room
     * @param end why there are no more, where there are too few
     */
    Comparison against(ByteBuffer came, int cutBytes, String end) {
        int first = bytes.mismatch(came);
        if (first < 0 && cutBytes == 0) {
            return new Comparison(name, size(), size(), "", "");
        }
        int right = first < 0 ? size() : first;
        String told = came.hasRemaining() || cutBytes > 0
                ? right + " of " + size() + " bytes are right" + behind(right, came, cutBytes, end)
                : end.equals(Receiving.MESSAGE_ENDS) ? "an empty message came" : "nothing came";
        String next = right == size() ? "nothing more" : from(right, bytes);
        return new Comparison(name, size(), right, told, next);
    }

    private static String behind(int right, ByteBuffer came, int cutBytes, String end) {
        if (right < came.remaining()) {
            return ", then " + from(right, came);
        }
        return cutBytes > 0 ? ", then " + cutBytes + " cut off" : "; " + end;
    }

    private static String from(int right, ByteBuffer bytes) {
        return SafeText.quote(bytes.slice(bytes.position() + right, bytes.remaining() - right), SHOWN_BYTES);
    }
}
