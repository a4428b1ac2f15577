package org.sockrates.compare;

import java.util.List;
import java.util.Locale;

/**
 * A line of a drawing: words, or a bar between words. How long a bar is drawn nobody knows before all of an experiment's
 * drawings are there: they have one scale, so that equal bars are equal amounts, whichever transport's they are.
 *
 * @param amount what the bar stands for, 0 or more; in the same unit wherever an experiment draws bars
 * @param behind empty where nothing follows the bar
 */
public record DrawnLine(String before, double amount, String behind) {
    private static final int WIDEST = 40;

    /** Without a bar. */
    public static DrawnLine of(String words) {
        return new DrawnLine(words, 0, "");
    }

    /** The largest amount in these drawings. */
    static double most(Iterable<List<DrawnLine>> drawings) {
        double most = 0;
        for (List<DrawnLine> drawing : drawings) {
            most = Math.max(
                    most, drawing.stream().mapToDouble(DrawnLine::amount).max().orElse(0));
        }
        return most;
    }

    /** As text, the bar of the largest amount being 40 wide; whatever is more than nothing can be seen. */
    public String text(double most) {
        String bar = "#".repeat(amount > 0 ? (int) Math.ceil(WIDEST * (amount / most)) : 0);
        String drawn = behind.isEmpty() ? bar : String.format(Locale.ROOT, "%-" + WIDEST + "s %s", bar, behind);
        return (before + drawn).stripTrailing();
    }
}
