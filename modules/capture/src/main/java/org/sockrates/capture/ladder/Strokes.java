package org.sockrates.capture.ladder;

/** The characters a ladder is drawn with. */
record Strokes(
        char bar, char leavesRight, char leavesLeft, char line, char dots, char toRight, char toLeft, char cross) {
    static final Strokes UNICODE = new Strokes('│', '├', '┤', '─', '┄', '▶', '◀', '╳');
    static final Strokes ASCII = new Strokes('|', '|', '|', '-', '.', '>', '<', 'x');

    static Strokes of(LadderStyle style) {
        return style.drawing().isUnicode() ? UNICODE : ASCII;
    }

    char leaves(Side from) {
        return from == Side.LEFT ? leavesRight : leavesLeft;
    }

    char head(Side from) {
        return from == Side.LEFT ? toRight : toLeft;
    }
}
