package org.sockrates.capture.conversation;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;

/** Finds who exchanged datagrams with whom: one conversation for every two addresses, since nobody is connected. */
final class DatagramConversations {
    private final Addresses addresses;
    private final Map<Integer, List<Life>> byPort = new HashMap<>();
    private final Map<Set<Party>, DatagramPair> pairs = new LinkedHashMap<>();
    private final Map<Exchange, Taken> taken = new HashMap<>();
    private final IdentityHashMap<Noted, Boolean> tookThen = new IdentityHashMap<>();

    private record Exchange(Life sender, Life receiver) {}

    /**
     * Who took which of all that one sent to another.
     *
     * @param direct of what was sent while the receiver had its address
     * @param underWay of what was sent before, and was under way so long
     */
    private record Taken(Takings<Noted> direct, Takings<Noted> underWay) {
        boolean isOne(Noted send) {
            return direct.taker(send) != null || underWay.taker(send) != null;
        }
    }

    private DatagramConversations(Addresses addresses) {
        this.addresses = addresses;
    }

    static List<Conversation> of(List<Life> lives, List<PassedMessage> passed, Addresses addresses) {
        DatagramConversations found = new DatagramConversations(addresses);
        List<Life> ours = lives.stream().filter(life -> !life.stream()).toList();
        Senders.tell(ours, passed, addresses);
        ours.stream().sorted(Comparator.comparing(Life::addressedSince)).forEach(found::index);
        ours.forEach(found::sort);
        passed.forEach(found::sort);
        return found.pairs.values().stream()
                .map(pair -> pair.conversation(addresses))
                .toList();
    }

    private void index(Life life) {
        InetSocketAddress local = life.local();
        if (local != null) {
            byPort.computeIfAbsent(local.getPort(), none -> new ArrayList<>()).add(life);
        }
    }

    private void sort(Life life) {
        Party self = Party.of(life);
        for (Noted call : life.calls()) {
            InetSocketAddress peer = addresses.real(call.event().peer());
            if (peer != null && hasPeer(call.event())) {
                for (Party other : parties(peer, call, life)) {
                    pair(self, other).add(self, call);
                }
            }
        }
    }

    private void sort(PassedMessage message) {
        Moment at = new Moment(message.atNanos(), Long.MAX_VALUE);
        Party from = parties(message.from(), at, at, null).get(0);
        long delivered = message.deliveredNanos().stream().max(Long::compare).orElse(message.atNanos());
        Party to = parties(message.to(), at, new Moment(delivered, Long.MAX_VALUE), from.life())
                .get(0);
        pair(from, to).add(from, message);
    }

    /** Whether a call's address is that of the other party: where a connected socket may not send it has none. */
    static boolean hasPeer(SocketEvent event) {
        Call call = event.call();
        boolean elsewhere = event.failedWith(Errno.EISCONN);
        return event.peer() != null && !elsewhere && (call == Call.CONNECT || call.mayWait());
    }

    /** Who came too late for a call, and took what it sent: it was under way so long, and who was there before did not. */
    private List<Party> parties(InetSocketAddress peer, Noted call, Life caller) {
        List<Party> then = parties(peer, call.begin(), call.returned(), caller);
        Life only = then.get(0).life();
        boolean mayBeAlone = call.event().call().sends() && then.size() == 1;
        if (mayBeAlone && (only == null || !took(only, call, caller))) {
            for (Life life : byPort.getOrDefault(peer.getPort(), List.of())) {
                if (Addresses.reaches(peer, life.local())
                        && life.addressedAfter(call.returned())
                        && took(life, call, caller)) {
                    return List.of(Party.of(life));
                }
            }
        }
        return then;
    }

    private boolean took(Life receiver, Noted send, Life sender) {
        Exchange exchange = new Exchange(sender, receiver);
        Taken known = taken.get(exchange);
        if (known == null) { // not computeIfAbsent: it asks for that of those who were there before
            known = taken(exchange);
            taken.put(exchange, known);
        }
        return known.isOne(send);
    }

    /** Of equal datagrams those that were sent while the receiver was there are taken first. */
    private Taken taken(Exchange exchange) {
        Life receiver = exchange.receiver();
        List<Noted> sends = exchange.sender().calls().stream()
                .filter(call -> call.event().call().sends()
                        && !receiver.closedBefore(call.begin())
                        && Addresses.reaches(addresses.real(call.event().peer()), receiver.local()))
                .toList();
        Predicate<Noted> early = send -> receiver.addressedAfter(send.returned());
        Taken found = new Taken(
                new Takings<>(sends.stream().filter(early.negate()).toList()),
                new Takings<>(sends.stream()
                        .filter(early)
                        .filter(send -> !tookThen(send, exchange.sender()))
                        .toList()));
        for (Noted call : receiver.calls()) {
            SocketEvent event = call.event();
            if (Senders.took(call)
                    && Addresses.reaches(
                            addresses.real(event.peer()), exchange.sender().local())) {
                Predicate<Noted> fits =
                        send -> send.begin().compareTo(call.returned()) < 0 && Payload.canBe(send.event(), event);
                if (!found.direct().take(call, fits)) {
                    found.underWay().take(call, fits);
                }
            }
        }
        return found;
    }

    /** Whether one who was there when it was sent took it. */
    private boolean tookThen(Noted send, Life sender) {
        Boolean known = tookThen.get(send);
        if (known == null) { // asked once of each send, however many come later
            known = findTookThen(send, sender);
            tookThen.put(send, known);
        }
        return known;
    }

    private boolean findTookThen(Noted send, Life sender) {
        InetSocketAddress peer = addresses.real(send.event().peer());
        Life there = peer == null
                ? null
                : parties(peer, send.begin(), send.returned(), sender).get(0).life();
        return there != null && took(there, send, sender);
    }

    /**
     * Whom an address reaches from one moment to another: usually one, the last that had it by then, open or closed; every
     * open receiver of a group; whoever is there, if no socket of ours was.
     */
    private List<Party> parties(InetSocketAddress address, Moment begin, Moment end, @Nullable Life except) {
        List<Party> open = new ArrayList<>();
        Party last = Party.stranger(address);
        for (Life life : byPort.getOrDefault(address.getPort(), List.of())) {
            if (life != except && Addresses.reaches(address, life.local()) && !life.addressedAfter(end)) {
                last = Party.of(life);
                if (!life.closedBefore(begin)) {
                    open.add(last);
                }
            }
        }
        if (open.isEmpty()) {
            return List.of(last);
        }
        return Addresses.isGroup(address) ? open : open.subList(open.size() - 1, open.size());
    }

    private DatagramPair pair(Party one, Party other) {
        Set<Party> key = one.equals(other) ? Set.of(one) : Set.of(one, other);
        return pairs.computeIfAbsent(key, none -> new DatagramPair(one, other));
    }
}
