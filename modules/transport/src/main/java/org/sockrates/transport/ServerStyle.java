package org.sockrates.transport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a stream server serves more than one peer. A datagram server has one socket for all and needs no style. */
public enum ServerStyle {
    /** One peer after the other: the second waits in the backlog until the first is done. */
    ITERATIVE,
    /** A thread for each peer. */
    THREADS,
    /** A virtual thread for each peer (JEP 444), where this Java has them. */
    VIRTUAL,
    /** One thread that waits for all peers at once: {@code select(2)}. */
    SELECTOR;

    /** The words people type for them. */
    public static List<String> words() {
        return Stream.of(values()).map(ServerStyle::word).toList();
    }

    /** The style of a word, in capitals or not; empty where there is none. */
    public static Optional<ServerStyle> of(String word) {
        return Stream.of(values())
                .filter(style -> style.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The word people type for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
