package org.sockrates.lab.expect;

import java.util.Optional;
import org.sockrates.lab.expect.Piece.Placeholder;

/** One sentence on why a line is not the expected one. */
final class Reasons {
    private Reasons() {}

    static String status(int expected, int statusLine, int ended) {
        String unwritten = statusLine > 0 ? "" : ", for no [n] stands there";
        String limit = ended == 124 ? "; 124 is the time limit" : "";
        return "exit status " + ended + " (expected: " + expected + unwritten + ")" + limit;
    }

    static String of(Line line, String actual, Captures captures) {
        for (Piece piece : line.pieces()) {
            if (piece instanceof Placeholder placeholder) {
                Optional<String> reason = reason(line, placeholder, actual, captures);
                if (reason.isPresent()) {
                    return reason.get();
                }
            }
        }
        return switch (line.kind()) {
            case GLOB -> "the line does not fit the glob";
            case REGEX -> "the line does not fit the regular expression";
            default -> "the lines differ";
        };
    }

    // A placeholder is to blame when the line would fit without what it asks for.
    private static Optional<String> reason(Line line, Placeholder blamed, String actual, Captures captures) {
        Placeholder free = new Placeholder("sockrates_probe", loose(blamed.constraint()));
        Line without = new Line(
                line.number(),
                line.source(),
                line.kind(),
                line.quantifier(),
                line.pieces().stream()
                        .map(piece -> piece.equals(blamed) ? free : piece)
                        .toList());
        try {
            return LinePattern.match(without, actual, captures, new Effort())
                    .flatMap(caught -> caught.find(free.name()))
                    .map(caught -> sentence(blamed, caught.value(), captures));
        } catch (Effort.Exceeded given) {
            return Optional.empty();
        }
    }

    private static Constraint loose(Constraint constraint) {
        return constraint.measures() ? new Constraint.Decimal() : new Constraint.Word();
    }

    private static String sentence(Placeholder blamed, String came, Captures captures) {
        if (blamed.constraint().measures()) {
            return blamed.name() + " is " + came + " (expected: " + blamed.constraint() + ")";
        }
        return captures.find(blamed.name())
                .map(known -> "{" + blamed.name() + "} is " + known.value() + " since line " + known.line() + ", here "
                        + came)
                .orElse(blamed.name() + " is " + came + " (expected: " + blamed.constraint() + ")");
    }
}
