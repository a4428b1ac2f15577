package org.sockrates.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Result;
import org.sockrates.transport.SafeText;

/**
 * A comparison as people read it in a terminal: plain lines of at most 80 columns, the same in a pipe. It prints nothing
 * itself; the parts can be had one by one, so that each result is shown as soon as it is there.
 */
public final class TextReport {
    private TextReport() {}

    /** What was compared, where, and with which seed: needs no result yet. */
    public static String heading(Comparison comparison) {
        String seed = "seed " + comparison.seed();
        String link = comparison.link().isEmpty() ? "no link" : "link " + seededOnce(comparison.link(), seed);
        String partial = comparison.partial() ? "; interrupted, this is a part" : "";
        String congestion = comparison.congestion().isEmpty() ? "" : ", congestion " + comparison.congestion();
        String what = String.join(", ", comparison.transports()) + " over " + comparison.path() + congestion + "; "
                + link + "; " + seed + "; " + comparison.runs() + partial;
        return Paragraph.of("compare: ", what);
    }

    /** A link's seed is told where it is another than the comparison's. */
    private static String seededOnce(String link, String seed) {
        return link.endsWith(" " + seed) ? link.substring(0, link.length() - seed.length() - 1) : link;
    }

    /** One result: the question, the figures, the drawing, and the sentence. */
    public static String of(Result result) {
        return Paragraph.of(SafeText.escape(result.name()) + ": ", asked(result))
                + Paragraph.of("  ", result.method())
                + "\n"
                + new ResultTable(result).text()
                + drawings(result)
                + "\n"
                + Paragraph.of("  > ", result.finding());
    }

    /** The question, and whether all was done to answer it. */
    static String asked(Result result) {
        return result.question() + (result.partial() ? " (interrupted, this is a part)" : "");
    }

    private static String drawings(Result result) {
        int name = result.drawings().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, List<String>> drawing : result.drawings().entrySet()) {
            String before = SafeText.escape(drawing.getKey());
            out.append('\n');
            for (String line : drawing.getValue()) {
                String first = String.format(Locale.ROOT, "  %-" + name + "s  ", before);
                String drawn = SafeText.escape(line);
                boolean fits = first.length() + drawn.length() <= Paragraph.WIDTH;
                out.append(fits ? first + drawn + "\n" : Paragraph.of(first, drawn));
                before = "";
            }
        }
        return out.toString();
    }

    /** The first figure of every result in one table; whether these are all. */
    public static String summary(Comparison comparison) {
        String table =
                SideBySide.of(comparison.transports(), Paragraph.WIDTH, transports -> summary(comparison, transports));
        return comparison.partial() ? table + "  interrupted, this is a part\n" : table;
    }

    private static Grid summary(Comparison comparison, List<String> transports) {
        Grid grid = new Grid("l" + "r".repeat(transports.size()) + "ll");
        grid.row("summary", transports.stream().map(SafeText::escape), "unit", "figure");
        for (Result result : comparison.experiments()) {
            if (!result.metrics().isEmpty()) {
                Measure headline = result.metrics().get(0).measure();
                grid.row(
                        SafeText.escape(result.name()),
                        transports.stream().map(each -> Cell.of(headline.unit(), result.reading(headline, each))),
                        headline.unit().symbol(),
                        headline.name());
            }
        }
        return grid;
    }
}
