package org.sockrates.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A line of a drawing: words, or a bar between words. How long a bar is drawn nobody knows before all of an experiment's
 * drawings are there: they have one scale, so that equal bars are equal amounts, whichever transport's they are.
 *
 * @param amount what the bar stands for, 0 or more; in the same unit wherever an experiment draws bars
 * @param behind empty where nothing follows the bar
 */
public record DrawnLine(String before, double amount, String behind) {
    private static final int WIDEST = 40;
    private static final int NARROWEST = 8;
    private static final int COLUMNS = 80;

    /** What stands before and behind a transport's name, in front of its lines. */
    private static final int BESIDE_NAME = 4;

    /**
     * What all bars of an experiment have in common.
     *
     * @param most the largest amount
     * @param widest how wide its bar is
     */
    public record Scale(double most, int widest) {}

    /** Without a bar. */
    public static DrawnLine of(String words) {
        return new DrawnLine(words, 0, "");
    }

    /** The scale of these drawings, by transport: the longest line, behind the longest name, fits on a terminal. */
    static Scale scale(Map<String, List<DrawnLine>> drawings) {
        double most = 0;
        int words = 0;
        for (List<DrawnLine> drawing : drawings.values()) {
            for (DrawnLine line : drawing) {
                most = Math.max(most, line.amount);
                words = Math.max(words, line.behind.isEmpty() ? 0 : line.before.length() + 1 + line.behind.length());
            }
        }
        int name = drawings.keySet().stream().mapToInt(String::length).max().orElse(0);
        int room = COLUMNS - BESIDE_NAME - name - words;
        return new Scale(most, Math.max(NARROWEST, Math.min(WIDEST, room)));
    }

    /** As text, the bar of the largest amount being the widest; whatever is more than nothing can be seen. */
    public String text(Scale scale) {
        String bar = "#".repeat(amount > 0 ? (int) Math.ceil(scale.widest * (amount / scale.most)) : 0);
        return (before + String.format(Locale.ROOT, "%-" + scale.widest + "s %s", bar, behind)).stripTrailing();
    }
}
