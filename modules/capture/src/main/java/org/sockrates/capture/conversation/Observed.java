package org.sockrates.capture.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.capture.traffic.SeenTraffic;

/** A conversation as its calls tell it, as its packets tell it, or both. Not what was done in it, one thing after another. */
public record Observed(Conversation conversation, Optional<PacketTalk> talk) {
    /** When the two had to do with each other first. */
    Moment begin() {
        Moment calls = conversation.meeting();
        Moment packets =
                talk.map(seen -> new Moment(seen.beginNanos(), Long.MAX_VALUE)).orElse(calls);
        return calls.compareTo(packets) < 0 ? calls : packets;
    }

    /**
     * Who talked with whom, by sockets' lives, by what hops saw and by packets, in the order in which the two met.
     *
     * @param patience asked with each conversation
     * @throws CancellationException when nobody waits any more
     */
    public static List<Observed> all(
            List<Life> lives, List<PassedMessage> passed, SeenTraffic traffic, Patience patience) {
        Addresses addresses = new Addresses(passed, traffic.mirrored());
        List<Conversation> conversations = new ArrayList<>(StreamConversations.of(lives, passed, addresses));
        Set<PassedMessage> told = new HashSet<>();
        conversations.forEach(stream -> told.addAll(stream.passed()));
        List<PassedMessage> datagrams = passed.stream()
                .filter(message -> !message.piece() && !told.contains(message))
                .toList();
        conversations.addAll(DatagramConversations.of(lives, datagrams, addresses));
        conversations.sort(Comparator.comparing(Conversation::meeting));
        List<Observed> found = Joining.of(conversations, PacketTalks.of(traffic, addresses), addresses, patience);
        found.sort(Comparator.comparing(Observed::begin));
        return found;
    }
}
