package org.sockrates.capture.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.analysis.StateChange;
import org.sockrates.capture.conversation.Conversation;
import org.sockrates.capture.conversation.Life;
import org.sockrates.capture.conversation.Moment;
import org.sockrates.capture.conversation.Noted;
import org.sockrates.capture.conversation.Payload;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.packet.Datagram;
import org.sockrates.capture.packet.TcpFlags;
import org.sockrates.capture.step.PacketSteps.Passing;
import org.sockrates.capture.step.PacketSteps.Timed;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;

/**
 * Which call sent which packet and which call took it, by counting bytes: the n-th byte of a stream has relative sequence
 * number n. A datagram is the first of its length that is no other call's.
 */
final class PacketCalls {
    /** Longer than from a call to its packet on a busy machine; shorter than TCP's timers, and than a person at the keys. */
    private static final long SOON_NANOS = 100_000_000;

    private final Conversation conversation;
    private final List<Passing> passings;
    private final PacketStates states;
    private final IdentityHashMap<Passing, SocketEvent> beside = new IdentityHashMap<>();
    private final List<Step.Alone> alone = new ArrayList<>();

    /** A call, when it is drawn, and the packet it belongs to. */
    private record Placed(
            Noted call, Side side, Moment at, @Nullable Passing passing) implements Timed {
        boolean isSoon(Moment other) {
            return Math.abs(other.nanos() - at.nanos()) < SOON_NANOS;
        }
    }

    PacketCalls(Conversation conversation, List<Passing> passings) {
        this.conversation = conversation;
        this.passings = passings;
        this.states = new PacketStates(conversation, passings);
        List<Placed> placed = new ArrayList<>();
        for (Side side : Side.values()) {
            placed.addAll(new Placing(side).all());
        }
        settle(placed);
    }

    /** What stands in rows of its own: calls, and where one stands long before it returned, the state its end went to then. */
    List<Step.Alone> alone() {
        return alone;
    }

    /** The call in a packet's row, at the side where it leaves or arrives. */
    @Nullable
    SocketEvent beside(Passing passing) {
        return beside.get(passing);
    }

    /** The state that end goes to. */
    Optional<StateChange> change(Passing passing) {
        return states.change(passing);
    }

