package org.sockrates.shell.spoil;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sockrates.capture.PassedMessage;
import org.sockrates.link.LinkHost;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.Verdict;
import org.sockrates.shell.session.Passed;
import org.sockrates.shell.session.Place;

/**
 * What a relay of datagrams sees: message by message for the ladder, where copies of one are one, and packet by packet for
 * a trace.
 */
record PassedDatagrams(LinkHost relay) implements Passed.Source {
    @Override
    public Place.Tracing trace(Consumer<String> listener) {
        return RelayTrace.begin(relay, listener);
    }

    @Override
    public List<PassedMessage> messages() {
        List<PassedMessage> messages = new ArrayList<>();
        PassedPacket last = null;
        for (PassedPacket packet : relay.log()) {
            boolean lost = packet.verdict() == Verdict.DROPPED;
            boolean copy = last != null && packet.copies(last);
            List<Long> delivered =
                    new ArrayList<>(copy ? messages.remove(messages.size() - 1).deliveredNanos() : List.of());
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
                    delivered,
                    packet.head()));
        }
        return messages;
    }

    /** A numbered packet has a checksum: broken, it arrives and is thrown away. */
    private static boolean isBroken(PassedPacket packet) {
        return packet.head().isPresent() && packet.corrupted();
    }
}
