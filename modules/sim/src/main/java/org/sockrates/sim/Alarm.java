package org.sockrates.sim;

/** Rings at one time, which may be changed as often as you like: only when it rings is it planned anew. */
public final class Alarm {
    private static final long NEVER = Long.MAX_VALUE;

    private final Timeline timeline;
    private final Runnable rings;
    private final Runnable due = this::due;
    private long nanos = NEVER;
    private long plannedNanos = NEVER;

    public Alarm(Timeline timeline, Runnable rings) {
        this.timeline = timeline;
        this.rings = rings;
    }

    /** When it will ring; {@link Long#MAX_VALUE} when it will not. */
    public long nanos() {
        return nanos;
    }

    /** Sets it; a time that is past is now, and {@link Long#MAX_VALUE} stops it. */
    public void at(long when) {
        nanos = Math.max(when, timeline.nowNanos());
        if (nanos < plannedNanos) {
            plannedNanos = nanos;
            timeline.at(nanos, due);
        }
    }

    /** One that was put off goes on to its new time; one that was called off is silent. */
    private void due() {
        if (timeline.nowNanos() != plannedNanos) {
            return;
        }
        plannedNanos = NEVER;
        if (nanos > timeline.nowNanos()) {
            at(nanos);
        } else {
            nanos = NEVER;
            rings.run();
        }
    }
}
