package org.sockrates.compare;

import java.util.List;

/**
 * What one run of an experiment saw of one transport.
 *
 * @param figures at most one for each measure of the experiment
 * @param drawing lines of plain ASCII that show it (the map of writes and reads); empty where figures suffice
 */
public record Observations(List<Figure> figures, List<String> drawing) {
    public Observations {
        figures = List.copyOf(figures);
        drawing = List.copyOf(drawing);
    }

    /** Figures that need no drawing. */
    public static Observations of(Figure... figures) {
        return new Observations(List.of(figures), List.of());
    }

    /** The same, drawn. */
    public Observations drawn(List<String> lines) {
        return new Observations(figures, lines);
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
