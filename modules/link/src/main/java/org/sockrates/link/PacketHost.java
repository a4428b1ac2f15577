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

    /** What it puts to work. */
    LinkPair links();

    @Override
    default LinkSpec link() {
        synchronized (links()) {
            return links().spec();
        }
    }

    @Override
    default void use(LinkSpec link) {
        synchronized (links()) {
            links().use(link);
        }
    }

    @Override
    default void pause() {
        synchronized (links()) {
            links().gate().pause();
        }
    }

    @Override
    default boolean paused() {
        synchronized (links()) {
            return links().gate().shut();
        }
    }

    /**
     * Lets an order wait for its packet.
     *
     * @throws UsageException when too many wait
     */
    default void order(Order order) {
        synchronized (links()) {
            links().orders().add(order);
        }
    }

    /** The orders not carried out yet, oldest first. */
    default List<Order> orders() {
        synchronized (links()) {
            return links().orders().waiting();
        }
    }

    /** Forgets the orders not carried out yet. */
    default void forgetOrders() {
        synchronized (links()) {
            links().orders().clear();
        }
    }

    /**
     * Lets so many packets pass, of those held back and then of those that come.
     *
     * @throws UsageException when it is not paused
     */
    void step(int packets);
}
