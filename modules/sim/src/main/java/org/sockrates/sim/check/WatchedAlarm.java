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

    /** Whether it will ring at all. */
    boolean isSet() {
        return nanos() != Line.NEVER;
    }

    /** The end asks to be woken then, or by {@link Line#NEVER} not to be. */
    void wakeAt(long when) {
        scene.judge.askTimes(Invariant.WAKES_LATER, when >= scene.now(), "at %s, and it is %s", when, scene.now());
        set(Math.max(when, scene.now()));
    }

    /** Nobody is there to be woken. */
    void stop() {
        set(Line.NEVER);
    }

    private void set(long when) {
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
