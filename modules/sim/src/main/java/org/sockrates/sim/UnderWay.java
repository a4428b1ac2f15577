package org.sockrates.sim;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.sockrates.link.rule.Crossing;

/** The packets that a link has let out, until they arrive. Their places are used again: nothing is made for each of them. */
final class UnderWay {
    private final Timeline timeline;
    private final Arrivals arrivals;
    private final ArrayDeque<Copy> spare = new ArrayDeque<>();

    /** What is done with a packet that arrives. */
    interface Arrivals {
        /**
         * It has arrived.
         *
         * @param number of its crossing
         */
        void arrived(ByteBuffer packet, long number);
    }

    UnderWay(Timeline timeline, Arrivals arrivals) {
        this.timeline = timeline;
        this.arrivals = arrivals;
    }

    /** A packet is let out: a copy of it arrives when its crossing says. */
    void add(ByteBuffer packet, Crossing crossing) {
        Copy copy = spare.isEmpty() ? new Copy() : spare.pop();
        copy.keep(packet, crossing.number());
        timeline.at(crossing.dueNanos(), copy);
    }

    private final class Copy implements Runnable {
        private ByteBuffer bytes = ByteBuffer.allocate(1600);
        private long number;

        void keep(ByteBuffer packet, long its) {
            if (bytes.capacity() < packet.remaining()) {
                bytes = ByteBuffer.allocate(packet.remaining());
            }
            bytes.clear().put(packet).flip();
            number = its;
        }

        @Override
        public void run() {
            arrivals.arrived(bytes, number);
            spare.push(this);
        }
    }
}
