package org.sockrates.capture.traffic;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.sockrates.transport.PacketHead;

/**
 * One datagram as a hop between the two ends saw it, and what the hop did to it. Not a segment: nothing below the
 * message is seen there.
 *
 * <p>A hop has two faces. The sender sends to {@code entry} and the receiver sees it come from {@code exit}; that is how
 * the two ends of one conversation are known to belong together.
 *
 * @param number the hop's running number
 * @param atNanos when it came, on the clock of the socket events
 * @param from the sender
 * @param entry the hop's address it was sent to
 * @param exit the hop's address it is sent on from
 * @param to the receiver
 * @param bytes of payload
 * @param fate what became of it
 * @param rule the words of the rules that hit it, {@code duplicate,delay}; empty when none did
 * @param corrupted whether what was sent on is not what came
 * @param deliveredNanos when each copy was sent on; two or more where it was duplicated
 * @param head what it says of itself, where its transport can tell
 * @param piece whether it is no message but a piece of a stream, as the hop read it
 */
public record PassedMessage(
        long number,
        long atNanos,
        InetSocketAddress from,
        InetSocketAddress entry,
        InetSocketAddress exit,
        InetSocketAddress to,
        int bytes,
        Fate fate,
        String rule,
        boolean corrupted,
        List<Long> deliveredNanos,
        Optional<PacketHead> head,
        boolean piece) {

    /** What became of a message at the hop. */
    public enum Fate {
        DELIVERED,
        LOST,
        /** Still inside. */
        QUEUED
    }

    public PassedMessage {
        deliveredNanos = List.copyOf(deliveredNanos);
    }
}
