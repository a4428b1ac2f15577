package org.sockrates.transport;

import java.util.Locale;
import java.util.Objects;

/**
 * What a datagram says of itself, where a transport puts numbered packets into datagrams: read by whoever it passes. It is
 * what the packet says, not what its receiver makes of it.
 *
 * @param number of the data; in an acknowledgement, of the data that it is about; counted from the connection's first
 * @param next in an acknowledgement: every number before it has arrived
 * @param alone whether an acknowledgement is of its number alone, and not of every number before {@code next}
 * @param window messages that its writer's program can take now
 * @param bytes of a program that it carries
 */
public record PacketHead(Kind kind, int number, int next, boolean alone, int window, int bytes) {
    /** What a packet is for. */
    public enum Kind {
        /** The writer wants, or takes, a connection. */
        OPEN,
        DATA,
        ACK,
        /** The writer will send nothing more. */
        END,
        /** The writer has no such connection, or gives it up. */
        RESET
    }

    public PacketHead {
        Objects.requireNonNull(kind, "kind");
    }

    /** Whether it takes a number, and is to be acknowledged. */
    public boolean numbered() {
        return kind != Kind.ACK && kind != Kind.RESET;
    }

    /** As people speak of it: {@code data 3}, {@code ack 2}, {@code ack none}, {@code reset}. */
    public String text() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        boolean ofNothing = kind == Kind.ACK && number == -1;
        String which = ofNothing ? "none" : Integer.toUnsignedString(number);
        return kind == Kind.RESET ? word : word + " " + which;
    }
}
