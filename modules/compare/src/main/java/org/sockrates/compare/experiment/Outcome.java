package org.sockrates.compare.experiment;

import org.jspecify.annotations.Nullable;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;

/**
 * How one call ended.
 *
 * @param answer what it returned; {@link Ear#SILENCE} where it waited in vain
 * @param errno what it failed with, or null
 * @param tookNanos from its beginning to its end
 */
record Outcome(int answer, @Nullable Errno errno, long tookNanos) {
    /** Whether the other end said that nothing more will come: not an error, which is -1, too. */
    boolean ended() {
        return errno == null && answer == Ear.END;
    }

    /** Whether the caller now knows that the other end is not there: an error, or an end of the stream. */
    boolean told() {
        return errno != null || ended();
    }

    /** Whether the caller waited in vain, so that nobody has told it anything. */
    boolean silent() {
        return errno == null && answer == Ear.SILENCE;
    }

    double tookMillis() {
        return tookNanos / 1e6;
    }

    /** As strace shows a result. */
    String text() {
        if (errno != null) {
            return "-1 " + CallText.errno(errno);
        }
        return silent() ? "(silence)" : ended() ? "0 (end of stream)" : Integer.toString(answer);
    }
}
