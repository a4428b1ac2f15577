package org.sockrates.lab.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.sockrates.lab.expect.Piece.Fragment;
import org.sockrates.lab.expect.Piece.Placeholder;

/**
 * Why a line is not the expected one.
 *
 * @param column where, from 0 on; -1 where that cannot be said
 */
record Reason(String text, int column) {
    private static final String BLAMED = "blamed";
    private static final int TIME_LIMIT = 124;

    static String status(int status, int statusLine, int ended) {
        String came = status == TIME_LIMIT && ended == 0 ? ": this was to wait in vain, and did not" : "";
        String limit = ended == TIME_LIMIT ? ", that of the time limit" : "";
        String unwritten = statusLine > 0 ? "" : "; without [n] it must be 0";
        return "another exit status came" + came + limit + unwritten;
    }

    static Reason of(Line line, String actual, Captures captures, Effort effort) {
        List<Piece> pieces = new ArrayList<>(line.pieces());
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (pieces.get(i) instanceof Placeholder blamed) {
                String loose = blamed.constraint().measures() ? Constraint.Numbers.REGEX : "\\S+?";
                pieces.set(i, new Fragment("(?<" + BLAMED + ">" + loose + ")"));
                Optional<Reason> reason = blame(blamed, line.withPieces(pieces), actual, captures, effort);
                if (reason.isPresent()) {
                    return reason.get();
                }
                pieces.set(i, new Fragment("(" + loose + ")")); // a group, as it is one else: others have their numbers
            }
        }
        String text = switch (line.kind()) {
            case GLOB -> "the line does not fit the glob";
            case WORDS -> "other words came";
            case REGEX -> "the line does not fit the regular expression";
            default -> "another line came";
        };
        return new Reason(text, new Agreement(line, actual, captures, effort).column());
    }

    // A placeholder is to blame when the line would fit without what it and those behind it ask for: the first that is
    // wrong.
    private static Optional<Reason> blame(
            Placeholder blamed, Line without, String actual, Captures captures, Effort effort) {
        try {
            Optional<Captures> others = LinePattern.match(without, actual, captures, effort);
            Matcher matcher = LinePattern.compile(without, captures).matcher(effort.counted(actual));
            return others.isPresent() && matcher.matches()
                    ? Optional.of(
                            new Reason(sentence(blamed, matcher.group(BLAMED), others.get()), matcher.start(BLAMED)))
                    : Optional.empty();
        } catch (Effort.Exceeded given) {
            return Optional.empty();
        }
    }

    private static String sentence(Placeholder blamed, String came, Captures captures) {
        Optional<Captures.Capture> known =
                blamed.constraint().measures() ? Optional.empty() : captures.find(blamed.name());
        return known.map(capture -> "{" + blamed.name() + "} is " + capture.value()
                        + (capture.line() == Captures.GIVEN ? "" : " since line " + capture.line()) + ", here " + came)
                .orElse(blamed.name() + " is " + came + " (expected: " + blamed.constraint() + ")");
    }
}