    /**
     * A call shares its packet's row where they are neighbours in time, before what leaves, behind what arrives, and no more
     * than a moment apart; else it stands at its own time: its bytes waited to be sent, or to be asked for.
     */
    private void settle(List<Placed> placed) {
        List<Timed> all = new ArrayList<>(placed);
        all.addAll(passings);
        all.sort(Comparator.comparing(Timed::at));
        Set<Placed> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Placed call && call.passing() != null) {
                int neighbour = call.passing().leaves() ? i + 1 : i - 1;
                boolean next = neighbour >= 0 && neighbour < all.size() && all.get(neighbour) == call.passing();
                if (next
                        && call.isSoon(call.passing().at())
                        && beside.putIfAbsent(call.passing(), call.call().event()) == null) {
                    drawn.add(call);
                }
            }
        }
        for (Placed call : placed) {
            Optional<StateChange> change = states.change(call.call());
            boolean stands = !drawn.contains(call);
            boolean together = stands && call.isSoon(call.call().returned());
            if (stands) {
                SocketEvent event = call.call().event();
                alone.add(new Step.Alone(call.at(), call.side(), event, together ? change : Optional.empty()));
            }
            if (change.isPresent() && !together) {
                alone.add(new Step.Alone(call.call().returned(), call.side(), null, change));
            }
        }
    }

    /** Places the calls of one side. */
    private final class Placing {
        private final Side side;
        private long sent;
        private long taken;
        private final Deque<Long> leftOut;
        private final Set<Passing> others = Collections.newSetFromMap(new IdentityHashMap<>());

        Placing(Side side) {
            this.side = side;
            List<Noted> sends = conversation.party(side.other()).calls().stream()
                    .filter(call -> call.event().call().sends() && call.event().value() > 0)
                    .toList();
            leftOut = UrgentBytes.of(sends, conversation.party(side).life()).leftOut();
        }

        List<Placed> all() {
            return conversation.calls(side).stream().map(this::place).toList();
        }

        private Placed place(Noted call) {
            SocketEvent event = call.event();
            if (!conversation.stream()) {
                return datagram(call);
            }
            return switch (event.call()) {
                case CONNECT -> leaving(call, it -> has(it, TcpFlags.SYN));
                case SEND, SENDTO -> send(call);
                case SHUTDOWN, CLOSE ->
                    !isOwn(call) ? alone(call) : leaving(call, it -> has(it, TcpFlags.FIN | TcpFlags.RST));
                case ACCEPT -> accept(call);
                case RECV, RECVFROM -> receive(call);
                default -> alone(call);
            };
        }

        /** No packet is known that it belongs to: who waited for one stands where he gave up, or had it. */
        private Placed alone(Noted call) {
            return new Placed(call, side, call.met(), null);
        }

        private Placed datagram(Noted call) {
            SocketEvent event = call.event();
            boolean sends = event.call().sends();
            if (event.value() >= 0 && (sends || event.call().receives())) {
                long bytes = sends ? event.value() : Payload.wholeBytes(event);
                for (Passing passing : passings) {
                    boolean meant = sends ? isSent(passing, call) : isTaken(passing);
                    if (meant && carries(passing, bytes) && others.add(passing)) {
                        Moment at = sends ? call.begin() : call.returnable(passing.at());
                        return new Placed(call, side, at, passing);
                    }
                }
            }
            return alone(call);
        }

        private boolean isSent(Passing passing, Noted call) {
            return passing.leaves() && passing.from() == side && passing.at().compareTo(call.begin()) > 0;
        }

        private boolean isTaken(Passing passing) {
            return !passing.leaves()
                    && passing.where() == side
                    && !passing.crossing().packet().damaged();
        }

        private static boolean carries(Passing passing, long bytes) {
            return passing.crossing().packet().packet() instanceof Datagram datagram
                    && datagram.payloadBytes() == bytes;
        }

        /** Not the listening socket's. */
        private boolean isOwn(Noted call) {
            Life life = conversation.party(side).life();
            return life != null && life.calls().contains(call);
        }

        private Placed send(Noted call) {
            long first = sent + 1;
            boolean moved = call.event().value() > 0;
            sent += moved ? call.event().value() : 0;
            return moved
                    ? leaving(call, it -> it.sequence() <= first && first < it.sequence() + bytes(it))
                    : alone(call);
        }

        private Placed accept(Noted call) {
            return call.event().value() < 0
                    ? alone(call)
                    : arriving(
                            call,
                            passing -> states.change(passing)
                                    .filter(change -> change.to() == KernelState.ESTAB)
                                    .isPresent());
        }

        private Placed receive(Noted call) {
            SocketEvent event = call.event();
            if (event.outcome() instanceof SocketEvent.Failed failed) {
                return failed.errno() == Errno.ECONNRESET ? arriving(call, passing -> isReset(passing)) : alone(call);
            }
            boolean end = event.value() == 0;
            taken += Math.max(event.value(), 0);
            while (!leftOut.isEmpty() && (end || leftOut.getFirst() <= taken)) {
                leftOut.removeFirst();
                taken++;
            }
            long upTo = taken + (end ? 2 : 1);
            return event.value() < 0 ? alone(call) : arriving(call, passing -> states.receivedUpTo(passing) >= upTo);
        }

        /** The first packet of this side from the call on that is meant. */
        private Placed leaving(Noted call, Predicate<Analysed> meant) {
            for (Passing passing : passings) {
                if (isSent(passing, call)
                        && passing.crossing().analysed().filter(meant).isPresent()) {
                    return new Placed(call, side, call.begin(), passing);
                }
            }
            return alone(call);
        }

        /** The first packet to reach this side that is meant; a call that waited for it ends there. */
        private Placed arriving(Noted call, Predicate<Passing> meant) {
            for (Passing passing : passings) {
                if (!passing.leaves() && passing.where() == side && meant.test(passing)) {
                    return new Placed(call, side, call.returnable(passing.at()), passing);
                }
            }
            return alone(call);
        }
    }

    private static boolean isReset(Passing passing) {
        return passing.crossing().analysed().filter(it -> has(it, TcpFlags.RST)).isPresent();
    }

    private static boolean has(Analysed analysed, int flags) {
        return analysed.segment().has(flags);
    }

    private static int bytes(Analysed analysed) {
        return analysed.segment().payloadBytes();
    }
}
