package org.sockrates.lab.expect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockrates.lab.expect.Piece.Placeholder;

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

    /** The same made of other pieces, to try what it would match. */
    Line withPieces(List<Piece> other) {
        return new Line(number, source, kind, quantifier, other);
    }

    boolean lazy() {
        return kind == Kind.ANYTHING;
    }

    Stream<Placeholder> placeholders() {
        return pieces.stream().filter(Placeholder.class::isInstance).map(Placeholder.class::cast);
    }

    /** A name that it needs the value of, and that gets none any more. */
    Optional<String> missing(Captures captures) {
        return placeholders()
                .filter(placeholder -> placeholder.held() && captures.isMissed(placeholder.name()))
                .map(Placeholder::name)
                .findFirst();
    }

    boolean required() {
        return quantifier.least() > 0;
    }
}
