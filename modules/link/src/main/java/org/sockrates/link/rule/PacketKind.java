package org.sockrates.link.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.PacketHead;

/**
 * What a packet is for, so that a lab may lose the third data segment and leave the acknowledgements between alone. A
 * packet has one kind, the most special that fits: a FIN that carries data is a {@link #FIN}. What a relay
 * passes is all {@link #DATA}, unless its transport can tell: then what opens a connection is a {@link #SYN}, whichever way
 * it goes, and what ends it a {@link #FIN}.
 */
public enum PacketKind {
    /** A segment with payload and none of the flags below, or a datagram, also an empty one. */
    DATA,
    /** A segment without payload and without the flags below. */
    ACK,
    /** The first segment of a handshake: SYN without ACK. */
    SYN,
    /** Its answer: SYN and ACK. */
    SYN_ACK,
    /** The sender will send nothing more; with payload or without. */
    FIN,
    /** The sender has thrown the connection away, whatever other flags it has. */
    RST,
    /** Neither a segment nor the beginning of a datagram: ICMP, later fragments. */
    OTHER;

    /** The kind of a numbered packet; of a datagram that says nothing of itself, {@link #DATA}. */
    public static PacketKind of(@Nullable PacketHead head) {
        if (head == null) {
            return DATA;
        }
        return switch (head.kind()) {
            case OPEN -> SYN;
            case DATA -> DATA;
            case ACK -> ACK;
            case END -> FIN;
            case RESET -> RST;
        };
    }

    /** The words people type for them. */
    static final List<String> WORDS =
            Arrays.stream(values()).map(PacketKind::word).toList();

    /** The kind of this word, or empty when there is none. */
    public static Optional<PacketKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** The word people type for it: {@code syn-ack}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
