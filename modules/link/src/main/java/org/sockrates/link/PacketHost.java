package org.sockrates.link;

import java.util.List;
import org.sockrates.link.rule.Order;
import org.sockrates.transport.UsageException;

/** A host that passes packets, which can be chosen and counted; a stream has none. */
public interface PacketHost extends LinkHost {
    /**
     * The host as one of packets.
     *
     * @param wish what is wanted of it, for the message
     * @throws UsageException when it passes a stream
     */
    static PacketHost of(LinkHost host, String wish) {
        if (host instanceof PacketHost packets) {
            return packets;
        }
        throw new UsageException(
                "link: " + wish + " on tcp over relay: a stream has no packets to choose from; use the path wire");
    }

    /**
     * Lets an order wait for its packet.
     *
     * @throws UsageException when too many wait
     */
    void order(Order order);

    /** The orders not carried out yet, oldest first. */
    List<Order> orders();

    /** Forgets the orders not carried out yet. */
    void forgetOrders();

    /**
     * Lets so many packets pass, of those held back and then of those that come.
     *
     * @throws UsageException when it is not paused
     */
    void step(int packets);
}
