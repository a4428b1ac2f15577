package org.sockrates.capture.conversation;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sockrates.capture.conversation.PacketTalk.Crossing;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.capture.traffic.SeenTraffic;
import org.sockrates.transport.Call;

/** A conversation as its calls tell it, as its packets tell it, or both. Not what was done in it, one thing after another. */
public record Observed(Conversation conversation, Optional<PacketTalk> talk) {
    /** A refused connection may have no address of its own; then its packets come so soon behind its call. */
    private static final long SOON_NANOS = 1_000_000_000;

    /** When the two had to do with each other first. */
    Moment begin() {
        Moment calls = conversation.meeting();
        Moment packets =
                talk.map(seen -> new Moment(seen.beginNanos(), Long.MAX_VALUE)).orElse(calls);
        return calls.compareTo(packets) < 0 ? calls : packets;
    }

    /** Who talked with whom, by sockets' lives, by what hops saw and by packets, in the order in which the two met. */
    public static List<Observed> all(List<Life> lives, List<PassedMessage> passed, SeenTraffic traffic) {
        Addresses addresses = new Addresses(passed, traffic.mirrored());
        List<Conversation> conversations = new ArrayList<>(StreamConversations.of(lives, passed, addresses));
        Set<PassedMessage> told = new HashSet<>();
        conversations.forEach(stream -> told.addAll(stream.passed()));
        List<PassedMessage> datagrams = passed.stream()
                .filter(message -> !message.piece() && !told.contains(message))
                .toList();
        conversations.addAll(DatagramConversations.of(lives, datagrams, addresses));
        conversations.sort(Comparator.comparing(Conversation::meeting));
        List<Observed> found = joined(conversations, PacketTalks.of(traffic, addresses), addresses);
        found.sort(Comparator.comparing(Observed::begin));
        return found;
    }

    /**
     * Brings both together. Packets of conversations nobody's calls tell of stand for themselves; datagrams that a hop told
     * of are told by it.
     */
    private static List<Observed> joined(
            List<Conversation> conversations, List<PacketTalk> talks, Addresses addresses) {
        List<PacketTalk> left = new ArrayList<>(talks);
        IdentityHashMap<Conversation, PacketTalk> shares = new IdentityHashMap<>();
        List<Observed> found = new ArrayList<>();
        for (Conversation conversation : conversations) {
            if (!shares.containsKey(conversation)) {
                Optional<PacketTalk> whole = left.stream()
                        .filter(each -> belongs(each, conversation, addresses))
                        .findFirst();
                whole.ifPresent(left::remove);
                whole.ifPresent(each -> share(each, conversation, conversations, addresses, shares));
            }
            Optional<PacketTalk> talk = Optional.ofNullable(shares.get(conversation));
            if (conversation.passed().isEmpty() && talk.isPresent()) {
                found.add(new Observed(withAddress(conversation, talk.get()), talk));
            } else {
                found.add(new Observed(conversation, Optional.empty()));
            }
        }
        for (PacketTalk talk : left) {
            found.add(new Observed(alone(talk, addresses), Optional.of(talk)));
        }
        return found;
    }

    /** Datagrams between two addresses are of whoever had these last by then: a port is left, and taken by another. */
    private static void share(
            PacketTalk talk,
            Conversation first,
            List<Conversation> conversations,
            Addresses addresses,
            IdentityHashMap<Conversation, PacketTalk> shares) {
        boolean alone = first.stream() || Addresses.isGroup(talk.left()) || Addresses.isGroup(talk.right());
        List<Conversation> theirs = conversations.stream()
                .filter(each -> each.equals(first) || (!alone && !each.stream() && belongs(talk, each, addresses)))
                .toList();
        for (Crossing crossing : talk.crossings()) {
            SeenPacket packet = crossing.packet();
            long came = packet.arrivedNanos().stream().max(Long::compare).orElse(packet.sentNanos());
            Moment there = Moment.behindCalls(came, 0);
            Conversation owner = first;
            for (Conversation each : theirs) {
                boolean later = Stream.of(each.left(), each.right()).anyMatch(party -> party.addressedAfter(there));
                owner = later ? owner : each;
            }
            shares.computeIfAbsent(owner, none -> talk.with(new ArrayList<>()))
                    .crossings()
                    .add(crossing);
        }
    }

    private static boolean belongs(PacketTalk talk, Conversation conversation, Addresses addresses) {
        InetSocketAddress left = addresses.real(conversation.left().address());
        InetSocketAddress right = addresses.real(conversation.right().address());
        if (right == null || conversation.inSegments() != talk.stream()) {
            return false;
        }
        if (left != null && left.getPort() != 0 && !conversation.stream()) {
            return reach(talk.left(), left, talk.right(), right) || reach(talk.left(), right, talk.right(), left);
        }
        if (left != null && left.getPort() != 0) {
            boolean theirs = talk.joins(left, right) || reach(talk.left(), left, talk.right(), right);
            return theirs && talk.beginNanos() >= conversation.begin().nanos();
        }
        return talk.right().equals(right) && isBegunBy(talk, conversation.left());
    }

    /** A socket may be bound to the wildcard, and its packets still have an address. */
    private static boolean reach(
            InetSocketAddress one, InetSocketAddress bound, InetSocketAddress other, InetSocketAddress otherBound) {
        return Addresses.reaches(one, bound) && Addresses.reaches(other, otherBound);
    }

    private static boolean isBegunBy(PacketTalk talk, Party party) {
        for (Noted call : party.calls()) {
            long since = talk.beginNanos() - call.event().startNanos();
            if (call.event().call() == Call.CONNECT && since >= 0 && since < SOON_NANOS) {
                return true;
            }
        }
        return false;
    }

    /** A connection that nobody took has no address of its own any more, or only the wildcard; its packets had one. */
    private static Conversation withAddress(Conversation told, PacketTalk talk) {
        Party left = told.left();
        boolean unknown = left.address() == null || (told.stream() && Addresses.isWild(left.address()));
        return unknown ? told.withLeft(new Party(left.life(), left.door(), talk.left())) : told;
    }

    private static Conversation alone(PacketTalk talk, Addresses addresses) {
        return new Conversation(
                talk.transport(),
                talk.stream(),
                Party.stranger(talk.left()),
                Party.stranger(talk.right()),
                List.of(),
                List.of(),
                List.of(),
                addresses);
    }
}
