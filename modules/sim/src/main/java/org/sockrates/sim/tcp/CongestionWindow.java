package org.sockrates.sim.tcp;

/**
 * How many segments may be under way: slow start and congestion avoidance (RFC 5681 §3.1), counted in segments as Linux
 * counts, and the proportional reduction after a loss (RFC 9937, before it 6937), which takes the place of RFC 5681's
 * inflating window.
 */
final class CongestionWindow {
    private static final int NO_THRESHOLD = Integer.MAX_VALUE;
    private static final int LEAST_THRESHOLD = 2;

    private final int initial;
    private int segments;
    private int threshold = NO_THRESHOLD;
    private int credit;
    private int before;
    private int delivered;
    private int sent;
    private boolean full;
    private int mostUsed;
    private int usageEnd;

    CongestionWindow(int initialSegments) {
        initial = initialSegments;
        segments = initialSegments;
    }

    int segments() {
        return segments;
    }

    int threshold() {
        return threshold;
    }

    boolean isSlowStart() {
        return segments < threshold;
    }

    /** More than one SYN had to be sent again: it begins with one segment (RFC 6928 §2). */
    void beginSmall() {
        segments = 1;
    }

    // --- growing ----------------------------------------------------------------------------------------------------

    /**
     * Something was sent, or could not be: whether the window was what held it.
     *
     * @param outstanding segments
     */
    void used(boolean held, int outstanding, int una, int next) {
        if (!SequenceNumber.before(una, usageEnd) || held || (!full && outstanding > mostUsed)) {
            full = held;
            mostUsed = outstanding;
            usageEnd = next;
        }
    }

    /** A window that is not used does not grow (RFC 7661). */
    private boolean isUsed() {
        return full || (isSlowStart() && segments < 2 * mostUsed);
    }

    /** So many segments more have arrived. */
    void grow(int arrived) {
        if (!isUsed()) {
            return;
        }
        int left = arrived;
        if (isSlowStart()) {
            int grown = Math.min(segments + arrived, threshold);
            left = arrived - (grown - segments);
            segments = grown;
        }
        avoid(left);
    }

    private void avoid(int arrived) {
        int window = segments;
        credit += arrived;
        segments += credit / window;
        credit %= window;
    }

    // --- shrinking --------------------------------------------------------------------------------------------------

    /** A loss was found by duplicates: half of it is to go, over the round trip to come. */
    void reduce() {
        before = segments;
        delivered = 0;
        sent = 0;
        credit = 0;
        halveThreshold();
    }

    void halveThreshold() {
        threshold = Math.max(segments / 2, LEAST_THRESHOLD);
    }

    /**
     * One acknowledgement during the reduction (RFC 9937): the window follows what has arrived.
     *
     * @param arrived segments more that have
     * @param underWay segments that are now
     * @param safe whether it advanced and told of no further loss
     */
    void reducing(int arrived, int underWay, boolean safe) {
        if (arrived <= 0) {
            return;
        }
        delivered += arrived;
        int room = threshold - underWay;
        int send;
        if (room < 0) {
            send = (int) (((long) threshold * delivered + before - 1) / before) - sent;
        } else {
            send = Math.min(room, Math.max(delivered - sent, arrived) + (safe ? 1 : 0));
        }
        segments = underWay + Math.max(send, sent == 0 ? 1 : 0);
    }

    /** So many segments were sent during the reduction. */
    void sentReducing(int more) {
        sent += more;
    }

    /** The loss is repaired. */
    void reduced() {
        segments = threshold;
    }

    /** A timeout: nothing is believed to be under way, and one segment may be sent (RFC 5681 §3.1). */
    void collapse() {
        segments = 1;
        credit = 0;
    }

    /** After a silence of so many timeouts what was known of the network is old (RFC 2861, which RFC 7661 made historic): half for each. */
    void idle(long timeouts) {
        threshold = Math.max(threshold, segments / 2 + segments / 4);
        int restart = Math.min(initial, segments);
        segments = Math.max(restart, segments >> Math.min(timeouts, Integer.SIZE - 1));
        credit = 0;
    }
}
