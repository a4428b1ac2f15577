package org.sockrates.shell.session;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.rule.Verdict;

/** What a hop noted packet by packet, message by message for the ladder: copies of one are one. */
public final class PassedLog {
    private PassedLog() {}

    /** The messages of a log, in its order. */
    public static List<PassedMessage> messages(List<PassedPacket> log) {
        return messages(log, false);
    }

    /** The pieces of streams in a log, in its order. */
    public static List<PassedMessage> pieces(List<PassedPacket> log) {
        return messages(log, true);
    }

    private static List<PassedMessage> messages(List<PassedPacket> log, boolean pieces) {
        List<PassedMessage> messages = new ArrayList<>();
        PassedPacket last = null;
        for (PassedPacket packet : log) {
            boolean lost = packet.verdict() == Verdict.DROPPED;
            boolean copy = last != null && packet.copies(last);
            PassedMessage earlier = copy ? messages.remove(messages.size() - 1) : null;
            List<Long> delivered = new ArrayList<>(earlier == null ? List.of() : earlier.deliveredNanos());
            last = packet;
            if (!lost && !isBroken(packet)) {
                delivered.add(packet.dueNanos());
            }
            messages.add(new PassedMessage(
                    packet.number(),
                    packet.cameNanos(),
                    packet.hop().from(),
                    packet.hop().entry(),
                    packet.hop().exit(),
                    packet.hop().to(),
                    packet.bytes(),
                    delivered.isEmpty() ? PassedMessage.Fate.LOST : PassedMessage.Fate.DELIVERED,
                    packet.rule(),
                    packet.corrupted() || (earlier != null && earlier.corrupted()),
                    delivered,
                    packet.head(),
                    pieces));
        }
        return messages;
    }

    /** A numbered packet has a checksum: broken, it arrives and is thrown away. */
    private static boolean isBroken(PassedPacket packet) {
        return packet.head().isPresent() && packet.corrupted();
    }
}
