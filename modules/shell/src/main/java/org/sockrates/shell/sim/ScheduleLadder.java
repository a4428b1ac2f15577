package org.sockrates.shell.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.capture.ladder.ArrowLabel;
import org.sockrates.capture.ladder.Drawing;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderEnd;
import org.sockrates.capture.ladder.LadderRow;
import org.sockrates.capture.ladder.LadderRow.Arrow;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Shape;
import org.sockrates.capture.ladder.LadderRow.Took;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.capture.ladder.Side;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.text.Sides;
import org.sockrates.sim.check.Failure;
import org.sockrates.sim.check.Step;

/** Draws what happens in a run as the ladder of a conversation: packets between its ends, up to what was broken. */
final class ScheduleLadder {
    /** A failed lab puts so many columns before each line of it. */
    private static final int BEFORE = 8;

    private static final int MOST_ROWS = 40;

    private static final Margin NOTHING = new Margin(null, Optional.empty());

    private ScheduleLadder() {}

    static List<String> lines(Failure failure, Drawing drawing) {
        Ladder ladder = of(failure);
        LadderStyle style = LadderStyle.USUAL.withWidth(Fold.WIDTH - BEFORE).withMostRows(MOST_ROWS);
        return ladder.rows().isEmpty() ? List.of() : ladder.render(style.with(drawing));
    }

    static Ladder of(Failure failure) {
        List<LadderRow> rows = new ArrayList<>();
        for (Step step : failure.steps()) {
            switch (step.kind()) {
                case LEAVES -> rows.add(row(step, Shape.LEAVING));
                case LOST -> rows.add(row(step, Shape.ENDED));
                case ARRIVES -> rows.add(row(step, Shape.ARRIVING));
                case SENDS, DELIVERS, RINGS -> {
                    // no packet
                }
            }
        }
        return new Ladder("rdt", end("client"), end("server"), rows);
    }

    private static LadderEnd end(String title) {
        return new LadderEnd(title, "");
    }

    private static Arrow row(Step step, Shape shape) {
        Side from = Sides.from(step.way());
        boolean ended = shape == Shape.ENDED;
        String label = step.label() + (ended || step.mark().isEmpty() ? "" : " (" + step.mark() + ")");
        return new Arrow(
                step.nanos(),
                from,
                shape,
                ArrowLabel.of(label),
                ended ? step.mark() : "",
                Took.NOTHING,
                NOTHING,
                NOTHING);
    }
}
