package org.sockrates.sim.tcp;

/** Against segments that are silly in their shortness: Nagle's rule, and the sender's half of RFC 9293 §3.8.6.2. */
final class SillyWindows {
    private final PeerWindow peer;
    private boolean nagle;
    private int shortEnd;

    SillyWindows(boolean nagle, PeerWindow peer, int firstNumber) {
        this.nagle = nagle;
        this.peer = peer;
        shortEnd = firstNumber;
    }

    /** Whether Nagle's rule holds from now on. */
    void nagle(boolean holds) {
        nagle = holds;
    }

    /**
     * Whether a segment may go now. As in Linux, Nagle's rule lets a short one wait for another short one only.
     *
     * @param last whether it is all that there is to send
     * @param ends whether nothing will come behind it
     * @param una the oldest number not acknowledged
     * @param next the number that it would begin with
     */
    boolean isWorthSending(int length, int fullBytes, boolean last, boolean ends, int una, int next) {
        if (length == fullBytes) {
            return true;
        }
        if (length == 0) {
            return false;
        }
        // Beyond next it is an end of long ago: 2^31 numbers have gone by since (RFC 9293 §3.4).
        boolean shortOutstanding = SequenceNumber.after(shortEnd, una) && !SequenceNumber.after(shortEnd, next);
        return last ? ends || !nagle || !shortOutstanding : length >= peer.largest() / 2;
    }

    /** One was sent. */
    void sent(boolean isShort, int end) {
        if (isShort) {
            shortEnd = end;
        }
    }
}
