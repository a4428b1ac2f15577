package org.sockrates.sim;

import java.nio.ByteBuffer;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.Way;

/** Is told what becomes of each packet on a line, as it happens. A way is upstream where the sender of messages sends. */
public interface LineObserver {
    /** Nobody looks. */
    LineObserver NOBODY = new LineObserver() {
        @Override
        public void offered(Way way, ByteBuffer packet) {}

        @Override
        public void passed(Way way, Crossing crossing) {}

        @Override
        public void arrived(Way way, long number, long nowNanos) {}
    };

    /**
     * An end gives a packet to the line, which decides about it, and about every copy of it, before the next is given.
     *
     * @param packet its remaining bytes; used before this returns
     */
    void offered(Way way, ByteBuffer packet);

    /**
     * The line has decided about the packet that was offered last, or about a copy of it.
     *
     * @param crossing what the line decided; used before this returns
     */
    void passed(Way way, Crossing crossing);

    /**
     * A packet, or a copy of it, reaches the other end.
     *
     * @param number of its crossing
     */
    void arrived(Way way, long number, long nowNanos);
}
