package org.sockrates.capture.traffic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.capture.packet.Packet;

/** What our link's comments begin with, before the rule: both ends have the same of one packet. */
enum Told {
    DELAYED,
    REORDERED,
    CORRUPTED,
    /** It is the extra copy, which nobody sent. */
    DUPLICATED,
    DROPPED;

    private final String begin = name().toLowerCase(Locale.ROOT) + ": ";

    /** Whether a packet's comment says so. */
    boolean isOf(Packet packet) {
        return packet.comment().startsWith(begin);
    }

    /** All that the link says of a packet; empty where it says nothing. */
    static String of(Packet packet) {
        return found(packet).map(told -> packet.comment()).orElse("");
    }

    /** A packet's comment without that: the ladder shows by itself what became of it. */
    static String rule(Packet packet) {
        return found(packet)
                .map(told -> packet.comment().substring(told.begin.length()))
                .orElse(packet.comment());
    }

    private static Optional<Told> found(Packet packet) {
        return packet.comment().isEmpty()
                ? Optional.empty()
                : Arrays.stream(values()).filter(told -> told.isOf(packet)).findFirst();
    }
}
