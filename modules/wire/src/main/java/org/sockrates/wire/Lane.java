package org.sockrates.wire;

import org.sockrates.link.Link;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Traffic;
import org.sockrates.link.rule.Orders;
import org.sockrates.link.rule.Way;

/** One way of a wire: its link, and what was sent and lost on it. Within the mirror's lock only. */
final class Lane {
    final Link link;
    private long packets;
    private long segments;
    private long retransmissions;
    private long wireBytes;
    private long payloadBytes;
    private long againBytes;
    private long refused;
    private long refusedBytes;
    private long unsent;
    private long unsentBytes;
    private long noRoom;
    private long noRoomBytes;

    Lane(LinkSpec spec, Way way, Orders orders) {
        link = new Link(spec, way, orders);
    }

    /** A packet came from the end that sent it. */
    void sent(Sighting packet, int bytes, boolean segment, boolean retransmission) {
        packets++;
        wireBytes += bytes;
        payloadBytes += packet.payloadBytes();
        segments += segment ? 1 : 0;
        retransmissions += retransmission ? 1 : 0;
        againBytes += retransmission ? packet.payloadBytes() : 0;
    }

    /** A packet found no room in front of the link. */
    void refused(int bytes) {
        refused++;
        refusedBytes += bytes;
    }

    /** A packet found no room inside the link. */
    void noRoom(int bytes) {
        noRoom++;
        noRoomBytes += bytes;
    }

    /** The kernel did not take a packet. */
    void unsent(int bytes) {
        unsent++;
        unsentBytes += bytes;
    }

    Traffic.OneWay traffic() {
        return new Traffic.OneWay(packets, segments, retransmissions, wireBytes, payloadBytes, againBytes);
    }

    LinkReport report(long nowNanos) {
        return link.report(nowNanos)
                .lostAfter("unsent", unsent, unsentBytes)
                .lostAfter("no-room", noRoom, noRoomBytes)
                .lostBefore("no-room", refused, refusedBytes);
    }
}
