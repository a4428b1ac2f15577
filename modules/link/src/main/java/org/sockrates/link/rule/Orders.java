package org.sockrates.link.rule;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.transport.UsageException;

/**
 * The orders that wait at a link, shared by both of its ways, since one that names no way is for whichever packet comes
 * first. Each is carried out once, in front of all rules, which the packet then meets as any other. Draws nothing, reads no
 * clock. Not for two threads at once.
 */
public final class Orders {
    private static final int MOST = 1000;

    private final List<Waiting> waiting = new ArrayList<>();

    /** One that waits, and how many it has let go by. */
    private static final class Waiting {
        private final Order order;
        private long counted;

        private Waiting(Order order) {
            this.order = order;
        }
    }

    /**
     * Lets an order wait for its packet.
     *
     * @throws UsageException when a thousand wait already
     */
    public void add(Order order) {
        if (waiting.size() == MOST) {
            throw new UsageException("order: " + MOST + " wait already (expected: fewer); forget them first");
        }
        waiting.add(new Waiting(order));
    }

    /** Those not carried out yet, oldest first. */
    public List<Order> waiting() {
        return waiting.stream().map(one -> one.order).toList();
    }

    /** Forgets those not carried out yet. */
    public void clear() {
        waiting.clear();
    }

    /**
     * A packet comes. What is due for one that was just dropped, or has it done to it already, waits for the next. Allocates
     * nothing when no order waits.
     */
    public void meet(Crossing crossing, Way way) {
        for (int i = 0; i < waiting.size(); i++) {
            Waiting one = waiting.get(i);
            boolean counts = one.order.counts(crossing.kind(), way)
                    && (one.order.deed() != Order.Deed.CORRUPT || crossing.bytes() > 0);
            if (counts && ++one.counted >= one.order.nth() && one.order.isStillToDo(crossing)) {
                waiting.remove(i--);
                one.order.carryOut(crossing);
            }
        }
    }
}
