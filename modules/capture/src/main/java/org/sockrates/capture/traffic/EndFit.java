package org.sockrates.capture.traffic;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * How well it fits that packets were sent at one end and arrived at the other.
 *
 * @param unsent arrivals that no sending precedes, though the sender's end was watched then
 * @param nowhere those of them that no later sending can be
 * @param reversed arrivals before their own sending, whether its end was watched then or not
 * @param evident those of them, while its end was watched, that only another clock explains
 * @param delayNanos how long all that arrived took
 * @param late whether something arrived before the sender's end was watched
 */
record EndFit(int unsent, int nowhere, int reversed, int evident, long delayNanos, boolean late) {
    static final EndFit NOTHING = new EndFit(0, 0, 0, 0, 0, false);

    /** Worse than any number of packets, and so is that of several. */
    static final EndFit NEVER = new EndFit(1 << 28, 0, 0, 0, 0, false);

    /** The best first. */
    static final Comparator<EndFit> ORDER = Comparator.comparingInt(EndFit::unsent)
            .thenComparingInt(EndFit::nowhere)
            .thenComparingInt(EndFit::reversed)
            .thenComparingLong(EndFit::delayNanos);

    /** From the first packet seen at a place to the last. */
    record Watch(long fromNanos, long toNanos) {
        static Watch at(long nanos) {
            return new Watch(nanos, nanos);
        }

        Watch and(Watch other) {
            return new Watch(Math.min(fromNanos, other.fromNanos), Math.max(toNanos, other.toNanos));
        }

        private boolean covers(long nanos) {
            return fromNanos <= nanos && nanos <= toNanos;
        }
    }

    /**
     * Of packets with the same bytes: each arrival is that of the latest sending before it that has none yet, or else a copy.
     * So as many arrive as can, and are under way as short as they can be, whichever of them is which.
     *
     * @param sent when, in order
     * @param arrived when, in order
     * @return for each arrival the place of its sending in {@code sent}; -1 where none before it is left
     */
    static int[] latest(List<Long> sent, List<Long> arrived) {
        int[] latest = new int[arrived.size()];
        Deque<Integer> underWay = new ArrayDeque<>();
        int next = 0;
        for (int i = 0; i < latest.length; i++) {
            while (next < sent.size() && sent.get(next) <= arrived.get(i)) {
                underWay.push(next++);
            }
            latest[i] = underWay.isEmpty() ? -1 : underWay.pop();
        }
        return latest;
    }

    /**
     * How well these fit, of packets with the same bytes.
     *
     * @param sent when, in order
     * @param arrived when, in order
     * @param watch when the sender's end was watched
     */
    static EndFit of(List<Long> sent, List<Long> arrived, Watch watch) {
        int[] latest = latest(sent, arrived);
        int left = sent.size();
        int unsent = 0;
        int watched = 0;
        long delay = 0;
        boolean late = false;
        for (int i = 0; i < latest.length; i++) {
            long arrival = arrived.get(i);
            if (latest[i] >= 0) {
                delay += arrival - sent.get(latest[i]);
                left--;
            } else if (sent.isEmpty() || sent.get(0) > arrival) {
                unsent++;
                watched += watch.covers(arrival) ? 1 : 0;
                late = late || arrival < watch.fromNanos();
            }
        }
        int reversed = Math.min(unsent, left);
        int evident = sent.size() == arrived.size() ? Math.min(reversed, watched) : 0;
        return new EndFit(watched, Math.max(0, watched - left), reversed, evident, delay, late);
    }

    /** Only whether something arrived before the sender's end was watched: what was cut or joined tells nothing else. */
    EndFit lateness() {
        return new EndFit(0, 0, 0, 0, 0, late);
    }

    EndFit and(EndFit other) {
        return new EndFit(
                unsent + other.unsent,
                nowhere + other.nowhere,
                reversed + other.reversed,
                evident + other.evident,
                delayNanos + other.delayNanos,
                late || other.late);
    }
}
