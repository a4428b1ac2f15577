package org.sockrates.lab.expect;

import java.util.List;
import java.util.regex.Matcher;
import org.sockrates.lab.expect.Piece.Literal;

/** How far into a line that came an expected line agrees with it: where the finger points. */
final class Agreement {
    private final Line line;
    private final String actual;
    private final Captures captures;

    Agreement(Line line, String actual, Captures captures) {
        this.line = line;
        this.actual = actual;
        this.captures = captures;
    }

    /** The first column that disagrees, from 0 on; -1 where that cannot be said. */
    int column() {
        if (line.kind() == Kind.REGEX || line.kind() == Kind.ANYTHING) {
            return -1;
        }
        List<Piece> pieces = line.pieces();
        for (int known = pieces.size() - 1; known >= 0; known--) {
            int end = end(pieces.subList(0, known));
            if (end >= 0) {
                return pieces.get(known) instanceof Literal literal ? furthest(known, literal, end) : end;
            }
        }
        return 0;
    }

    // A reluctant placeholder before the literal ends where the literal begins: try the longest beginning of it first.
    private int furthest(int known, Literal literal, int otherwise) {
        for (int length = literal.text().length(); length > 0; length--) {
            List<Piece> pieces = new java.util.ArrayList<>(line.pieces().subList(0, known));
            pieces.add(new Literal(literal.text().substring(0, length)));
            int end = end(pieces);
            if (end >= 0) {
                return end;
            }
        }
        return otherwise;
    }

    private int end(List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return 0;
        }
        try {
            Line part = new Line(line.number(), line.source(), line.kind(), line.quantifier(), pieces);
            Matcher matcher = LinePattern.compile(part, captures).matcher(new Effort().counted(actual));
            return matcher.lookingAt() ? matcher.end() : -1;
        } catch (Effort.Exceeded | StackOverflowError given) {
            return -1;
        }
    }
}
