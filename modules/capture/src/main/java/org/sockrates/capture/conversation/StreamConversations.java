package org.sockrates.capture.conversation;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.transport.Call;

/** Pairs the two ends of every stream: each is the other's peer. A listening socket stands with the one it accepted. */
final class StreamConversations {
    private final List<PassedMessage> passed;
    private final Addresses addresses;
    private final List<Life> doors = new ArrayList<>();
    private final Map<InetSocketAddress, List<Life>> byLocal = new HashMap<>();
    private final Set<Life> paired = new HashSet<>();

    private StreamConversations(List<PassedMessage> passed, Addresses addresses) {
        this.passed = passed;
        this.addresses = addresses;
    }

    static List<Conversation> of(List<Life> lives, List<PassedMessage> passed, Addresses addresses) {
        StreamConversations pairs = new StreamConversations(passed, addresses);
        List<Life> ends = new ArrayList<>();
        for (Life life : lives) {
            if (life.stream() && life.remote() == null) {
                pairs.doors.add(life);
            } else if (life.stream()) {
                ends.add(life);
                if (life.local() != null) {
                    pairs.byLocal
                            .computeIfAbsent(life.local(), none -> new ArrayList<>())
                            .add(life);
                }
            }
        }
        ends.sort(Comparator.comparing(Life::connects).reversed());
        List<Conversation> found = new ArrayList<>();
        for (Life end : ends) {
            if (pairs.paired.add(end)) {
                found.add(pairs.conversation(end));
            }
        }
        return found;
    }

    private Conversation conversation(Life end) {
        Life other = partner(end);
        InetSocketAddress far = addresses.real(end.remote());
        Party mine = Party.of(end);
        Party theirs = other != null ? Party.of(other) : new Party(null, door(end, far), far);
        if (other != null) {
            paired.add(other);
        }
        boolean begins = end.accept() == null;
        Party left = begins ? mine : theirs;
        Party right = begins ? theirs : mine;
        return new Conversation(
                end.transport(), true, left, right, calls(left), calls(right), between(left, right), addresses);
    }

    /** The numbered packets of this connection that a hop saw, or the pieces of its bytes. */
    private List<PassedMessage> between(Party left, Party right) {
        return passed.stream()
                .filter(message -> message.piece() || message.head().isPresent())
                .filter(message ->
                        (message.from().equals(left.address()) && message.to().equals(right.address()))
                                || (message.from().equals(right.address())
                                        && message.to().equals(left.address())))
                .toList();
    }

    private @Nullable Life partner(Life end) {
        for (Life other : byLocal.getOrDefault(Objects.requireNonNull(addresses.real(end.remote())), List.of())) {
            if (!paired.contains(other)
                    && other.meets(end)
                    && Objects.equals(addresses.real(other.remote()), end.local())) {
                return other;
            }
        }
        return null;
    }

    /** The last socket that was bound where a connection was wanted. */
    private @Nullable Life door(Life end, @Nullable InetSocketAddress target) {
        Life last = null;
        for (Life door : doors) {
            last = door.meets(end) && Addresses.reaches(target, door.local()) ? door : last;
        }
        return last;
    }

    private static List<Noted> calls(Party party) {
        List<Noted> calls = new ArrayList<>(party.calls());
        if (party.door() != null) {
            Noted accept = party.life() == null ? null : party.life().accept();
            for (Noted call : party.door().calls()) {
                boolean others = call.event().call() == Call.ACCEPT
                        && (accept != null ? !call.equals(accept) : call.event().value() >= 0);
                if (!others) {
                    calls.add(call);
                }
            }
            calls.sort(Comparator.comparing(Noted::begin));
        }
        return calls;
    }
}
