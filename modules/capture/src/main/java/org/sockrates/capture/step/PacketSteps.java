package org.sockrates.capture.step;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.conversation.Addresses;
import org.sockrates.capture.conversation.Conversation;
import org.sockrates.capture.conversation.Moment;
import org.sockrates.capture.conversation.PacketTalk;
import org.sockrates.capture.conversation.PacketTalk.Crossing;
import org.sockrates.capture.ladder.ArrowLabel;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Shape;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.packet.TcpFlags;
import org.sockrates.capture.step.Step.Arrival;
import org.sockrates.capture.step.Step.Departure;
import org.sockrates.capture.step.Step.Label;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.transport.SafeText;

/**
 * The steps of a conversation whose packets were seen: they cross, calls stand beside them. A call stands in a packet's row
 * where the packet is the call's own and nothing lies between them, nor more than a moment.
 */
final class PacketSteps {
    /** Each packet has room for its copies and for what takes them. */
    private static final int ROOM = 1_024;

    private final Conversation conversation;
    private final List<Passing> passings = new ArrayList<>();

    /** Something with a place in the order of time. */
    interface Timed {
        Moment at();
    }

    /** A packet leaves, or a copy of it arrives: in the order of time. */
    record Passing(Crossing crossing, int index, Side from, Moment at) implements Timed {
        boolean leaves() {
            return index < 0;
        }

        /** The side where this happens. */
        Side where() {
            return leaves() ? from : from.other();
        }
    }

    /**
     * A side's first FIN.
     *
     * @param acknowledgment what it acknowledges
     * @param answered when the last acknowledgement and nothing else left before it; {@link Moment#EVER} where none did
     */
    private record Closing(Moment at, long acknowledgment, Moment answered) {}

    private PacketSteps(Conversation conversation, PacketTalk talk) {
        this.conversation = conversation;
        boolean turned = isTurned(conversation, talk);
        long order = 0;
        for (Crossing crossing : talk.crossings()) {
            Side from = crossing.fromLeft() == turned ? Side.RIGHT : Side.LEFT;
            passings.add(new Passing(
                    crossing, -1, from, Moment.behindCalls(crossing.packet().sentNanos(), order)));
            int copies = Math.min(crossing.packet().arrivedNanos().size(), ROOM / 2 - 1);
            for (int i = 0; i < copies; i++) {
                long nanos = Math.max(
                        crossing.packet().arrivedNanos().get(i),
                        crossing.packet().sentNanos());
                passings.add(new Passing(crossing, i, from, Moment.behindCalls(nanos, order + 2L * (i + 1))));
            }
            order += ROOM;
        }
        passings.sort(Comparator.comparing(Passing::at));
        Map<Side, Closing> closings = closings();
        passings.replaceAll(passing -> inTurn(passing, closings));
        passings.sort(Comparator.comparing(Passing::at));
    }

    /** What each side's first FIN is that was seen; passings are in the order of time. */
    private Map<Side, Closing> closings() {
        Map<Side, Closing> found = new EnumMap<>(Side.class);
        Map<Side, Moment> answered = new EnumMap<>(Side.class);
        for (Passing passing : passings) {
            Side from = passing.from();
            if (!passing.leaves() || found.containsKey(from)) {
                continue;
            }
            Optional<Analysed> fin = fin(passing);
            if (fin.isPresent()) {
                found.put(
                        from,
                        new Closing(
                                passing.at(), fin.get().acknowledgment(), answered.getOrDefault(from, Moment.EVER)));
            } else if (isAnswer(passing)) {
                answered.put(from, passing.at());
            }
        }
        return found;
    }

    /**
     * A FIN that does not acknowledge the other end's was sent before that one arrived (RFC 9293 §3.6, figure 13), however
     * late it was seen. But not where the other end's has been answered before: it lay behind a gap.
     */
    private static Passing inTurn(Passing passing, Map<Side, Closing> closings) {
        Optional<Analysed> arriving = fin(passing);
        Closing own = closings.get(passing.where());
        if (passing.leaves()
                || arriving.isEmpty()
                || own == null
                || own.at().compareTo(passing.at()) <= 0
                || own.answered().compareTo(passing.at()) > 0
                || own.acknowledgment() >= arriving.get().sequenceEnd()) {
            return passing;
        }
        Moment next = new Moment(own.at().nanos(), own.at().order() + 1);
        return new Passing(passing.crossing(), passing.index(), passing.from(), next);
    }

    /** An acknowledgement and nothing else; data may have been sent before what it does not acknowledge arrived. */
    private static boolean isAnswer(Passing passing) {
        return passing.crossing()
                .analysed()
                .filter(it -> it.segment().payloadBytes() == 0)
                .isPresent();
    }

    private static Optional<Analysed> fin(Passing passing) {
        return passing.crossing().analysed().filter(it -> it.segment().has(TcpFlags.FIN));
    }

    /** Whether who sent the first packet stands on the right: the beginning was not seen. */
    private static boolean isTurned(Conversation conversation, PacketTalk talk) {
        if (talk.left().equals(conversation.left().address())) {
            return false;
        }
        InetSocketAddress right =
                conversation.addresses().real(conversation.right().address());
        return Addresses.reaches(talk.left(), right) && !talk.left().equals(talk.right());
    }

    static List<Step> of(Conversation conversation, PacketTalk talk) {
        return new PacketSteps(conversation, talk).steps();
    }

    private List<Step> steps() {
        PacketCalls calls = new PacketCalls(conversation, passings);
        IdentityHashMap<Crossing, Departure> departures = new IdentityHashMap<>();
        List<Step> steps = new ArrayList<>(calls.alone());
        for (Passing passing : passings) {
            Margin margin = new Margin(calls.beside(passing), calls.change(passing));
            Label label = CrossingText.label(passing.crossing());
            if (passing.leaves()) {
                SeenPacket packet = passing.crossing().packet();
                Shape shape = packet.fate() == Fate.LOST ? Shape.ENDED : Shape.LEAVING;
                String mark = Step.mark(packet.fate() == Fate.LOST, SafeText.escape(packet.rule()));
                Departure leaves = new Departure(passing.at(), passing.from(), shape, label, mark, margin);
                departures.put(passing.crossing(), leaves);
                steps.add(leaves);
            } else {
                boolean only = passing.crossing().packet().arrivedNanos().size() == 1;
                Optional<Departure> sole =
                        only ? Optional.ofNullable(departures.get(passing.crossing())) : Optional.empty();
                Label again = passing.index() == 0 ? label : again(label);
                steps.add(new Arrival(passing.at(), passing.from(), Shape.ARRIVING, again, margin, sole.orElse(null)));
            }
        }
        return steps;
    }

    private static Label again(Label label) {
        ArrowLabel again = label.arriving().and("again");
        return new Label(again, again, again);
    }
}
