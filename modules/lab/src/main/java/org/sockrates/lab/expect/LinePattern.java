package org.sockrates.lab.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.lab.expect.Piece.Fragment;
import org.sockrates.lab.expect.Piece.Literal;
import org.sockrates.lab.expect.Piece.Placeholder;

/** An expected line as one regular expression, given what was caught before. */
final class LinePattern {
    private static final String NOTHING_FITS = "(?!)";

    private final Line line;
    private final StringBuilder regex = new StringBuilder();
    private final List<Placeholder> groups = new ArrayList<>();
    private final Map<String, Integer> bound = new LinkedHashMap<>();

    private LinePattern(Line line) {
        this.line = line;
    }

    /** The pattern of a whole line. */
    static Pattern compile(Line line, Captures captures) {
        return new LinePattern(line).compile(captures);
    }

    /**
     * Whether a line that came is the one expected.
     *
     * @return the captures with those of this line, or empty when it is another line
     */
    static Optional<Captures> match(Line line, String actual, Captures captures, Effort effort) {
        if (line.kind() == Kind.ANYTHING) {
            return Optional.of(captures);
        }
        if (line.pieces().stream().allMatch(Literal.class::isInstance)) {
            return literal(line).equals(actual) ? Optional.of(captures) : Optional.empty();
        }
        return new LinePattern(line).run(actual, captures, effort);
    }

    private static String literal(Line line) {
        StringBuilder text = new StringBuilder();
        line.pieces().forEach(piece -> text.append(((Literal) piece).text()));
        return text.toString().stripTrailing();
    }

    private Optional<Captures> run(String actual, Captures captures, Effort effort) {
        Matcher matcher = compile(captures).matcher(effort.counted(actual));
        try {
            return matcher.matches() ? caught(matcher, captures) : Optional.empty();
        } catch (StackOverflowError deep) {
            throw new Effort.Exceeded("the pattern goes too deep on this line");
        }
    }

    private Optional<Captures> caught(Matcher matcher, Captures captures) {
        Captures all = captures;
        for (int i = 0; i < groups.size(); i++) {
            Placeholder placeholder = groups.get(i);
            String value = matcher.group(groupName(i));
            if (value == null) {
                continue; // in a branch of the regular expression that was not taken
            }
            if (!placeholder.constraint().accepts(value)) {
                return Optional.empty();
            }
            if (!placeholder.anonymous()) {
                all = all.with(placeholder.name(), placeholder.constraint().bound(value), line.number());
            }
        }
        return Optional.of(all);
    }

    private Pattern compile(Captures captures) {
        List<Piece> pieces = line.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece instanceof Literal literal) {
                regex.append(Pattern.quote(literal.text()));
            } else if (piece instanceof Fragment fragment) {
                regex.append(fragment.regex());
            } else if (piece instanceof Placeholder placeholder) {
                append(placeholder, captures, i + 1 < pieces.size() && isComma(pieces.get(i + 1)));
            }
        }
        return Pattern.compile(regex.toString());
    }

    private static boolean isComma(Piece piece) {
        return (piece instanceof Literal literal && literal.text().startsWith(","))
                || (piece instanceof Fragment fragment && fragment.regex().startsWith(","));
    }

    private void append(Placeholder placeholder, Captures captures, boolean comma) {
        Integer earlier = bound.get(placeholder.name());
        boolean held = placeholder.held();
        Optional<Captures.Capture> known = held ? captures.find(placeholder.name()) : Optional.empty();
        if (held && earlier != null) {
            regex.append("\\k<").append(groupName(earlier)).append('>');
        } else if (known.isPresent()) {
            regex.append(Constraint.Numbers.known(known.get().value()));
        } else if (held && captures.isMissed(placeholder.name())) {
            regex.append(NOTHING_FITS);
        } else {
            bound.put(placeholder.name(), groups.size());
            regex.append("(?<").append(groupName(groups.size())).append('>');
            Constraint constraint = placeholder.constraint();
            regex.append(comma ? constraint.regexBeforeComma() : constraint.regex())
                    .append(')');
            groups.add(placeholder);
        }
    }

    private static String groupName(int index) {
        return "placeholder" + index;
    }
}
