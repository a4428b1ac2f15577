package org.sockrates.report;

import java.util.List;
import java.util.Map;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;

/**
 * A comparison as one page that needs nothing else: no script, no style sheet, no font, nothing fetched. What was
 * measured, computed and absent looks different there too.
 */
public final class HtmlReport {
    private static final String BEFORE_TITLE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            """;
    private static final String STYLE = """
            <style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
            table{border-collapse:collapse;margin:1em 0}
            th,td{padding:.2em .8em;border-bottom:1px solid #ccc;text-align:left}
            td.value{text-align:right;font-variant-numeric:tabular-nums}
            .measured{fill:#2a6}.computed{fill:#aaa;font-style:italic}.absent{color:#777}
            .note{color:#777;font-size:.8em;text-align:left}.finding{font-weight:bold}
            pre{background:#f4f4f4;padding:.8em;overflow-x:auto}
            </style>
            """;

    private HtmlReport() {}

    /** The page. */
    public static String of(Comparison comparison) {
        String title = String.join(", ", comparison.transports()) + " compared";
        String heading = TextReport.heading(comparison).replaceAll("\\s+", " ").strip();
        StringBuilder out = new StringBuilder(BEFORE_TITLE)
                .append(element("title", title))
                .append(STYLE)
                .append("</head>\n<body>\n")
                .append(element("h1", title))
                .append(element("p", heading));
        comparison.experiments().forEach(result -> out.append(section(result)));
        return out.append("</body>\n</html>\n").toString();
    }

    private static String section(Result result) {
        StringBuilder out = new StringBuilder("<section>\n")
                .append(element("h2", result.name() + ": " + TextReport.asked(result)))
                .append(element("p", result.method()))
                .append(table(result));
        for (Map.Entry<String, List<String>> drawing : result.drawings().entrySet()) {
            out.append(element("h3", drawing.getKey())).append("<pre>");
            drawing.getValue().forEach(line -> out.append(HtmlText.escape(line)).append('\n'));
            out.append("</pre>\n");
        }
        return out.append("<p class=\"finding\">")
                .append(HtmlText.escape(result.finding()))
                .append("</p>\n</section>\n")
                .toString();
    }

    private static String table(Result result) {
        StringBuilder out = new StringBuilder("<table>\n<tr><th></th>");
        result.transports()
                .forEach(transport ->
                        out.append("<th>").append(HtmlText.escape(transport)).append("</th>"));
        out.append("<th>unit</th><th>n</th></tr>\n");
        for (Metric metric : result.metrics()) {
            out.append("<tr><th title=\"")
                    .append(HtmlText.escape(metric.measure().meaning()))
                    .append("\">")
                    .append(HtmlText.escape(metric.measure().name()))
                    .append("</th>");
            metric.readings().values().forEach(reading -> out.append(cell(metric, reading)));
            out.append("<td>")
                    .append(HtmlText.escape(metric.measure().unit().symbol()))
                    .append("</td><td class=\"value\">")
                    .append(Cell.samples(metric.readings().values()))
                    .append("</td></tr>\n");
        }
        return out.append("</table>\n").toString();
    }

    private static String cell(Metric metric, Reading reading) {
        String spread = Cell.spread(metric.measure().unit(), reading);
        String note = Cell.both(Cell.note(reading), spread.isEmpty() ? "" : "least..most " + spread);
        String n = reading instanceof Reading.Measured measured ? " title=\"n " + measured.n() + "\"" : "";
        return "<td class=\"value " + Cell.kind(reading) + "\"" + n + ">" + BarSvg.of(metric, reading) + " "
                + HtmlText.escape(Cell.of(metric.measure().unit(), reading))
                + (note.isEmpty() ? "" : "<div class=\"note\">" + HtmlText.escape(note) + "</div>") + "</td>";
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + HtmlText.escape(text) + "</" + name + ">\n";
    }
}
