package org.sockrates.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run of an experiment saw of one transport.
 *
 * @param figures at most one for each measure of the experiment
 * @param drawing lines of plain ASCII that show it (the map of writes and reads, bars); empty where figures suffice
 */
public record Observations(List<Figure> figures, List<DrawnLine> drawing) {
    public Observations {
        figures = List.copyOf(figures);
        drawing = List.copyOf(drawing);
    }

    /** Figures that need no drawing. */
    public static Observations of(Figure... figures) {
        return of(List.of(figures));
    }

    /** Figures that need no drawing. */
    public static Observations of(List<Figure> figures) {
        return new Observations(figures, List.of());
    }

    /** The same, drawn in words. */
    public Observations drawn(List<String> lines) {
        return new Observations(figures, lines.stream().map(DrawnLine::of).toList());
    }

    /** With further figures; where one stands there already, it gives way to a value, but not to a reason. */
    public Observations with(List<Figure> more) {
        Map<Measure, Figure> all = new LinkedHashMap<>();
        figures.forEach(figure -> all.put(figure.measure(), figure));
        for (Figure figure : more) {
            boolean value = figure.reading().value().isPresent();
            if (value || !all.containsKey(figure.measure())) {
                all.put(figure.measure(), figure);
            }
        }
        return new Observations(List.copyOf(all.values()), drawing);
    }

    /** What was seen of one measure; absent where the experiment did not get so far. */
    public Reading reading(Measure measure) {
        for (Figure figure : figures) {
            if (figure.measure().equals(measure)) {
                return figure.reading();
            }
        }
        return new Reading.Absent("not observed");
    }
}
