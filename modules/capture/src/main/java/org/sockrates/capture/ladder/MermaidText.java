package org.sockrates.capture.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.capture.analysis.StateChange;
import org.sockrates.capture.ladder.LadderRow.Arrow;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketEvent;

/**
 * Writes a ladder as a Mermaid sequence diagram (mermaid.js.org, Sequence diagrams), for pages that draw such. Every line
 * is escaped: nothing in it can be markup, a directive or a second statement.
 */
final class MermaidText {
    private static final String PLAIN = " .,()[]*+-_='/?!";

    private final List<String> lines = new ArrayList<>();
    private final boolean times;
    /** When this row is, until one of its lines has told it. */
    private String time = "";

    private MermaidText(boolean times) {
        this.times = times;
    }

    static List<String> lines(Ladder ladder, boolean times) {
        MermaidText text = new MermaidText(times);
        text.lines.add("sequenceDiagram");
        text.participant(Side.LEFT, ladder.left());
        text.participant(Side.RIGHT, ladder.right());
        for (LadderRow row : ladder.rows()) {
            long nanos = row.nanos() - ladder.rows().get(0).nanos();
            text.time = times ? LadderTime.text(nanos) + " ms " : "";
            text.row(row);
        }
        return List.copyOf(text.lines);
    }

    private void participant(Side side, LadderEnd end) {
        String address = end.address().isEmpty() ? "" : "<br/>" + escape(end.address());
        lines.add("    participant " + id(side) + " as " + escape(end.title()) + address);
    }

    private void row(LadderRow row) {
        if (!(row instanceof Arrow arrow)) {
            notes(row, true);
            notes(row, false);
            return;
        }
        Side to = arrow.from().other();
        note(arrow.from(), arrow.leaving(), true);
        String label = escape(arrow.label().longest()) + (times ? escape(LadderTime.took(arrow.took())) : "");
        switch (arrow.shape()) {
            case WHOLE, LEAVING -> arrow(arrow.from(), "->>", label);
            case UNTAKEN -> arrow(arrow.from(), "--)", label + " ?");
            case ENDED -> arrow(arrow.from(), "-x", label + " (" + escape(arrow.mark()) + ")");
            case UNSENT -> arrow(arrow.from(), "-->>", label);
            case ARRIVING, ARRIVING_UNTAKEN ->
                lines.add("    Note over " + id(to) + ": " + told() + "arrives " + label);
        }
        note(arrow.from(), arrow.leaving(), false);
        note(to, arrow.arriving(), false);
        note(to, arrow.arriving(), true);
    }

    private void arrow(Side from, String stroke, String label) {
        lines.add("    " + id(from) + stroke + id(from.other()) + ": " + told() + label);
    }

    private String told() {
        String now = time;
        time = "";
        return now;
    }

    private void notes(LadderRow row, boolean calls) {
        for (Side side : Side.values()) {
            note(side, row.margin(side), calls);
        }
    }

    /** @param call whether the call is meant, or the change of state */
    private void note(Side side, Margin margin, boolean call) {
        SocketEvent event = margin.call();
        Optional<String> text = call
                ? Optional.ofNullable(event).map(CallMargin::told)
                : margin.change().map(StateChange::text).or(() -> note(margin));
        String place = side == Side.LEFT ? "left of L" : "right of R";
        text.ifPresent(note -> lines.add("    Note " + place + ": " + told() + escape(note)));
    }

    private static Optional<String> note(Margin margin) {
        return margin.note().isEmpty() ? Optional.empty() : Optional.of(margin.stands(false));
    }

    private static String id(Side side) {
        return side == Side.LEFT ? "L" : "R";
    }

    /** What Mermaid could take for something else becomes a character entity; the word {@code end} would end a block. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        SafeText.escape(text).codePoints().forEach(point -> {
            boolean plain = point < 0x80 && (Character.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0);
            out.append(plain ? Character.toString(point) : "#" + point + ";");
        });
        return out.toString().replaceAll("(?i)\\b(e)nd\\b", "#101;nd");
    }
}
