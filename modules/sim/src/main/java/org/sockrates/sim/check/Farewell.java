package org.sockrates.sim.check;

import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.transport.rdt.RetransmissionTimeout;

/** Decides when one end of a connection is forgotten (docs/rdt.md, its end). */
final class Farewell {
    private static final int LAST_WORDS = 3;
    /** A program that was reset does not notice at once. */
    private static final long NOTICED_NANOS = 300 * Plan.MILLI;
    /** How long who has said everything waits for the other end's END. */
    private static final long HALF_CLOSED_NANOS = 60_000 * Plan.MILLI;

    private final Scene scene;
    private final Party party;
    private final ConnectionGuest guest;
    private final WatchedAlarm alarm;
    private final RetransmissionTimeout timeout;
    private boolean waiting;
    private boolean leaving;
    private boolean vanished;
    private long lingersUntilNanos;

    Farewell(Scene scene, Party party, ConnectionGuest guest, WatchedAlarm alarm, RetransmissionTimeout timeout) {
        this.scene = scene;
        this.party = party;
        this.guest = guest;
        this.alarm = alarm;
        this.timeout = timeout;
    }

    /** Sees how it stands after something has happened. */
    void look() {
        Standing standing = guest.standing();
        if (leaving || !guest.isThere() || !scene.judge.isContent()) {
            return;
        }
        if (party.hasGivenUp()) {
            leave();
        } else if (standing.failed()) {
            leavesIn(NOTICED_NANOS);
        } else if (standing.over() && standing.atEnd()) {
            lingersUntilNanos = scene.now() + LAST_WORDS * timeout.nanos();
            leavesIn(guest.lingerNanos());
        } else if (party.isFinished() && standing.allAcknowledged() && !waiting) {
            waiting = true;
            scene.timeline.at(scene.now() + HALF_CLOSED_NANOS, this::waitNoLonger);
        }
    }

    private void leavesIn(long nanos) {
        leaving = true;
        scene.timeline.at(scene.now() + nanos, this::leave);
    }

    /** All is said, and the other end never ended: it may be gone, and what it said last be lost. */
    private void waitNoLonger() {
        if (!leaving) {
            leaving = true;
            leave();
        }
    }

    /** What its program has not read yet, it reads before; who gave up does not want it. */
    private void leave() {
        if (guest.standing().availableBytes() > 0 && !party.hasGivenUp()) {
            scene.timeline.at(scene.now() + NOTICED_NANOS, this::leave);
        } else {
            guest.leave();
            alarm.stop();
        }
    }

    /** Its machine is gone: nobody answers any more, not even with a reset. */
    void vanish() {
        vanished = true;
        guest.leave();
        alarm.stop();
    }

    boolean hasVanished() {
        return vanished;
    }

    /** Whether it is over, and not for so long that the other end's END may not come again. */
    boolean mustLinger() {
        return scene.now() < lingersUntilNanos;
    }
}
