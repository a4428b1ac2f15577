package org.sockrates.sim.tcp;

import java.util.Arrays;

/**
 * The segments that were sent and are not acknowledged, in order, and what is believed of each. Without selective
 * acknowledgements nobody knows which of them arrived; a duplicate acknowledgement says only that one more did.
 */
final class Flight {
    /** No segment. */
    static final int NONE = -1;

    private static final int LOST = 1;
    private static final int SENT_AGAIN = 2;
    private static final int REPEATED = 4;

    private int[] sequences = new int[32];
    private int[] lengths = new int[32];
    private int[] controls = new int[32];
    private long[] sentNanos = new long[32];
    private int[] marks = new int[32];
    private int first;
    private int count;
    private int lost;
    private int sentAgain;
    private int arrived;
    private int searchFrom;
    private int acknowledged;
    private long measuredFromNanos;
    private boolean measurable;

    /**
     * A segment is sent for the first time.
     *
     * @param length numbers it takes
     * @param control {@link Segment#SYN}, {@link Segment#FIN} or nothing
     */
    void add(int sequence, int length, int control, long nowNanos) {
        if (count == sequences.length) {
            grow();
        }
        int place = place(count++);
        sequences[place] = sequence;
        lengths[place] = length;
        controls[place] = control;
        sentNanos[place] = nowNanos;
        marks[place] = 0;
    }

    private void grow() {
        sequences = straight(sequences);
        lengths = straight(lengths);
        controls = straight(controls);
        marks = straight(marks);
        long[] times = Arrays.copyOfRange(sentNanos, first, first + 2 * count);
        System.arraycopy(sentNanos, 0, times, count - first, first);
        sentNanos = times;
        first = 0;
    }

    private int[] straight(int[] ring) {
        int[] grown = Arrays.copyOfRange(ring, first, first + 2 * count);
        System.arraycopy(ring, 0, grown, count - first, first);
        return grown;
    }

    private int place(int index) {
        return (first + index) & (sequences.length - 1);
    }

    /** Takes out what is acknowledged as a whole; how many segments that is. */
    int acknowledge(int acknowledgement) {
        acknowledged = 0;
        boolean repeated = false;
        while (count > 0 && !SequenceNumber.after(sequences[first] + lengths[first], acknowledgement)) {
            int mark = marks[first];
            if (acknowledged == 0) {
                measuredFromNanos = sentNanos[first];
            }
            lost -= (mark & LOST) != 0 ? 1 : 0;
            sentAgain -= (mark & SENT_AGAIN) != 0 ? 1 : 0;
            repeated |= (mark & REPEATED) != 0;
            first = place(1);
            count--;
            acknowledged++;
        }
        if (count > 0 && SequenceNumber.before(sequences[first], acknowledgement)) {
            lengths[first] -= acknowledgement - sequences[first];
            sequences[first] = acknowledgement;
        }
        measurable = acknowledged > 0 && !repeated;
        searchFrom = Math.max(0, searchFrom - acknowledged);
        return acknowledged;
    }

    /** Whether the last acknowledgement tells a round trip: none of its segments was sent twice (Karn's rule). */
    boolean isMeasurable() {
        return measurable;
    }

    /** When the first segment of the last acknowledgement was sent. */
    long measuredFromNanos() {
        return measuredFromNanos;
    }

    // --- what is believed -------------------------------------------------------------------------------------------

    /** One more behind the first has arrived; answers whether that is more than there can be. */
    boolean oneMoreArrived() {
        arrived++;
        return limitArrived();
    }

    /**
     * Of those acknowledged now one filled a hole; the others had been counted as arrived.
     *
     * @return how many of them were news
     */
    int countOff() {
        int news = Math.max(acknowledged - arrived, 1);
        arrived = Math.max(0, arrived - (acknowledged - 1));
        return news;
    }

    /** Keeps the arrived below what there can be; answers whether it had to. */
    boolean limitArrived() {
        int holes = Math.min(Math.max(lost, 1), count);
        if (arrived + holes <= count) {
            return false;
        }
        arrived = count - holes;
        return true;
    }

    void forgetArrived() {
        arrived = 0;
    }

    /** How many behind the first are believed to have arrived. */
    int arrived() {
        return arrived;
    }

    /** The first, and there is one, is lost; answers whether that is news. */
    boolean loseFirst() {
        if ((marks[first] & LOST) != 0) {
            return false;
        }
        lose(0);
        return true;
    }

    /** All are lost, those that were sent again, too. */
    void loseAll() {
        for (int index = 0; index < count; index++) {
            lose(index);
        }
        arrived = 0;
    }

    private void lose(int index) {
        int place = place(index);
        lost += (marks[place] & LOST) == 0 ? 1 : 0;
        sentAgain -= (marks[place] & SENT_AGAIN) != 0 ? 1 : 0;
        marks[place] = (marks[place] & ~SENT_AGAIN) | LOST;
        searchFrom = Math.min(searchFrom, index);
    }

    /** The first one lost that was not sent again since; {@link #NONE} where there is none. */
    int nextToRepeat() {
        for (; searchFrom < count; searchFrom++) {
            if ((marks[place(searchFrom)] & (LOST | SENT_AGAIN)) == LOST) {
                return searchFrom;
            }
        }
        return NONE;
    }

    /** A segment is sent again. */
    void repeated(int index, long nowNanos) {
        int place = place(index);
        if ((marks[place] & SENT_AGAIN) == 0) {
            marks[place] |= SENT_AGAIN;
            sentAgain++;
        }
        marks[place] |= REPEATED;
        sentNanos[place] = nowNanos;
    }

    // --- what is there ----------------------------------------------------------------------------------------------

    int sequence(int index) {
        return sequences[place(index)];
    }

    int length(int index) {
        return lengths[place(index)];
    }

    int control(int index) {
        return controls[place(index)];
    }

    boolean isEmpty() {
        return count == 0;
    }

    int segments() {
        return count;
    }

    /** Segments believed to be under way (RFC 6675 calls it the pipe). */
    int underWay() {
        return count - arrived - lost + sentAgain;
    }
}
