package org.sockrates.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;

/**
 * By how much the system may be late when it wakes a thread, so that it can wake several at once: 50 us, unless a thread
 * asks for less (prctl(2), PR_SET_TIMERSLACK). A packet's delay is more exact without, and nobody need spin.
 */
final class TimerSlack {
    private static final int PR_SET_TIMERSLACK = 29;
    private static final long LEAST_NANOS = 1;

    private TimerSlack() {}

    /** The calling thread is woken on time from now on; where it cannot be, it is a little late. */
    static void none() {
        NativeLong unused = new NativeLong(0);
        try {
            LibC.calls().prctl(PR_SET_TIMERSLACK, new NativeLong(LEAST_NANOS), unused, unused, unused);
        } catch (LastErrorException | WireUnavailableException refused) {
            // as late as everybody
        }
    }
}
