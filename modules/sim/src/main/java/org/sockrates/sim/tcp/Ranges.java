package org.sockrates.sim.tcp;

import java.util.Arrays;

/** What came behind a gap: ranges of sequence numbers, in order, apart from each other. */
final class Ranges {
    private static final int MOST = 4096;

    private int[] froms = new int[8];
    private int[] ends = new int[8];
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    /** How many numbers they have, together. */
    int total() {
        int total = 0;
        for (int i = 0; i < count; i++) {
            total += ends[i] - froms[i];
        }
        return total;
    }

    /** Adds a range, of which parts may be there; one too many is not kept. */
    void add(int from, int end) {
        int first = 0;
        while (first < count && SequenceNumber.before(ends[first], from)) {
            first++;
        }
        int behind = first;
        int newFrom = from;
        int newEnd = end;
        while (behind < count && !SequenceNumber.after(froms[behind], end)) {
            newFrom = SequenceNumber.before(froms[behind], newFrom) ? froms[behind] : newFrom;
            newEnd = SequenceNumber.later(ends[behind], newEnd);
            behind++;
        }
        if (behind == first && count == MOST) {
            return;
        }
        replace(first, behind);
        froms[first] = newFrom;
        ends[first] = newEnd;
    }

    /** Makes one place of so many. */
    private void replace(int first, int behind) {
        if (behind == first && count == froms.length) {
            froms = Arrays.copyOf(froms, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        System.arraycopy(froms, behind, froms, first + 1, count - behind);
        System.arraycopy(ends, behind, ends, first + 1, count - behind);
        count += 1 - (behind - first);
    }

    /** How far one comes from a number on; what is passed is taken out. */
    int passed(int next) {
        int reached = next;
        int gone = 0;
        while (gone < count && !SequenceNumber.after(froms[gone], reached)) {
            reached = SequenceNumber.later(reached, ends[gone]);
            gone++;
        }
        System.arraycopy(froms, gone, froms, 0, count - gone);
        System.arraycopy(ends, gone, ends, 0, count - gone);
        count -= gone;
        return reached;
    }
}
