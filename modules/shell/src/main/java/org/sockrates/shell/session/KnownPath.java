package org.sockrates.shell.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.sim.path.SimPath;
import org.sockrates.wire.WirePath;

/** The paths there are, whether or not this machine has them. */
public enum KnownPath {
    LOOPBACK(LoopbackPath.NAME, true, "127.0.0.1, and nothing in between"),
    RELAY(RelayPath.NAME, false, "a hop before a server, which loses datagrams only;  link add"),
    WIRE(WirePath.NAME, true, "the kernel's own packets, through a link;  path wire"),
    SIM(SimPath.NAME, false, "virtual time, for whole runs:  compare --path sim,  sim --ladder");

    /** The words people type for them. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(KnownPath::word).toList();

    /** Those of paths that all sockets of a session can take. */
    public static final List<String> PLACES = Arrays.stream(values())
            .filter(KnownPath::isPlace)
            .map(KnownPath::word)
            .toList();

    private final String word;
    private final boolean place;
    private final String told;

    KnownPath(String word, boolean place, String told) {
        this.word = word;
        this.place = place;
        this.told = told;
    }

    /** The path of this word, or empty when there is none. */
    public static Optional<KnownPath> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** The word people type for it. */
    public String word() {
        return word;
    }

    /** Whether all sockets of a session can take it: see {@link Place}. */
    public boolean isPlace() {
        return place;
    }

    /** What it is, in one line. */
    public String told() {
        return told;
    }
}
