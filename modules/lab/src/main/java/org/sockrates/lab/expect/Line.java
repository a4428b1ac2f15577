package org.sockrates.lab.expect;

import java.util.List;

/**
 * One expected line.
 *
 * @param number where it stands in the file
 * @param source as it is written there
 * @param pieces what it is made of, in order
 */
record Line(int number, String source, Kind kind, Quantifier quantifier, List<Piece> pieces) {
    Line {
        pieces = List.copyOf(pieces);
    }

    static Line anything(ScriptLine at) {
        return new Line(at.number(), at.text().strip(), Kind.ANYTHING, Quantifier.ANY, List.of());
    }

    boolean lazy() {
        return kind == Kind.ANYTHING;
    }

    boolean required() {
        return quantifier.least() > 0;
    }
}
