package org.sockrates.link.relay;

import java.util.Optional;
import org.sockrates.link.Hop;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
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

    /** Its line in the log, once the link has had it. */
    PassedPacket passed(Crossing crossing, Way way, Hop hop) {
        return new PassedPacket(
                nanos,
                crossing.offeredNanos(),
                crossing.dropped() ? crossing.offeredNanos() : crossing.dueNanos(),
                way,
                hop,
                crossing.bytes(),
                crossing.number(),
                crossing.verdict(),
                crossing.rule(),
                crossing.corrupted(),
                head);
    }
}
