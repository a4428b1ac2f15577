package org.sockrates.sim.check;

import org.sockrates.sim.Alarm;
import org.sockrates.transport.rdt.Line;

/** Wakes an end when it asks to be, as often as it changes its mind; never again and again at one moment. */
final class WatchedAlarm {
    private static final int MOST_AT_ONE_MOMENT = 1_000;

    private final Scene scene;
    private final Runnable rings;
    private final Alarm alarm;
    private long rangNanos = Line.NEVER;
    private int rangThen;

    WatchedAlarm(Scene scene, Runnable rings) {
        this.scene = scene;
        this.rings = rings;
        alarm = new Alarm(scene.timeline, this::rang);
    }

    /** When it will ring. */
    long nanos() {
        return alarm.nanos();
    }

    /** Sets it; {@link Line#NEVER} stops it. */
    void at(long when) {
        scene.note(when);
        alarm.at(when);
    }

    private void rang() {
        rangThen = rangNanos == scene.now() ? rangThen + 1 : 1;
        rangNanos = scene.now();
        scene.judge.ask(
                Invariant.TIME_GOES_ON,
                rangThen <= MOST_AT_ONE_MOMENT,
                "it asked %d times to be woken at once",
                rangThen);
        rings.run();
    }
}
