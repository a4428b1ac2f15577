package org.sockrates.wire;

/**
 * Is told of every packet on a wire, at both of its ends. Called under the wire's lock, by whichever of its threads has the
 * packet: it must be quick and must not keep the packet, which is used again for the next one. One that throws is told of
 * nothing more. Calls come one after the other, in the order in which things happened.
 */
public interface WireObserver {
    /**
     * A packet came from the end that sent it, and the link has decided; or the link made a copy of one and has decided
     * about that ({@link WirePacket#copy()}). Its arrival follows unless it was dropped.
     */
    void sent(WirePacket packet);

    /** A packet, or a copy, was handed to the end it is meant for; its bytes are those that arrived. */
    void arrived(WirePacket packet);
}
