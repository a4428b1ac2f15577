package org.sockrates.wire;

import org.sockrates.link.Link;
import org.sockrates.link.LinkReport;
import org.sockrates.link.Lost;
import org.sockrates.link.Traffic;

/** One way of a wire: its link, and what was sent and lost on it. Within the lock of the mirror's links only. */
final class Lane {
    final Link link;
    /** What found no room in front of the link. */
    final Lost refused = new Lost("no-room");
    /** What found no room inside the link. */
    final Lost noRoom = new Lost("no-room");
    /** What the kernel did not take. */
    final Lost unsent = new Lost("unsent");

    private long packets;
    private long segments;
    private long retransmissions;
    private long wireBytes;
    private long payloadBytes;
    private long againBytes;

    Lane(Link link) {
        this.link = link;
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

    Traffic.OneWay traffic() {
        return new Traffic.OneWay(packets, segments, retransmissions, wireBytes, payloadBytes, againBytes);
    }

    LinkReport report(long nowNanos) {
        return refused.before(noRoom.after(unsent.after(link.report(nowNanos))));
    }
}
