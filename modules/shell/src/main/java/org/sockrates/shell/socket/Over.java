package org.sockrates.shell.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Remark;
import org.sockrates.transport.SocketEvent.Returned;

/** Whether a stream is over behind what came, where somebody said that it must be: by its end, or by a reset. */
enum Over {
    YES,
    NO,
    /** There was no room for more, so nobody looked. */
    UNSEEN,
    /** Nobody asked. */
    UNASKED;

    static final String NAME = "--over";

    /**
     * What the last call tells.
     *
     * @param room whether there was any left for what may stand behind
     */
    static Over of(SocketEvent last, boolean room) {
        boolean ended = last.outcome() instanceof Returned returned && returned.remark() == Remark.END_OF_STREAM;
        return ended || isReset(last) ? YES : room ? NO : UNSEEN;
    }

    private static boolean isReset(SocketEvent last) {
        return last.outcome() instanceof Failed failed && failed.errno() == Errno.ECONNRESET;
    }

    /** Behind a call. */
    String said() {
        return switch (this) {
            case YES -> ", over";
            case NO, UNSEEN -> ", not over";
            case UNASKED -> "";
        };
    }

    /** Below a call that gave something. */
    List<String> lines() {
        return switch (this) {
            case NO -> List.of("  (expected: the end of the stream behind it, or a reset)");
            case UNSEEN -> List.of("  there was room for no more, so the end was not looked for; ask for a byte more");
            case YES, UNASKED -> List.of();
        };
    }

    /** For a program. */
    @Nullable
    Boolean json() {
        return this == UNASKED ? null : this == YES;
    }
}
