package org.sockrates.sim.check;

/**
 * Whether a sender goes on to learn round trips. Whoever times one packet at a time learns one a flight, and none of one that
 * went again, or whose own acknowledgement did not come: RFC 6298 §3 lets him.
 */
final class RoundTripsLearnt {
    private static final int FLIGHTS_UNTOLD = 2;

    private final Judge judge;
    private final int window;

    /** So many acknowledgements in a row told nothing; below 0 before one did: it may have a fixed timeout. */
    private int untold = -1;

    /** @param window packets of a flight */
    RoundTripsLearnt(Judge judge, int window) {
        this.judge = judge;
        this.window = window;
    }

    /** Who times one packet times another from now on. */
    void begunAnew() {
        untold = Math.min(untold, 0);
    }

    /** One was learnt. */
    void one() {
        untold = 0;
    }

    /** None was learnt of an acknowledgement that could have told one. */
    void none() {
        if (untold < 0) {
            return;
        }
        untold++;
        judge.ask(
                Invariant.KARN,
                untold <= FLIGHTS_UNTOLD * window,
                "%d acknowledgements in a row were of data sent once, and no round trip was learnt",
                untold);
    }
}
