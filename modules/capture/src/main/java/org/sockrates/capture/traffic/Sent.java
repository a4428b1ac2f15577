package org.sockrates.capture.traffic;

import java.util.List;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/**
 * A packet that left, and when it arrived.
 *
 * @param arrivedNanos grows as its arrivals are found
 * @param alone whether only one end can have seen it: where the other did not, it stands for both
 */
record Sent(Packet packet, List<Long> arrivedNanos, boolean alone) {
    SeenPacket seen(long number) {
        if (alone && fate() == Fate.LOST && !Told.DROPPED.isOf(packet)) {
            return SeenPacket.once(number, packet.timeNanos(), Decoded.of(packet));
        }
        return new SeenPacket(
                number, packet.timeNanos(), arrivedNanos, fate(), false, Told.rule(packet), Decoded.of(packet));
    }

    /** Whether a link keeps it for a while and loses it not: it may still have had it when the file ended. */
    boolean isKept() {
        return Told.DELAYED.isOf(packet) || Told.REORDERED.isOf(packet);
    }

    private Fate fate() {
        if (!arrivedNanos.isEmpty()) {
            return Fate.DELIVERED;
        }
        return isKept() ? Fate.QUEUED : Fate.LOST;
    }
}
