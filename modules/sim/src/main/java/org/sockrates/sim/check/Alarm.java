package org.sockrates.sim.check;

import org.sockrates.transport.rdt.Line;

/** Wakes an end when it asks to be, as often as it changes its mind; never again and again at one moment. */
final class Alarm {
    private static final int MOST_AT_ONE_MOMENT = 1_000;

    private final Scene scene;
    private final Runnable rings;
    private long nanos = Line.NEVER;
    private long plannedNanos = Line.NEVER;
    private long rangNanos = Line.NEVER;
    private int rangThen;

    Alarm(Scene scene, Runnable rings) {
        this.scene = scene;
        this.rings = rings;
    }

    /** When it will ring. */
    long nanos() {
        return nanos;
    }

    /** Sets it; {@link Line#NEVER} stops it. */
    void at(long when) {
        scene.note(when);
        nanos = when;
        plan();
    }

    private void plan() {
        if (nanos < plannedNanos) {
            plannedNanos = nanos;
            scene.timeline.at(nanos, this::due);
        }
    }

    private void due() {
        if (scene.now() != plannedNanos) {
            return;
        }
        plannedNanos = Line.NEVER;
        if (nanos > scene.now()) {
            plan();
            return;
        }
        rangThen = rangNanos == scene.now() ? rangThen + 1 : 1;
        rangNanos = scene.now();
        scene.judge.ask(
                Invariant.TIME_GOES_ON,
                rangThen <= MOST_AT_ONE_MOMENT,
                "it asked %d times to be woken at once",
                rangThen);
        nanos = Line.NEVER;
        rings.run();
    }
}
