package org.sockrates.sim;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to happen, and when. Of two things at the same time, the one that was planned first comes first. */
public final class Timeline {
    /** The places that happenings are kept at have so many bits; the order in which they were planned has the rest. */
    private static final int PLACE_BITS = 24;

    private static final int MOST = 1 << PLACE_BITS;

    // A heap of numbers alone: to move a reference costs the collector something, and most things are moved often.
    private long[] times = new long[64];
    private long[] orders = new long[64];
    private int size;

    private @Nullable Runnable[] kept = new Runnable[64];
    private int[] free = new int[64];
    private int freed;
    private int used;

    private long planned;
    private long happened;
    private long nowNanos;

    /** The virtual time: when the thing happens that happens now. */
    public long nowNanos() {
        return nowNanos;
    }

    /** When the next thing happens; {@link Long#MAX_VALUE} when nothing is planned. */
    public long nextNanos() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    /**
     * Lets time pass in which nothing happens.
     *
     * @param nanos not before now, and before {@link #nextNanos}
     */
    public void passUntil(long nanos) {
        nowNanos = nanos;
    }

    /** How many things have happened. */
    public long happened() {
        return happened;
    }

    /**
     * Plans something.
     *
     * @param nanos not before now
     */
    public void at(long nanos, Runnable happening) {
        if (size == times.length) {
            grow();
        }
        int place = freed > 0 ? free[--freed] : used++;
        kept[place] = happening;
        long order = planned++ << PLACE_BITS | place;
        int at = size++;
        while (at > 0 && before(nanos, order, (at - 1) / 2)) {
            put(at, times[(at - 1) / 2], orders[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        put(at, nanos, order);
    }

    private void grow() {
        if (size == MOST) {
            throw new IllegalStateException("timeline: " + MOST + " things are planned (expected: fewer)");
        }
        times = Arrays.copyOf(times, size * 2);
        orders = Arrays.copyOf(orders, size * 2);
        kept = Arrays.copyOf(kept, size * 2);
        free = Arrays.copyOf(free, size * 2);
    }

    /**
     * Lets the next thing happen.
     *
     * @return whether there was one at this time or before
     */
    public boolean next(long untilNanos) {
        if (size == 0 || times[0] > untilNanos) {
            return false;
        }
        nowNanos = times[0];
        int place = (int) orders[0] & MOST - 1;
        size--;
        sink(times[size], orders[size]);
        Runnable first = Objects.requireNonNull(kept[place]);
        kept[place] = null;
        free[freed++] = place;
        happened++;
        first.run();
        return true;
    }

    private void sink(long time, long order) {
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && before(times[child + 1], orders[child + 1], child)) {
                child++;
            }
            if (before(time, order, child)) {
                break;
            }
            put(at, times[child], orders[child]);
            at = child;
            child = 2 * at + 1;
        }
        put(at, time, order);
    }

    private boolean before(long time, long order, int at) {
        return time < times[at] || (time == times[at] && order < orders[at]);
    }

    private void put(int at, long time, long order) {
        times[at] = time;
        orders[at] = order;
    }
}
