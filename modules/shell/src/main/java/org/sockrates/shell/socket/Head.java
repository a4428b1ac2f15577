package org.sockrates.shell.socket;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What stands before that which is compared, and is another one each time: a header, up to its end.
 *
 * @param name its end, as it is called
 * @param end the bytes that end it, the first time they come
 */
record Head(String name, ByteBuffer end) {
    /** It has room for so many, its end among them. */
    static final int MOST_BYTES = 65_536;

    /** What stands behind it; null where it has no end. */
    @Nullable
    ByteBuffer rest(ByteBuffer came) {
        int last = came.limit() - end.remaining();
        for (int from = came.position(); from <= last; from++) {
            if (came.slice(from, end.remaining()).equals(end)) {
                int behind = from + end.remaining();
                return came.slice(behind, came.limit() - behind);
            }
        }
        return null;
    }
}
