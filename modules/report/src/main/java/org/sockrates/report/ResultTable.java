package org.sockrates.report;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.compare.Unit;
import org.sockrates.transport.SafeText;

/** The figures of one result as a table of text, transports side by side as many as fit, and the notes beneath. */
final class ResultTable {
    private final Result result;
    private final Notes notes = new Notes();

    ResultTable(Result result) {
        this.result = result;
    }

    String text() {
        String tables = SideBySide.of(result.transports(), Paragraph.WIDTH, this::grid);
        return tables + leftOut() + notes.text();
    }

    private static boolean isShown(Metric metric) {
        return !metric.measure().dispensable()
                || metric.readings().values().stream()
                        .anyMatch(reading -> reading.high().orElse(0) != 0);
    }

    /** Nobody misses a number of something bad that there was none of. */
    private static boolean isMissed(Metric metric) {
        return !isShown(metric)
                && metric.readings().values().stream()
                        .noneMatch(reading -> reading.value().isPresent());
    }

    private String leftOut() {
        String names = result.metrics().stream()
                .filter(ResultTable::isMissed)
                .map(metric -> metric.measure().name())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : Paragraph.of("  ", "nobody has " + names + "; --json says why");
    }

    private Grid grid(List<String> transports) {
        Grid grid = new Grid("l" + "r".repeat(transports.size()) + "lr");
        grid.row("", transports.stream().map(SafeText::escape), "unit", "n");
        result.metrics().stream().filter(ResultTable::isShown).forEach(metric -> rows(metric, transports, grid));
        return grid;
    }

    private void rows(Metric metric, List<String> transports, Grid grid) {
        Unit unit = metric.measure().unit();
        List<Reading> readings = transports.stream()
                .map(transport -> result.reading(metric.measure(), transport))
                .toList();
        Stream<String> cells = transports.stream().map(transport -> cell(metric, transport));
        grid.row(metric.measure().name(), cells, unit.symbol(), Cell.samples(readings));
        List<String> spread =
                readings.stream().map(reading -> Cell.spread(unit, reading)).toList();
        if (spread.stream().anyMatch(cell -> !cell.isEmpty())) {
            grid.row("  least..most", spread.stream(), "", "");
        }
    }

    private String cell(Metric metric, String transport) {
        Unit unit = metric.measure().unit();
        Reading reading = result.reading(metric.measure(), transport);
        Collection<Reading> all = metric.readings().values();
        String few = unit.exact() ? "" : Cell.few(reading, all); // a count is no sample
        String note = Cell.both(Cell.note(reading), few);
        String mark = note.isEmpty() ? "" : " (" + notes.number(transport, note) + ")";
        return Cell.of(unit, reading) + mark;
    }
}
