package org.sockrates.capture.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.analysis.StateChange;
import org.sockrates.capture.conversation.Moment;
import org.sockrates.capture.ladder.ArrowLabel;
import org.sockrates.capture.ladder.LadderRow;
import org.sockrates.capture.ladder.LadderRow.Arrow;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Shape;
import org.sockrates.capture.ladder.LadderRow.Took;
import org.sockrates.capture.ladder.Side;
import org.sockrates.transport.SocketEvent;

/** What happened at one end at one moment; in the order of time, steps become a ladder's rows. */
sealed interface Step {
    Moment at();

    /** A call of one end alone; or only the state it goes to, where the call stands elsewhere. */
    record Alone(Moment at, Side side, @Nullable SocketEvent call, Optional<StateChange> change) implements Step {
        /** One that changes no state. */
        Alone(Moment at, Side side, SocketEvent call) {
            this(at, side, call, Optional.empty());
        }
    }

    /** Something leaves. */
    record Departure(Moment at, Side from, Shape shape, Label label, String mark, Margin margin) implements Step {
        private Departure withoutCall() {
            return new Departure(at, from, shape, label, mark, margin.withoutCall());
        }
    }

    /**
     * Something arrives.
     *
     * @param at when who waits there has it
     * @param there when it was there; earlier than {@code at} where nobody waited yet; null where nobody saw it come
     * @param sole the departure that arrives here whole and nowhere else, if it is so simple: then one row shows both
     */
    record Arrival(
            Moment at,
            @Nullable Moment there,
            Side from,
            Shape shape,
            Label label,
            Margin margin,
            @Nullable Departure sole)
            implements Step {
        /** It was seen to come, and who waited there had it at once. */
        Arrival(Moment at, Side from, Shape shape, Label label, Margin margin, @Nullable Departure sole) {
            this(at, at, from, shape, label, margin, sole);
        }

        private Arrival withoutCall() {
            Departure leaves = sole == null ? null : sole.withoutCall();
            return new Arrival(at, there, from, shape, label, margin.withoutCall(), leaves);
        }
    }

    /**
     * What an arrow says.
     *
     * @param whole where one row shows all of it
     * @param leaving where it arrives in another row
     * @param arriving where it left in another row
     */
    record Label(ArrowLabel whole, ArrowLabel leaving, ArrowLabel arriving) {
        static Label same(String text) {
            return of(text, text, text);
        }

        static Label of(String whole, String leaving, String arriving) {
            return new Label(ArrowLabel.of(whole), ArrowLabel.of(leaving), ArrowLabel.of(arriving));
        }
    }

    /** What stands where the arrow of something lost ends: the rule that hit it, where there is one. */
    static String mark(boolean lost, String rule) {
        return !lost ? "" : rule.isEmpty() ? "lost" : rule;
    }

    /** The same steps with nothing of what either end called. */
    static List<Step> withoutCalls(List<Step> steps) {
        List<Step> rest = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Departure leaves) {
                rest.add(leaves.withoutCall());
            } else if (step instanceof Arrival lands) {
                rest.add(lands.withoutCall());
            } else if (step instanceof Alone alone && alone.change().isPresent()) {
                rest.add(new Alone(alone.at(), alone.side(), null, alone.change()));
            }
        }
        return rest;
    }

    /** The steps in their order, an arrival in one row with its departure where nothing lies between. */
    static List<LadderRow> rows(List<Step> steps) {
        List<Step> ordered = new ArrayList<>(steps);
        ordered.sort(Comparator.comparing(Step::at));
        List<LadderRow> rows = new ArrayList<>(ordered.size());
        for (int i = 0; i < ordered.size(); i++) {
            Step next = i + 1 < ordered.size() ? ordered.get(i + 1) : null;
            if (ordered.get(i) instanceof Departure leaves
                    && next instanceof Arrival lands
                    && leaves.equals(lands.sole())) {
                rows.add(whole(leaves, lands));
                i++;
            } else {
                rows.add(row(ordered.get(i)));
            }
        }
        return rows;
    }

    private static LadderRow whole(Departure leaves, Arrival lands) {
        long nanos = leaves.at().nanos();
        Moment there = lands.there();
        Took took = there == null ? new Took(lands.at().nanos() - nanos, false) : new Took(there.nanos() - nanos, true);
        ArrowLabel label = leaves.label().whole();
        return new Arrow(nanos, leaves.from(), Shape.WHOLE, label, "", took, leaves.margin(), lands.margin());
    }

    private static LadderRow row(Step step) {
        long nanos = step.at().nanos();
        if (step instanceof Departure leaves) {
            boolean later = leaves.shape() == Shape.LEAVING;
            ArrowLabel label = later ? leaves.label().leaving() : leaves.label().whole();
            return new Arrow(
                    nanos,
                    leaves.from(),
                    leaves.shape(),
                    label,
                    leaves.mark(),
                    Took.NOTHING,
                    leaves.margin(),
                    Margin.NONE);
        }
        if (step instanceof Arrival lands) {
            boolean unsent = lands.shape() == Shape.UNSENT;
            ArrowLabel label = unsent ? lands.label().whole() : lands.label().arriving();
            return new Arrow(nanos, lands.from(), lands.shape(), label, "", Took.NOTHING, Margin.NONE, lands.margin());
        }
        Alone alone = (Alone) step;
        return new LadderRow.Alone(nanos, alone.side(), alone.call(), alone.change());
    }
}
