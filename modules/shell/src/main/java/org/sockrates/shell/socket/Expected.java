package org.sockrates.shell.socket;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
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
    private final @Nullable Head head;

    /**
     * @param data as it was typed
     * @param head what comes before it, and is not compared, if anything does
     */
    Expected(Word data, byte[] bytes, @Nullable Head head) {
        this.bytes = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        this.head = head;
        this.name = called(data, this.bytes) + (head == null ? "" : " behind " + head.name());
    }

    /** What was typed, where it is short. */
    static String called(Word data, ByteBuffer bytes) {
        return Payload.isShort(data) ? SafeText.escape(Quotes.around(data.text())) : SafeText.quote(bytes, SHOWN_BYTES);
    }

    int size() {
        return bytes.remaining();
    }

    /** So much room that one byte too many is seen. */
    int roomBytes() {
        return size() + 1 + (head == null ? 0 : Head.MOST_BYTES);
    }

    /**
     * Holds what came against it.
     *
     * @param cutBytes how many of its message had no room
     * @param end why there are no more, where there are too few
     */
    Comparison against(ByteBuffer came, int cutBytes, String end) {
        ByteBuffer compared = came;
        if (head != null && came.hasRemaining()) {
            compared = head.rest(came);
            if (compared == null) {
                return new Comparison(name, size(), 0, "no " + head.name() + " came", from(0, bytes));
            }
        }
        int first = bytes.mismatch(compared);
        if (first < 0 && cutBytes == 0) {
            return new Comparison(name, size(), size(), "", "");
        }
        int right = first < 0 ? size() : first;
        String told = came.hasRemaining() || cutBytes > 0
                ? right + " of " + size() + " bytes are right" + behind(right, compared, cutBytes, end)
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
