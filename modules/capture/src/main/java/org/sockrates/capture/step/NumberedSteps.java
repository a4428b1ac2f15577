package org.sockrates.capture.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sockrates.capture.conversation.Conversation;
import org.sockrates.capture.conversation.Moment;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Shape;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.numbered.NumberedEnd;
import org.sockrates.capture.numbered.NumberedPackets;
import org.sockrates.capture.numbered.NumberedPackets.Crossing;
import org.sockrates.capture.step.Step.Arrival;
import org.sockrates.capture.step.Step.Departure;
import org.sockrates.capture.step.Step.Label;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/** The steps of a conversation over numbered packets: they cross, and beside them stands how each end stands then. */
final class NumberedSteps {
    private static final int ROOM = 1_024;

    private final Map<Side, NumberedEnd> ends = new EnumMap<>(Side.class);
    private final Map<Crossing, Departure> departures = new HashMap<>();
    private final List<Passing> passings = new ArrayList<>();

    /** A packet leaves, or a copy of it arrives. */
    private record Passing(Crossing crossing, int copy, Moment at) {
        boolean leaves() {
            return copy < 0;
        }
    }

    private NumberedSteps(NumberedPackets packets) {
        for (Side side : Side.values()) {
            ends.put(side, new NumberedEnd(packets));
        }
        long order = 0;
        for (Crossing crossing : packets.crossings()) {
            passings.add(new Passing(crossing, -1, Moment.behindCalls(crossing.sentNanos(), order)));
            int copies = Math.min(crossing.arrivedNanos().size(), ROOM / 2);
            for (int i = 0; i < copies; i++) {
                long nanos =
                        Math.max(crossing.sentNanos(), crossing.arrivedNanos().get(i));
                passings.add(new Passing(crossing, i, Moment.behindCalls(nanos, order + 1 + i)));
            }
            order += ROOM;
        }
        passings.sort(Comparator.comparing(Passing::at));
    }

    /** Of packets alone. */
    static List<Step> of(NumberedPackets packets) {
        NumberedSteps steps = new NumberedSteps(packets);
        return steps.passings.stream().map(steps::step).toList();
    }

    /** Of a connection whose packets a hop saw: its calls stand in rows of their own. */
    static List<Step> of(Conversation conversation) {
        List<Step> all = new ArrayList<>(of(packets(conversation)));
        for (Side side : Side.values()) {
            conversation.calls(side).forEach(call -> all.add(new Step.Alone(call.met(), side, call.event())));
        }
        return all;
    }

    /** What the hop saw. */
    private static NumberedPackets packets(Conversation conversation) {
        List<Crossing> crossings = new ArrayList<>();
        for (PassedMessage message : conversation.passed()) {
            Side from = message.from().equals(conversation.left().address()) ? Side.LEFT : Side.RIGHT;
            message.head()
                    .ifPresent(head -> crossings.add(new Crossing(
                            from,
                            head,
                            message.atNanos(),
                            message.rule(),
                            message.fate() == Fate.LOST,
                            message.deliveredNanos())));
        }
        crossings.sort(Comparator.comparingLong(Crossing::sentNanos));
        return new NumberedPackets(crossings);
    }

    private Step step(Passing passing) {
        return passing.leaves() ? leaves(passing) : arrives(passing);
    }

    private Departure leaves(Passing passing) {
        Crossing crossing = passing.crossing();
        NumberedEnd end = Objects.requireNonNull(ends.get(crossing.from()));
        String text = crossing.head().text() + (end.again(crossing.head()) ? " again" : "");
        boolean harmed = !crossing.lost() && !crossing.rule().isEmpty();
        Label label = Label.of(text + (harmed ? " " + crossing.rule() : ""), text, text);
        Shape shape = crossing.lost() ? Shape.ENDED : Shape.LEAVING;
        String mark = Step.mark(crossing.lost(), crossing.rule());
        Margin margin = end.leaves(crossing.head(), passing.at().nanos());
        Departure departure = new Departure(passing.at(), crossing.from(), shape, label, mark, margin);
        departures.put(crossing, departure);
        return departure;
    }

    private Arrival arrives(Passing passing) {
        Crossing crossing = passing.crossing();
        NumberedEnd end = Objects.requireNonNull(ends.get(crossing.from().other()));
        Departure leaves = Objects.requireNonNull(departures.get(crossing));
        Label label = passing.copy() == 0
                ? leaves.label()
                : Label.same(crossing.head().text() + " twice");
        Margin margin = end.arrives(crossing.head(), passing.at().nanos());
        boolean only = crossing.arrivedNanos().size() == 1;
        return new Arrival(passing.at(), crossing.from(), Shape.ARRIVING, label, margin, only ? leaves : null);
    }
}
