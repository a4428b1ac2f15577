package org.sockrates.link;

import java.util.Optional;
import org.sockrates.transport.PacketHead;

/**
 * A datagram as it came to a relay, before its link had it.
 *
 * @param nanos when
 * @param head what it said of itself then
 */
record Came(long nanos, Optional<PacketHead> head) {
    PacketKind kind() {
        return PacketKind.of(head.orElse(null));
    }
}
