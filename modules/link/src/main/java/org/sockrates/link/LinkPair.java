package org.sockrates.link;

import org.sockrates.link.rule.Orders;
import org.sockrates.link.rule.Way;

/**
 * What a {@link PacketHost} puts to work: a link in each way, the orders that wait at both, and the gate in front of them.
 * Everything within this object's lock, which a host holds over what belongs together.
 */
public final class LinkPair {
    private final Orders orders = new Orders();
    private final Gate gate = new Gate();
    private final Link up;
    private final Link down;
    private LinkSpec spec;

    /** Nothing has passed yet, and the gate is open. */
    public LinkPair(LinkSpec spec) {
        this.spec = spec;
        up = new Link(spec, Way.UPSTREAM, orders);
        down = new Link(spec, Way.DOWNSTREAM, orders);
    }

    /** The specification of both. */
    LinkSpec spec() {
        return spec;
    }

    /** Changes it; see {@link Link#use}. */
    void use(LinkSpec other) {
        spec = other;
        up.use(other);
        down.use(other);
    }

    /** That of one way. */
    public Link of(Way way) {
        return way == Way.UPSTREAM ? up : down;
    }

    /** What has passed both of them; see {@link Link#report}. */
    public LinkReport report(long nowNanos) {
        return up.report(nowNanos).plus(down.report(nowNanos));
    }

    /** What waits to be done to a packet to come. */
    public Orders orders() {
        return orders;
    }

    /** What a person shuts, for packets of both ways. */
    public Gate gate() {
        return gate;
    }
}
