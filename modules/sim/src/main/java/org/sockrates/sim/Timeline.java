package org.sockrates.sim;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to happen, and when. Of two things at the same time, the one that was planned first comes first. */
final class Timeline {
    /** Something that happens. */
    @FunctionalInterface
    interface Happening {
        void happen();
    }

    private long[] times = new long[64];
    private long[] orders = new long[64];
    private @Nullable Happening[] heap = new Happening[64];
    private int size;
    private long planned;
    private long happened;
    private long nowNanos;

    /** The virtual time: when the thing happens that happens now. */
    long nowNanos() {
        return nowNanos;
    }

    /** How many things have happened. */
    long happened() {
        return happened;
    }

    /** @param nanos not before now */
    void at(long nanos, Happening happening) {
        if (size == heap.length) {
            times = Arrays.copyOf(times, size * 2);
            orders = Arrays.copyOf(orders, size * 2);
            heap = Arrays.copyOf(heap, size * 2);
        }
        long order = planned++;
        int place = size++;
        while (place > 0 && before(nanos, order, (place - 1) / 2)) {
            move((place - 1) / 2, place);
            place = (place - 1) / 2;
        }
        put(place, nanos, order, happening);
    }

    /**
     * Lets the next thing happen.
     *
     * @return whether there was one at this time or before
     */
    boolean next(long untilNanos) {
        if (size == 0 || times[0] > untilNanos) {
            return false;
        }
        Happening first = Objects.requireNonNull(heap[0]);
        nowNanos = times[0];
        size--;
        long time = times[size];
        long order = orders[size];
        Happening last = Objects.requireNonNull(heap[size]);
        heap[size] = null;
        if (size > 0) {
            sink(time, order, last);
        }
        happened++;
        first.happen();
        return true;
    }

    private void sink(long time, long order, Happening happening) {
        int place = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && before(times[child + 1], orders[child + 1], child)) {
                child++;
            }
            if (before(time, order, child)) {
                break;
            }
            move(child, place);
            place = child;
            child = 2 * place + 1;
        }
        put(place, time, order, happening);
    }

    private boolean before(long time, long order, int place) {
        return time < times[place] || (time == times[place] && order < orders[place]);
    }

    private void move(int from, int to) {
        put(to, times[from], orders[from], Objects.requireNonNull(heap[from]));
    }

    private void put(int place, long time, long order, Happening happening) {
        times[place] = time;
        orders[place] = order;
        heap[place] = happening;
    }
}
