package org.sockrates.sim.tcp;

/**
 * What is made of acknowledgements: fast retransmit and fast recovery as NewReno (RFC 5681 §3.2, RFC 6582), and the slow
 * start after a timeout. It marks what is lost, and turns the congestion window; sending is the {@link Sender}'s.
 */
final class Recovery {
    /** How things stand. */
    enum Phase {
        OPEN,
        /** Duplicates came, not enough of them. Each lets one new segment go (RFC 3042). */
        DISORDER,
        /** A loss was found by duplicates. */
        RECOVERY,
        /** A loss was found by the timeout. */
        LOSS
    }

    private static final int DUPLICATES = 3;
    private static final int MOST_DUPLICATES = 300;

    private final Flight flight;
    private final CongestionWindow window;
    private Phase phase = Phase.OPEN;
    private int high;
    private int duplicatesThatTell = DUPLICATES;
    private boolean foundLoss;
    private int arrived;

    Recovery(Flight flight, CongestionWindow window) {
        this.flight = flight;
        this.window = window;
    }

    Phase phase() {
        return phase;
    }

    /**
     * An acknowledgement came; the flight has taken out what it acknowledges.
     *
     * @param acknowledged whole segments
     * @param duplicate whether it is one by RFC 5681 §2: nothing new in it, and something outstanding
     * @param una the first number not acknowledged, after it
     * @param next the first number not sent
     */
    void acknowledged(int acknowledged, boolean advanced, boolean duplicate, int una, int next) {
        foundLoss = false;
        arrived = 0;
        if (acknowledged > 0) {
            arrived = flight.countOff();
            if (flight.limitArrived()) {
                reordered(flight.segments() + acknowledged);
            }
        }
        consider(advanced, duplicate, una, next);
        if (phase == Phase.RECOVERY) {
            window.reducing(arrived, flight.underWay(), advanced && !foundLoss);
        } else if (acknowledged > 0) {
            window.grow(arrived);
        }
    }

    private void consider(boolean advanced, boolean duplicate, int una, int next) {
        boolean reached = !SequenceNumber.before(una, high);
        if (phase == Phase.RECOVERY && reached) {
            flight.forgetArrived();
            if (una == high) {
                return; // RFC 6582 §3.2: duplicates of before may come until something above it is acknowledged
            }
            phase = Phase.OPEN;
            window.reduced();
        }
        switch (phase) {
            case RECOVERY -> recovering(advanced, duplicate);
            case LOSS -> afterTimeout(advanced, duplicate, reached, una, next);
            case OPEN, DISORDER -> watching(advanced, duplicate, next);
        }
    }

    /** A partial acknowledgement: the next one is missing, too (RFC 6582 §3.2). */
    private void recovering(boolean advanced, boolean duplicate) {
        if (duplicate) {
            oneMoreArrived();
        }
        foundLoss = advanced && flight.loseFirst();
    }

    private void afterTimeout(boolean advanced, boolean duplicate, boolean reached, int una, int next) {
        if (!reached) {
            if (SequenceNumber.after(next, high) && duplicate) {
                oneMoreArrived();
            } else if (advanced) {
                flight.forgetArrived();
            }
        } else if (una != high) {
            phase = Phase.OPEN;
            watching(advanced, duplicate, next);
        }
    }

    private void watching(boolean advanced, boolean duplicate, int next) {
        if (advanced) {
            flight.forgetArrived();
        }
        if (duplicate) {
            oneMoreArrived();
        }
        if (flight.arrived() >= duplicatesThatTell) {
            foundLoss = flight.loseFirst();
            window.reduce();
            phase = Phase.RECOVERY;
            high = next;
        } else {
            phase = flight.arrived() > 0 ? Phase.DISORDER : Phase.OPEN;
        }
    }

    private void oneMoreArrived() {
        int counted = flight.arrived();
        if (flight.oneMoreArrived()) {
            reordered(flight.segments());
        }
        arrived += flight.arrived() - counted;
    }

    /** More duplicates than segments: packets overtake each other, and three no longer tell a loss, as in Linux. */
    private void reordered(int segments) {
        duplicatesThatTell = Math.min(Math.max(segments, DUPLICATES), MOST_DUPLICATES);
    }

    /**
     * The timeout: all that is outstanding is held for lost.
     *
     * @param again whether it is not the first since something was acknowledged
     */
    void timeout(boolean again, int una, int next) {
        boolean newWindow = phase == Phase.OPEN || phase == Phase.DISORDER || !SequenceNumber.after(high, una);
        if (newWindow || (phase == Phase.LOSS && !again)) {
            window.halveThreshold();
        }
        flight.loseAll();
        window.collapse();
        phase = Phase.LOSS;
        high = next;
    }
}
