package org.sockrates.capture.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sockrates.capture.ladder.LadderRow.Arrow;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Shape;
import org.sockrates.transport.SocketEvent;

/** Writes a ladder as lines of text. */
final class LadderText {
    private static final int TIME = 6;
    private static final int LEAST_BODY = 20;
    private static final int LEAST_SEGMENT_BODY = 40;
    private static final int LEAST_NUMBERED_BODY = 36;
    private static final int WIDEST_BODY = 60;
    private static final int LEAST_HOST = 5;

    private final Ladder ladder;
    private final LadderStyle style;
    private final int leftMargin;
    private final int rightMargin;
    private final ArrowText arrows;
    private final List<String> lines = new ArrayList<>();

    LadderText(Ladder ladder, LadderStyle style) {
        this.ladder = ladder;
        this.style = style;
        boolean wide = ladder.showsStates() || ladder.showsNotes();
        int wideBody = ladder.showsStates() ? LEAST_SEGMENT_BODY : LEAST_NUMBERED_BODY;
        int room = style.width() - (style.times() ? TIME : 0);
        int left = widest(Side.LEFT) + 1;
        int right = widest(Side.RIGHT) + 1;
        int margins = room - (wide ? Math.min(wideBody, room / 2) : LEAST_BODY);
        // Changes of state are long: what one side does not need, the other may have.
        int spareLeft = wide ? Math.max(margins / 2, margins - right) : margins / 2;
        int spareRight = wide ? Math.max(margins / 2, margins - left) : margins / 2;
        this.leftMargin = Math.min(left, spareLeft);
        this.rightMargin = Math.min(right, spareRight);
        this.arrows = new ArrowText(style, Math.min(room - leftMargin - rightMargin, WIDEST_BODY));
    }

    List<String> lines() {
        LadderEnd left = ladder.left();
        LadderEnd right = ladder.right();
        head("ms", left.title(), right.title());
        if (!left.address().isEmpty() || !right.address().isEmpty()) {
            head("", left.address(), right.address());
        }
        List<LadderRow> rows = ladder.rows();
        int head = style.head(rows.size());
        int tail = style.tail(rows.size());
        rows.subList(0, head).forEach(this::row);
        if (tail > 0) {
            String dots = style.drawing().isUnicode() ? "…" : "...";
            lines.add(dots + " " + (rows.size() - head - tail) + " rows left out");
        }
        rows.subList(rows.size() - tail, rows.size()).forEach(this::row);
        legend();
        return List.copyOf(lines);
    }

    /** Who the ends are; nothing crosses there, so that either may take half the room between them. */
    private void head(String time, String left, String right) {
        int body = arrows.none().length();
        String first = named(left, leftMargin + body / 2);
        String second = named(right, rightMargin + body / 2);
        int spill = Math.max(0, second.length() - (rightMargin - 1));
        String gap = " ".repeat(leftMargin + body - spill - first.length());
        line(time, first + gap, second);
    }

    /** Where there is no room the port stays, and the socket: it tells one conversation from another. */
    private static String named(String whole, int width) {
        int port = whole.lastIndexOf(':');
        int room = width - 1 - (whole.length() - port);
        return whole.length() < width || port < 0 || room < LEAST_HOST
                ? fit(whole, width)
                : fit(ShortText.fit(whole.substring(0, port), room) + whole.substring(port), width);
    }

    private void row(LadderRow row) {
        String time = LadderTime.text(row.nanos() - ladder.rows().get(0).nanos());
        String body = row instanceof Arrow arrow ? arrows.of(arrow) : arrows.none();
        List<String> left = beside(row, Side.LEFT, leftMargin);
        List<String> right = beside(row, Side.RIGHT, rightMargin);
        line(time, left.get(0), body, right.get(0));
        if (left.size() > 1 || right.size() > 1) {
            line("", left.size() > 1 ? left.get(1) : "", arrows.none(), right.size() > 1 ? right.get(1) : "");
        }
    }

    private void legend() {
        if (any(Shape.UNTAKEN) || any(Shape.ARRIVING_UNTAKEN)) {
            lines.add("? where an arrow ends: no call was seen that took it");
        }
        if (any(Shape.UNSENT)) {
            lines.add("? where an arrow begins: no call was seen that sent it");
        }
        if (style.times() && ladder.rows().stream().anyMatch(LadderText::isLater)) {
            lines.add("... ms later: until a call took it, not on its way");
        }
        lines.addAll(ladder.saidBelow());
    }

    private static boolean isLater(LadderRow row) {
        return row instanceof Arrow arrow
                && !arrow.took().seen()
                && arrow.took().isWorthAWord();
    }

    private boolean any(Shape shape) {
        return ladder.rows().stream().anyMatch(row -> row instanceof Arrow arrow && arrow.shape() == shape);
    }

    /** The columns a side's margin would like to have. */
    private int widest(Side side) {
        LadderEnd end = side == Side.LEFT ? ladder.left() : ladder.right();
        int widest = Math.max(end.title().length(), end.address().length());
        for (LadderRow row : ladder.rows()) {
            for (String text : beside(row, side, style.width())) {
                widest = Math.max(widest, text.length());
            }
        }
        return widest;
    }

    /**
     * The call; where there is none, the change of state, or how the end stands. Where there are both, the second in a line of
     * its own, and first the call that sends a segment, or the state to which one leads that arrives, before any call returns
     * because of it.
     */
    private List<String> beside(LadderRow row, Side side, int width) {
        Margin margin = row.margin(side);
        SocketEvent event = margin.call();
        String change = change(margin, width);
        if (event == null) {
            return List.of(margin.note().isEmpty() ? change : note(margin, width));
        }
        String call = CallMargin.of(event, width - 1);
        if (margin.change().isEmpty()) {
            return List.of(call);
        }
        boolean arrives = row instanceof Arrow arrow && arrow.from() != side;
        return arrives ? List.of(change, call) : List.of(call, change);
    }

    private String note(Margin margin, int width) {
        String whole = margin.stands(style.times());
        return whole.length() < width ? whole : fit(margin.brief(), width);
    }

    private static String change(Margin margin, int width) {
        return margin.change()
                .map(it -> it.text().length() < width ? it.text() : ShortText.fit(it.brief(), width - 1))
                .orElse("");
    }

    private static String fit(String text, int width) {
        return ShortText.fit(ShortText.plain(text), width - 1);
    }

    private void line(String time, String left, String body, String right) {
        line(time, left + " ".repeat(leftMargin - left.length()) + body, right);
    }

    private void line(String time, String middle, String right) {
        String begin = style.times() ? String.format(Locale.ROOT, "%5s ", time) : "";
        lines.add((begin + middle + " " + right).stripTrailing());
    }
}
