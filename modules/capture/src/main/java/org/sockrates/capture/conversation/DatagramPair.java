package org.sockrates.capture.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.transport.SocketEvent;

/** Two parties, and what is found of their datagrams. */
final class DatagramPair {
    private final Party one;
    private final Party other;
    private final Set<Noted> between = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<PassedMessage> passed = new ArrayList<>();
    private Party first;
    private long firstNanos = Long.MAX_VALUE;

    DatagramPair(Party one, Party other) {
        this.one = one;
        this.other = other;
        this.first = one;
    }

    void add(Party party, Noted call) {
        between.add(call);
        SocketEvent event = call.event();
        if (!event.call().receives()) {
            begins(party, event.startNanos());
        } else if (event.value() >= 0) {
            begins(party.equals(one) ? other : one, event.endNanos());
        }
    }

    void add(Party from, PassedMessage message) {
        passed.add(message);
        begins(from, message.atNanos());
    }

    private void begins(Party party, long nanos) {
        if (nanos < firstNanos) {
            first = party;
            firstNanos = nanos;
        }
    }

    Conversation conversation(Addresses addresses) {
        Party left = first;
        Party right = first.equals(one) ? other : one;
        Life life = left.life() != null ? left.life() : right.life();
        return new Conversation(
                life == null ? "udp" : life.transport(),
                false,
                left,
                right,
                calls(left),
                left.equals(right) ? List.of() : calls(right),
                passed,
                addresses);
    }

    /** A party's calls with the other, and those that are with nobody in particular. */
    private List<Noted> calls(Party party) {
        if (party.life() == null) {
            return List.of();
        }
        return party.life().calls().stream()
                .filter(call -> between.contains(call) || !DatagramConversations.hasPeer(call.event()))
                .toList();
    }
}
