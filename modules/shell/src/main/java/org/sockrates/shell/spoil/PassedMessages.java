package org.sockrates.shell.spoil;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.capture.PassedMessage;
import org.sockrates.link.LinkHost;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.Verdict;

/** What a relay of datagrams saw, for the ladder; copies of one message are one message. */
final class PassedMessages {
    private PassedMessages() {}

    static List<PassedMessage> of(LinkHost relay) {
        List<PassedMessage> messages = new ArrayList<>();
        for (PassedPacket packet : relay.log()) {
            boolean lost = packet.verdict() == Verdict.DROPPED;
            int last = messages.size() - 1;
            boolean copy = last >= 0
                    && messages.get(last).number() == packet.number()
                    && messages.get(last).from().equals(packet.hop().from())
                    && messages.get(last).atNanos() == packet.timeNanos();
            List<Long> delivered = new ArrayList<>(copy ? messages.remove(last).deliveredNanos() : List.of());
            if (!lost) {
                delivered.add(packet.dueNanos());
            }
            messages.add(new PassedMessage(
                    packet.number(),
                    packet.timeNanos(),
                    packet.hop().from(),
                    packet.hop().entry(),
                    packet.hop().exit(),
                    packet.hop().to(),
                    packet.bytes(),
                    delivered.isEmpty() ? PassedMessage.Fate.LOST : PassedMessage.Fate.DELIVERED,
                    packet.rule(),
                    delivered,
                    packet.head()));
        }
        return messages;
    }
}
