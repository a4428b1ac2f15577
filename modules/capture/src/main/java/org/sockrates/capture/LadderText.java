package org.sockrates.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.LadderRow.Arrow;
import org.sockrates.capture.LadderRow.Shape;
import org.sockrates.transport.SocketEvent;

/** Writes a ladder as lines of text. */
final class LadderText {
    private static final int TIME = 6;
    private static final int LEAST_BODY = 20;
    private static final int WIDEST_BODY = 60;

    private final Ladder ladder;
    private final LadderStyle style;
    private final int leftMargin;
    private final int rightMargin;
    private final ArrowText arrows;
    private final List<String> lines = new ArrayList<>();

    LadderText(Ladder ladder, LadderStyle style) {
        this.ladder = ladder;
        this.style = style;
        int room = style.width() - (style.times() ? TIME : 0);
        int most = (room - LEAST_BODY) / 2;
        this.leftMargin = Math.min(most, widest(Side.LEFT) + 1);
        this.rightMargin = Math.min(most, widest(Side.RIGHT) + 1);
        this.arrows = new ArrowText(style, Math.min(room - leftMargin - rightMargin, WIDEST_BODY));
    }

    List<String> lines() {
        String gap = " ".repeat(arrows.none().length());
        LadderEnd left = ladder.left();
        LadderEnd right = ladder.right();
        line("ms", fit(left.title(), leftMargin), gap, fit(right.title(), rightMargin));
        line("", fit(left.address(), leftMargin), gap, fit(right.address(), rightMargin));
        List<LadderRow> rows = ladder.rows();
        int head = rows.size() <= style.mostRows() ? rows.size() : style.mostRows() / 2;
        int tail = rows.size() <= style.mostRows() ? 0 : style.mostRows() - head;
        rows.subList(0, head).forEach(this::row);
        if (tail > 0) {
            String dots = style.unicode() ? "…" : "...";
            lines.add(dots + " " + (rows.size() - head - tail) + " rows left out");
        }
        rows.subList(rows.size() - tail, rows.size()).forEach(this::row);
        legend();
        return List.copyOf(lines);
    }

    private void row(LadderRow row) {
        String time = LadderTime.text(row.nanos() - ladder.rows().get(0).nanos());
        String body = row instanceof Arrow arrow ? arrows.of(arrow) : arrows.none();
        line(time, call(row.call(Side.LEFT), leftMargin), body, call(row.call(Side.RIGHT), rightMargin));
    }

    private void legend() {
        if (any(Shape.UNTAKEN) || any(Shape.ARRIVING_UNTAKEN)) {
            lines.add("? where an arrow ends: no call was seen that took it");
        }
        if (any(Shape.UNSENT)) {
            lines.add("? where an arrow begins: no call was seen that sent it");
        }
    }

    private boolean any(Shape shape) {
        return ladder.rows().stream().anyMatch(row -> row instanceof Arrow arrow && arrow.shape() == shape);
    }

    /** The columns a side's margin would like to have. */
    private int widest(Side side) {
        LadderEnd end = side == Side.LEFT ? ladder.left() : ladder.right();
        int widest = Math.max(end.title().length(), end.address().length());
        for (LadderRow row : ladder.rows()) {
            widest = Math.max(widest, call(row.call(side), style.width()).length());
        }
        return widest;
    }

    private static String call(@Nullable SocketEvent event, int width) {
        return event == null ? "" : CallMargin.of(event, width - 1);
    }

    private static String fit(String text, int width) {
        return ShortText.fit(ShortText.plain(text), width - 1);
    }

    private void line(String time, String left, String body, String right) {
        String begin = style.times() ? String.format(Locale.ROOT, "%5s ", time) : "";
        String gap = " ".repeat(leftMargin - left.length());
        lines.add((begin + left + gap + body + " " + right).stripTrailing());
    }
}
