package org.sockrates.transport.serving;

import org.sockrates.transport.Errno;

/**
 * The process has no file descriptor, or no thread, left for a newcomer, who waits in the backlog. Trying again at once
 * would fail a thousand times a second, so a server tries when a peer of its own has gone, and now and then since somebody
 * else may have given one back. Not for two threads.
 */
public final class Shortage {
    private static final int MOST_ROUNDS = 10;

    private int peersThen;
    private int rounds;

    /** Whether it was for want of a descriptor that an accept failed. */
    public static boolean isIt(Errno errno) {
        return errno == Errno.EMFILE || errno == Errno.ENOBUFS;
    }

    /** An accept has failed for it, or the thread of a peer could not be begun. */
    public void met(int peers) {
        peersThen = peers;
        rounds = MOST_ROUNDS;
    }

    /** Whether there is still no reason to try again; asked {@link PeerTable#ROUND once a round}. */
    public boolean lasts(int peers) {
        rounds--;
        return rounds > 0 && peers >= peersThen;
    }
}
