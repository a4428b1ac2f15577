package org.sockrates.lab.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import org.sockrates.lab.expect.Piece.Literal;
import org.sockrates.lab.expect.Piece.Placeholder;

/** How far into a line that came an expected line agrees with it: where the finger points. */
final class Agreement {
    private final Line line;
    private final String actual;
    private final Captures captures;
    private final Effort effort;

    Agreement(Line line, String actual, Captures captures, Effort effort) {
        this.line = line;
        this.actual = actual;
        this.captures = captures;
        this.effort = effort;
    }

    /** The first column that disagrees, from 0 on; -1 where that cannot be said. */
    int column() {
        if (line.kind() == Kind.REGEX) {
            return -1;
        }
        List<Piece> pieces = line.pieces();
        int known = most(pieces.size(), count -> pieces.subList(0, count));
        if (known == pieces.size() || !(pieces.get(known) instanceof Literal literal)) {
            return end(pieces.subList(0, known));
        }
        IntFunction<List<Piece>> longer = length -> {
            List<Piece> with = new ArrayList<>(pieces.subList(0, known));
            with.add(new Literal(literal.text().substring(0, length)));
            return with;
        };
        int agreeing = most(literal.text().length(), longer);
        return end(agreeing == 0 ? pieces.subList(0, known) : longer.apply(agreeing));
    }

    // What agrees with the longer beginning agrees with the shorter one too, so the search may halve.
    private int most(int size, IntFunction<List<Piece>> beginning) {
        int agrees = 0;
        int tooMany = size + 1;
        while (tooMany - agrees > 1) {
            int middle = (agrees + tooMany) >>> 1;
            if (end(beginning.apply(middle)) >= 0) {
                agrees = middle;
            } else {
                tooMany = middle;
            }
        }
        return agrees;
    }

    // A word at the end takes as little as fits, which is one character where nothing follows: show all of it.
    private int pastWord(List<Piece> pieces, int end) {
        boolean word = !pieces.isEmpty()
                && pieces.get(pieces.size() - 1) instanceof Placeholder placeholder
                && placeholder.constraint() instanceof Constraint.Word
                && captures.find(placeholder.name()).isEmpty();
        int past = end;
        while (word && past < actual.length() && actual.charAt(past) != ' ') {
            past++;
        }
        return past;
    }

    private int end(List<Piece> pieces) {
        try {
            Matcher matcher =
                    LinePattern.compile(line.withPieces(pieces), captures).matcher(effort.counted(actual));
            return matcher.lookingAt() ? pastWord(pieces, matcher.end()) : -1;
        } catch (Effort.Exceeded | StackOverflowError given) {
            return -1;
        }
    }
}
