package org.sockrates.capture.conversation;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.conversation.PacketTalk.Crossing;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.transport.Call;

/**
 * Brings together what calls tell of conversations and what packets do. There may be tens of thousands of either: each looks
 * among those of its own ports alone.
 */
final class Joining {
    /** A refused connection may have no address of its own; then its packets come so soon behind its call. */
    private static final long SOON_NANOS = 1_000_000_000;

    private final List<Conversation> conversations;
    private final Addresses addresses;
    private final Map<Long, List<PacketTalk>> talksByPorts = new HashMap<>();
    private final Map<Long, List<Integer>> placesByPorts = new HashMap<>();
    private final Set<PacketTalk> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Conversation, PacketTalk> shares = new IdentityHashMap<>();

    private Joining(List<Conversation> conversations, List<PacketTalk> talks, Addresses addresses) {
        this.conversations = conversations;
        this.addresses = addresses;
        for (PacketTalk talk : talks) {
            keys(talk)
                    .forEach(key -> talksByPorts
                            .computeIfAbsent(key, none -> new ArrayList<>())
                            .add(talk));
        }
        for (int place = 0; place < conversations.size(); place++) {
            Long key = key(conversations.get(place));
            if (key != null) {
                placesByPorts.computeIfAbsent(key, none -> new ArrayList<>()).add(place);
            }
        }
    }

    /**
     * Packets of conversations nobody's calls tell of stand for themselves; datagrams that a hop told of are told by it.
     *
     * @param conversations in the order in which the two met
     * @param talks in the order in which they began
     */
    static List<Observed> of(
            List<Conversation> conversations, List<PacketTalk> talks, Addresses addresses, Patience patience) {
        Joining joining = new Joining(conversations, talks, addresses);
        List<Observed> found = new ArrayList<>();
        for (Conversation conversation : conversations) {
            patience.ask();
            found.add(joining.observed(conversation));
        }
        for (PacketTalk talk : talks) {
            if (!joining.taken.contains(talk)) {
                found.add(new Observed(alone(talk, addresses), Optional.of(talk)));
            }
        }
        return found;
    }

    private Observed observed(Conversation conversation) {
        if (!shares.containsKey(conversation)) {
            take(conversation).ifPresent(whole -> share(whole, conversation));
        }
        Optional<PacketTalk> talk = Optional.ofNullable(shares.get(conversation));
        return conversation.passed().isEmpty() && talk.isPresent()
                ? new Observed(withAddress(conversation, talk.get()), talk)
                : new Observed(conversation, Optional.empty());
    }

    /** The first that is of a conversation, and that nobody took before. */
    private Optional<PacketTalk> take(Conversation conversation) {
        Iterator<PacketTalk> at =
                talksByPorts.getOrDefault(key(conversation), List.of()).iterator();
        while (at.hasNext()) {
            PacketTalk talk = at.next();
            if (taken.contains(talk)) {
                at.remove(); // it stands at its other ports, too
            } else if (belongs(talk, conversation)) {
                at.remove();
                taken.add(talk);
                return Optional.of(talk);
            }
        }
        return Optional.empty();
    }

    /** Datagrams between two addresses are of whoever had these last by then: a port is left, and taken by another. */
    private void share(PacketTalk talk, Conversation first) {
        boolean alone = first.stream() || Addresses.isGroup(talk.left()) || Addresses.isGroup(talk.right());
        List<Conversation> theirs = alone ? List.of(first) : sharing(talk);
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

    /** Those of datagrams that they may be of, in the order in which the two met. */
    private List<Conversation> sharing(PacketTalk talk) {
        return keys(talk)
                .boxed()
                .flatMap(key -> placesByPorts.getOrDefault(key, List.of()).stream())
                .sorted()
                .map(conversations::get)
                .filter(each -> !each.stream() && belongs(talk, each))
                .toList();
    }

    /** Under which ports packets are looked for: those of both ends, and that of the one who was asked. */
    private static LongStream keys(PacketTalk talk) {
        return LongStream.of(ofBoth(talk.left(), talk.right()), ofAsked(talk.right()));
    }

    /** The ports of the only packets that can be its; null where none can be. */
    private @Nullable Long key(Conversation conversation) {
        InetSocketAddress left = addresses.real(conversation.left().address());
        InetSocketAddress right = addresses.real(conversation.right().address());
        return right == null ? null : left != null && left.getPort() != 0 ? ofBoth(left, right) : ofAsked(right);
    }

    private static long ofBoth(InetSocketAddress one, InetSocketAddress other) {
        long least = Math.min(one.getPort(), other.getPort());
        return least << Short.SIZE | Math.max(one.getPort(), other.getPort());
    }

    private static long ofAsked(InetSocketAddress right) {
        return -1L - right.getPort();
    }

    private boolean belongs(PacketTalk talk, Conversation conversation) {
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
