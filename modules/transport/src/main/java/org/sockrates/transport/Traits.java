package org.sockrates.transport;

import java.util.Set;

/**
 * What a transport promises. What differs between TCP and UDP is written down here and nowhere else: code that must
 * know asks a trait, never a name.
 *
 * @param largestMessageBytes the longest message one send takes; {@link Integer#MAX_VALUE} where there is no limit
 */
public record Traits(int largestMessageBytes, Set<Promise> promises) {
    /** Something that a transport does and another does not. */
    public enum Promise {
        /** A peer is agreed on before the first message; there is listen, accept and an end of stream. */
        CONNECTION_ORIENTED,
        /** One send is one receive; without it bytes form a stream. */
        KEEPS_BOUNDARIES,
        /** What was sent arrives, or an error says that it did not. */
        RELIABLE,
        /** What arrives, arrives in the order it was sent. */
        ORDERED,
        /** A slow reader slows the sender; without it the reader's surplus is dropped. */
        FLOW_CONTROLLED,
        /** One send may reach many receivers (multicast, broadcast). */
        GROUP_SEND,
        /** What it sends travels in UDP datagrams, each of which a hop in user space may lose or hold up. */
        IN_DATAGRAMS
    }

    public Traits {
        promises = Set.copyOf(promises);
    }

    /** These promises and no other. */
    public static Traits of(int largestMessageBytes, Promise... promises) {
        return new Traits(largestMessageBytes, Set.of(promises));
    }

    public boolean connectionOriented() {
        return promises.contains(Promise.CONNECTION_ORIENTED);
    }

    public boolean keepsBoundaries() {
        return promises.contains(Promise.KEEPS_BOUNDARIES);
    }

    public boolean reliable() {
        return promises.contains(Promise.RELIABLE);
    }

    public boolean ordered() {
        return promises.contains(Promise.ORDERED);
    }

    public boolean flowControlled() {
        return promises.contains(Promise.FLOW_CONTROLLED);
    }

    public boolean groupSend() {
        return promises.contains(Promise.GROUP_SEND);
    }

    public boolean inDatagrams() {
        return promises.contains(Promise.IN_DATAGRAMS);
    }

    /** Whether it makes in user space, over datagrams, what the system has in TCP. */
    public boolean builtOnDatagrams() {
        return connectionOriented() && inDatagrams();
    }
}
