package org.sockrates.capture.analysis;

/** Where a segment is seen, and so what is known of it besides what it says. */
enum Sight {
    /** On its way, or where it arrives: what was sent before it may have passed unseen. */
    PASSING,
    /** Where it leaves: all that its sender has sent was seen, and of the other end's all that has reached him. */
    LEAVING,
    /**
     * The same, where Linux sends it: whatever has data is no keep-alive. An ACK that is seen to arrive may come too late all
     * the same for the kernel that is just sending again.
     */
    LEAVING_LINUX,
    /** Where it arrives, and it is known that its sender repeats. */
    REPEATED
}
