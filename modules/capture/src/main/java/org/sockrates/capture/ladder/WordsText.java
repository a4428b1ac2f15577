package org.sockrates.capture.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockrates.capture.ladder.LadderRow.Arrow;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Took;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.text.CountText;
import org.sockrates.transport.text.ParagraphText;

/**
 * Tells a ladder in words, a sentence a row, for who hears it or feels it: what crosses first, then what each end did, by its
 * name. Nothing in it is meant by where it stands.
 */
final class WordsText {

    private final Ladder ladder;
    private final LadderStyle style;
    private final List<String> lines = new ArrayList<>();

    WordsText(Ladder ladder, LadderStyle style) {
        this.ladder = ladder;
        this.style = style;
    }

    List<String> lines() {
        List<LadderRow> rows = ladder.rows();
        String many = CountText.print(rows.size(), "row");
        line(ladder.transport() + " from " + ladder.left().title() + " to "
                + ladder.right().title() + "; " + many);
        for (LadderEnd end : List.of(ladder.left(), ladder.right())) {
            if (!end.address().isEmpty()) {
                line(end.title() + " is at " + end.address());
            }
        }
        int head = style.head(rows.size());
        int tail = style.tail(rows.size());
        rows.subList(0, head).forEach(this::row);
        if (tail > 0) {
            line(CountText.print(rows.size() - head - tail, "row") + " left out");
        }
        rows.subList(rows.size() - tail, rows.size()).forEach(this::row);
        saidBelow();
        return List.copyOf(lines);
    }

    /** Whence what is told is known. */
    private void saidBelow() {
        if (ladder.showsStates()) {
            line(Ladder.STATES);
        }
        if (ladder.showsNotes()) {
            line("what an end waits for, wants, keeps and sets its timer for: as packets tell");
        }
    }

    private void row(LadderRow row) {
        List<String> said = new ArrayList<>();
        if (row instanceof Arrow arrow) {
            said.add(crossing(arrow));
            said.addAll(did(arrow, arrow.from()));
            said.addAll(did(arrow, arrow.from().other()));
        } else {
            said.addAll(did(row, Side.LEFT));
            said.addAll(did(row, Side.RIGHT));
        }
        String time = LadderTime.text(row.nanos() - ladder.rows().get(0).nanos()) + " ms: ";
        line((style.times() ? time : "") + String.join("; ", said));
    }

    private String crossing(Arrow arrow) {
        String what = arrow.label().words();
        String from = name(arrow.from());
        String to = name(arrow.from().other());
        boolean many = what.startsWith("bytes ") || what.matches("\\d+ bytes"); // the other things that cross are one
        String leaves = what + (many ? " leave " : " leaves ");
        String arrives = what + (many ? " arrive at " : " arrives at ");
        return switch (arrow.shape()) {
            case WHOLE -> what + (many ? " go" : " goes") + " from " + from + " to " + to + took(arrow.took());
            case LEAVING -> leaves + from;
            case ARRIVING -> arrives + to;
            case ENDED -> leaves + from + " and gets no further, " + arrow.mark();
            case UNTAKEN -> leaves + from + ", no call was seen that took it";
            case ARRIVING_UNTAKEN -> arrives + to + ", no call was seen that took it";
            case UNSENT -> arrives + to + ", no call was seen that sent it";
        };
    }

    private String took(Took took) {
        String told = style.times() ? LadderTime.took(took) : "";
        return told.isEmpty() ? "" : (took.seen() ? " in" : ", a call took it") + told;
    }

    /** First the state to which something leads that arrives, before any call returns because of it, as in the drawing. */
    private List<String> did(LadderRow row, Side side) {
        Margin margin = row.margin(side);
        Optional<String> call = Optional.ofNullable(margin.call()).map(event -> called(event, end(side)));
        Optional<String> change = margin.change().map(it -> name(side) + " " + it.words());
        Optional<String> stands = StandsText.of(margin, style.times()).map(text -> name(side) + " " + text);
        boolean arrives = row instanceof Arrow arrow && arrow.from() != side;
        return Stream.of(arrives ? change : call, arrives ? call : change, stands)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String called(SocketEvent event, LadderEnd end) {
        return end.name(event.socket()) + " calls " + CallMargin.told(event);
    }

    private String name(Side side) {
        return end(side).name();
    }

    private LadderEnd end(Side side) {
        return side == Side.LEFT ? ladder.left() : ladder.right();
    }

    private void line(String text) {
        lines.addAll(ParagraphText.lines("", "  ", SafeText.escape(text), style.width()));
    }
}
