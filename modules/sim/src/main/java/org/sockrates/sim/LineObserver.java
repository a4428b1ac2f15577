package org.sockrates.sim;

import java.nio.ByteBuffer;
import org.sockrates.link.Crossing;
import org.sockrates.link.Way;

/** Is told what becomes of each packet on a line, as it happens. A way is upstream where the sender of messages sends. */
public interface LineObserver {
    /**
     * The line has decided about a packet, or about a copy of one.
     *
     * @param packet its remaining bytes, as they leave the line; used before this returns
     * @param crossing what the line decided; used before this returns
     */
    void passed(Way way, ByteBuffer packet, Crossing crossing);

    /**
     * A packet, or a copy of it, reaches the other end.
     *
     * @param number of its crossing
     */
    void arrived(Way way, long number, long nowNanos);
}
