package org.sockrates.capture.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.conversation.Addresses;
import org.sockrates.capture.conversation.Conversation;
import org.sockrates.capture.conversation.Life;
import org.sockrates.capture.conversation.Moment;
import org.sockrates.capture.conversation.Noted;
import org.sockrates.capture.conversation.Payload;
import org.sockrates.capture.ladder.ArrowLabel;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Shape;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.step.Step.Arrival;
import org.sockrates.capture.step.Step.Departure;
import org.sockrates.capture.step.Step.Label;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;

/**
 * Finds which received bytes are which sent ones, by counting: the n-th byte of a stream is the n-th wherever it is looked
 * at, however the calls cut it.
 */
final class StreamSteps {
    /** Bytes {@code from} to {@code to}, the second not included. */
    private record Piece(Noted call, long from, long to) {
        String text() {
            return to - from == 1 ? "byte " + to : "bytes " + (from + 1) + "-" + to;
        }
    }

    private final Side side;
    private final Conversation conversation;
    private final Map<Noted, Step> steps;
    /** What a hop read and sent on, by how many bytes it had sent on with it. */
    private final NavigableMap<Long, PassedMessage> hop = new TreeMap<>();

    private final UrgentBytes urgent;

    private StreamSteps(Side side, Conversation conversation, Map<Noted, Step> steps) {
        this.side = side;
        this.conversation = conversation;
        this.steps = steps;
        this.urgent = UrgentBytes.of(sends(), conversation.party(side.other()).life());
        long bytes = 0;
        for (PassedMessage piece : conversation.passed()) {
            boolean ours = piece.piece()
                    && Addresses.reaches(piece.from(), conversation.party(side).address());
            if (ours && !piece.deliveredNanos().isEmpty()) {
                bytes += piece.bytes();
                hop.put(bytes, piece);
            }
        }
        List<Piece> sent = sent();
        if (sent.isEmpty() || sent.get(sent.size() - 1).to() != bytes) {
            hop.clear(); // not all of it was seen, or another's as well: nobody can tell which piece was which bytes
        }
    }

    static List<Step> of(Conversation conversation) {
        Map<Noted, Step> steps = new HashMap<>();
        List<Step> all = new ArrayList<>();
        for (Side side : Side.values()) {
            new StreamSteps(side, conversation, steps).data();
            StreamSteps incoming = new StreamSteps(side.other(), conversation, steps);
            new StreamEnds(side, conversation, incoming, steps, all).add();
        }
        for (Side side : Side.values()) {
            for (Noted call : conversation.calls(side)) {
                Step crossing = steps.get(call);
                all.add(crossing != null ? crossing : new Step.Alone(call.met(), side, call.event()));
            }
        }
        return all;
    }

    private void data() {
        NavigableMap<Long, Piece> sent = new TreeMap<>();
        for (Piece piece : sent()) {
            sent.put(piece.from(), piece);
        }
        List<Piece> received = received(conversation.party(side.other()).life());
        long receivedBytes =
                received.isEmpty() ? 0 : received.get(received.size() - 1).to();
        for (Piece piece : sent.values()) {
            Shape shape = piece.from() < receivedBytes ? Shape.LEAVING : Shape.UNTAKEN;
            SocketEvent call = piece.call().event();
            steps.put(
                    piece.call(), new Departure(piece.call().begin(), side, shape, label(piece), "", Margin.of(call)));
        }
        received.forEach(piece -> arrive(piece, sent));
    }

    /** How many of the bytes this side had sent by then the other end has never come by. */
    long unread(Moment then) {
        long bytes = 0;
        for (Noted call : sends()) {
            boolean counts = call.begin().compareTo(then) < 0 && !urgent.isPassed(call);
            bytes += counts ? call.event().value() : 0;
        }
        for (Piece piece : received(conversation.party(side.other()).life())) {
            bytes -= piece.to() - piece.from();
        }
        return bytes;
    }

    private void arrive(Piece piece, NavigableMap<Long, Piece> sent) {
        Map.Entry<Long, Piece> last = sent.floorEntry(piece.to() - 1);
        boolean known = last != null && last.getValue().to() >= piece.to();
        Noted call = piece.call();
        if (!known) {
            steps.put(call, new Arrival(call.met(), side, Shape.UNSENT, label(piece), Margin.of(call.event()), null));
            return;
        }
        Moment sentLast = last.getValue().call().begin();
        Moment there = hop(piece)
                .map(passed -> Moment.behindCalls(passed.deliveredNanos().get(0), passed.number()))
                .filter(due -> due.compareTo(sentLast) > 0)
                .orElse(sentLast);
        Moment had = new Moment(call.event().endNanos(), call.order());
        if (!hop.isEmpty() && had.compareTo(there) < 0) {
            there = had; // the first of a piece that a fault cut
        }
        Moment at = call.returnable(there);
        Piece first = sent.get(piece.from());
        Step leaving = first != null && first.to() == piece.to() ? steps.get(first.call()) : null;
        Departure sole = leaving instanceof Departure leaves ? leaves : null;
        Moment seen = hop.isEmpty() ? null : there;
        steps.put(call, new Arrival(at, seen, side, Shape.ARRIVING, label(piece), Margin.of(call.event()), sole));
    }

    /** What a hop sent on with the last of these bytes. */
    private Optional<PassedMessage> hop(Piece piece) {
        return Optional.ofNullable(hop.ceilingEntry(piece.to())).map(Map.Entry::getValue);
    }

    private Label label(Piece piece) {
        String text = piece.text();
        String quoted = Payload.quoted(piece.call().event());
        return hop(piece)
                .map(PassedMessage::rule)
                .filter(rule -> !rule.isEmpty())
                .map(rule -> new Label(
                        ArrowLabel.of(List.of(quoted + " " + rule, quoted)),
                        ArrowLabel.of(text),
                        ArrowLabel.of(List.of(text + " " + rule, text))))
                .orElseGet(() -> Label.of(quoted, text, text));
    }

    private static List<Piece> received(@Nullable Life life) {
        return pieces(moves(life, Call::receives));
    }

    /** An urgent byte that is left out is not in the stream. */
    private List<Piece> sent() {
        return pieces(sends().stream().filter(call -> !urgent.isApart(call)).toList());
    }

    private List<Noted> sends() {
        return moves(conversation.party(side).life(), Call::sends);
    }

    private static List<Noted> moves(@Nullable Life life, Predicate<Call> wanted) {
        return (life == null ? List.<Noted>of() : life.calls())
                .stream()
                        .filter(call ->
                                wanted.test(call.event().call()) && call.event().value() > 0)
                        .toList();
    }

    private static List<Piece> pieces(List<Noted> moves) {
        List<Piece> pieces = new ArrayList<>();
        long offset = 0;
        for (Noted call : moves) {
            long from = offset;
            offset += call.event().value();
            pieces.add(new Piece(call, from, offset));
        }
        return pieces;
    }
}
