package org.sockrates.capture.step;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.analysis.InferredEnd;
import org.sockrates.capture.analysis.StateChange;
import org.sockrates.capture.conversation.Conversation;
import org.sockrates.capture.conversation.Moment;
import org.sockrates.capture.conversation.Noted;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.packet.TcpFlags;
import org.sockrates.capture.step.PacketSteps.Passing;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent.Failed;

/**
 * What each packet did to the state of the end it left or reached, and what a call did that was told that its connection is
 * lost: a kernel that gives up says so to nobody else.
 */
final class PacketStates {
    private final Conversation conversation;
    private final List<Passing> passings;
    private final InferredEnd left = new InferredEnd();
    private final InferredEnd right = new InferredEnd();
    private final IdentityHashMap<Passing, StateChange> changes = new IdentityHashMap<>();
    private final IdentityHashMap<Passing, Long> received = new IdentityHashMap<>();
    private final Map<Noted, StateChange> losses = new HashMap<>();

    /** A call that was told of a loss, and when. */
    private record Loss(Moment at, Side side, Noted call) {}

    PacketStates(Conversation conversation, List<Passing> passings) {
        this.conversation = conversation;
        this.passings = passings;
        Deque<Loss> told = new ArrayDeque<>(losses());
        for (int i = 0; i < passings.size(); i++) {
            while (!told.isEmpty()
                    && told.getFirst().at().compareTo(passings.get(i).at()) < 0) {
                lose(told.removeFirst());
            }
            pass(i);
        }
        told.forEach(this::lose);
    }

    /** The state that the end goes to which a packet leaves or reaches. */
    Optional<StateChange> change(Passing passing) {
        return Optional.ofNullable(changes.get(passing));
    }

    /** The state that whose call it is goes to, when it has returned. */
    Optional<StateChange> change(Noted call) {
        return Optional.ofNullable(losses.get(call));
    }

    /** How far the receiver of a segment had received without a gap when it had arrived. */
    long receivedUpTo(Passing passing) {
        return received.getOrDefault(passing, 0L);
    }

    private void pass(int index) {
        Passing passing = passings.get(index);
        boolean unheard = !passing.leaves() && (passing.crossing().packet().damaged() || meetsNobody(index));
        if (unheard) {
            return;
        }
        InferredEnd end = end(passing.where());
        Optional<Analysed> segment = passing.crossing().analysed();
        if (passing.leaves()) {
            segment.flatMap(end::sends).ifPresent(found -> changes.put(passing, found));
        } else if (segment.isPresent()) {
            end.receives(segment.get()).ifPresent(found -> changes.put(passing, found));
            received.put(passing, end.receivedUpTo());
        } else if (wasRejected(passing.where())) {
            end.rejected().ifPresent(found -> changes.put(passing, found));
        }
    }

    private void lose(Loss loss) {
        end(loss.side()).lost().ifPresent(found -> losses.put(loss.call(), found));
    }

    private InferredEnd end(Side side) {
        return side == Side.LEFT ? left : right;
    }

    private List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Noted call : Losses.of(conversation.party(side))) {
                losses.add(new Loss(call.returned(), side, call));
            }
        }
        losses.sort(Comparator.comparing(Loss::at));
        return losses;
    }

    /** Whether a connect failed by what ICMP told: Linux does not go on asking. */
    private boolean wasRejected(Side side) {
        return conversation.party(side).calls().stream()
                .map(Noted::event)
                .anyMatch(event -> event.call() == Call.CONNECT
                        && event.outcome() instanceof Failed failed
                        && failed.errno().endsTheUnanswered()
                        && failed.errno() != Errno.ETIMEDOUT);
    }

    /**
     * Whether an answer to a SYN comes too late: who had asked has given up, and the first that his system says next is a
     * reset without an acknowledgement (RFC 9293 §3.10.7.1).
     */
    private boolean meetsNobody(int index) {
        Passing answer = passings.get(index);
        return answer.crossing().analysed().filter(PacketStates::isAnswerToSyn).isPresent()
                && passings.subList(index + 1, passings.size()).stream()
                        .filter(later -> later.leaves() && later.from() == answer.where())
                        .findFirst()
                        .flatMap(next -> next.crossing().analysed())
                        .filter(it ->
                                it.segment().has(TcpFlags.RST) && !it.segment().has(TcpFlags.ACK))
                        .isPresent();
    }

    private static boolean isAnswerToSyn(Analysed analysed) {
        return analysed.segment().has(TcpFlags.SYN) && analysed.segment().has(TcpFlags.ACK);
    }
}
