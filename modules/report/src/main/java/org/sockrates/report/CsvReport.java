package org.sockrates.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.transport.SafeText;

/**
 * A comparison as comma-separated values, a row for each figure of each transport (RFC 4180, but lines end in a line
 * feed). No cell can be taken for a formula by a spreadsheet, nor any part of one where a semicolon ends cells, as it does
 * where a number has a comma.
 */
public final class CsvReport {
    private static final String HEAD = "experiment,metric,unit,transport,kind,n,value,low,high,note";
    private static final String PART = "compare,partial,yes/no,,measured,1,1,1,1,\"interrupted, this is a part\"";
    /** Before what begins a formula where a cell begins, or could, in quotes or not. */
    private static final Pattern FORMULA = Pattern.compile("(?<=^|;)(?=\"*[=+\\-@\\\\])");

    private CsvReport() {}

    /** The table, its head in the first line; a last row where it is only a part. */
    public static String of(Comparison comparison) {
        StringBuilder out = new StringBuilder(HEAD).append('\n');
        for (Result result : comparison.experiments()) {
            for (Metric metric : result.metrics()) {
                metric.readings().forEach((transport, reading) -> out.append(row(result, metric, transport, reading)));
            }
        }
        return comparison.partial() ? out.append(PART).append('\n').toString() : out.toString();
    }

    private static String row(Result result, Metric metric, String transport, Reading reading) {
        Stream<String> about = Stream.of(
                result.name(), metric.measure().name(), metric.measure().unit().symbol(), transport);
        return row(Stream.concat(about.map(CsvReport::cell), figures(reading)));
    }

    /** One row of cells, each made safe, with its line end. */
    public static String row(List<String> cells) {
        return row(cells.stream().map(CsvReport::cell));
    }

    private static String row(Stream<String> safe) {
        return safe.collect(Collectors.joining(",")) + "\n";
    }

    private static Stream<String> figures(Reading reading) {
        String n = reading instanceof Reading.Measured measured ? Long.toString(measured.n()) : "";
        String formula = reading instanceof Reading.Computed computed ? computed.formula() : "";
        String note = reading instanceof Reading.Absent absent ? absent.reason() : Cell.both(formula, reading.gaps());
        return Stream.of(
                Cell.kind(reading),
                n,
                number(reading.value()),
                number(reading.low()),
                number(reading.high()),
                cell(note));
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty()
                ? ""
                : new BigDecimal(Double.toString(value.getAsDouble()))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** One cell: text made safe of moving a cursor, of being a formula, of being several cells. */
    static String cell(String text) {
        String shown = SafeText.escape(text);
        String safe = FORMULA.matcher(shown).replaceAll("'");
        return safe.contains(",") || safe.contains("\"") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
