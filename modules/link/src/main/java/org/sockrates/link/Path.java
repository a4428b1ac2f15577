package org.sockrates.link;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;

/**
 * Where a link is put to work: {@code loopback} (no link), {@code relay} (a hop in user space), {@code wire} (the kernel's
 * own packets), {@code sim} (virtual time). Not a transport. Experiments are handed one and never ask which.
 */
public interface Path {
    /** The word people type for it. */
    String name();

    /**
     * Why this path cannot put such a link between the ends of such a transport, or empty when it can. For example a
     * relay cannot lose bytes of a stream: in user space a dropped chunk is corruption, not loss.
     */
    Optional<String> refusal(Traits traits, LinkSpec link);

    /** Why there is no such transport on this path, or empty where there is. */
    default Optional<String> refusal(Transport transport) {
        return Optional.empty();
    }

    /** Whether its passages count {@link Traffic}, so that one may ask there what becomes of single packets. */
    default boolean countsTraffic() {
        return false;
    }

    /** Whether time passes there as quickly as it can be computed, so that a long wait costs nobody anything. */
    default boolean inVirtualTime() {
        return false;
    }

    /**
     * The congestion controls that one may choose there for TCP, the one in use first; none where that is not ours to choose.
     *
     * @throws IOException when they cannot be asked for
     */
    default List<String> congestionControls() throws IOException {
        return List.of();
    }

    /** What the transport is called on this path: by another name where it is a model of the real one. */
    default String named(Transport transport) {
        return transport.name();
    }

    /**
     * A fresh passage with the link in both directions; direction and seed decide what happens to each packet.
     *
     * @throws org.sockrates.transport.UsageException when {@link #refusal} has a reason
     */
    Passage open(Traits traits, LinkSpec link) throws IOException;
}
