package org.sockrates.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.transport.SafeText;

/** The figures of one result as a table of text, transports side by side as many as fit, and the notes beneath. */
final class ResultTable {
    private final Result result;
    private final int width;
    private final Notes notes = new Notes();

    ResultTable(Result result, int width) {
        this.result = result;
        this.width = width;
    }

    String text() {
        String tables = SideBySide.of(result.transports(), width, this::grid);
        return tables + leftOut() + notes.text(new Paragraph(width));
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
        return names.isEmpty() ? "" : new Paragraph(width).of("  ", "nobody has " + names + "; --json says why");
    }

    private Grid grid(List<String> transports) {
        Grid grid = new Grid("l" + "r".repeat(transports.size()) + "lr");
        List<String> head = new ArrayList<>(List.of(""));
        transports.forEach(transport -> head.add(SafeText.escape(transport)));
        head.addAll(List.of("unit", "n"));
        grid.row(head);
        for (Metric metric :
                result.metrics().stream().filter(ResultTable::isShown).toList()) {
            grid.row(row(metric, transports));
            List<String> spread = spread(metric, transports);
            if (spread.stream().skip(1).anyMatch(cell -> !cell.isEmpty())) {
                grid.row(spread);
            }
        }
        return grid;
    }

    private List<String> row(Metric metric, List<String> transports) {
        List<String> cells = new ArrayList<>(List.of(metric.measure().name()));
        Collection<Reading> all = metric.readings().values();
        for (String transport : transports) {
            Reading reading = result.reading(metric.measure(), transport);
            String few = metric.measure().unit().exact() ? "" : Cell.few(reading, all); // a count is no sample
            String note = Cell.both(Cell.note(reading), few);
            String mark = note.isEmpty() ? "" : " (" + notes.number(transport, note) + ")";
            cells.add(Cell.of(metric.measure().unit(), reading) + mark);
        }
        cells.add(metric.measure().unit().symbol());
        cells.add(Cell.samples(transports.stream()
                .map(transport -> result.reading(metric.measure(), transport))
                .toList()));
        return cells;
    }

    private List<String> spread(Metric metric, List<String> transports) {
        List<String> cells = new ArrayList<>(List.of("  least..most"));
        transports.forEach(transport ->
                cells.add(Cell.spread(metric.measure().unit(), result.reading(metric.measure(), transport))));
        cells.addAll(List.of("", ""));
        return cells;
    }
}
