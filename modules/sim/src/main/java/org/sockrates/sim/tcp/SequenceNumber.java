package org.sockrates.sim.tcp;

/** Comparing numbers that come round again after 2^32 (RFC 9293 §3.4): what lies less than half the circle ahead is later. */
final class SequenceNumber {
    private SequenceNumber() {}

    static boolean before(int one, int other) {
        return one - other < 0;
    }

    static boolean after(int one, int other) {
        return one - other > 0;
    }

    static int later(int one, int other) {
        return after(one, other) ? one : other;
    }
}
