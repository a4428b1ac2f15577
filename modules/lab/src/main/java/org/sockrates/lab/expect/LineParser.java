package org.sockrates.lab.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one expected line: its text, and what stands in brackets at its end. */
final class LineParser {
    private static final Pattern ENDING =
            Pattern.compile("(.*?) +\\((?:(" + String.join("|", Kind.WRITTEN) + ")([?*+]?)|([?*+]))\\)");

    private final ScriptLine at;
    private final Consumer<Complaint> complaints;
    private final List<Piece> pieces = new ArrayList<>();

    private LineParser(ScriptLine at, Consumer<Complaint> complaints) {
        this.at = at;
        this.complaints = complaints;
    }

    /**
     * Reads a line.
     *
     * @param complaints given what is wrong with it; the line is then of no use
     */
    static Line parse(ScriptLine at, Consumer<Complaint> complaints) {
        return new LineParser(at, complaints).line();
    }

    private Line line() {
        String source = at.text().stripTrailing();
        if (source.equals("...")) {
            return Line.anything(at);
        }
        Matcher ending = ENDING.matcher(source);
        boolean marked = ending.matches();
        String text = marked ? ending.group(1) : source;
        Kind kind = marked && ending.group(2) != null ? Kind.of(ending.group(2)) : Kind.PLAIN;
        String sign = !marked ? "" : ending.group(4) != null ? ending.group(4) : ending.group(3);
        split(kind, text);
        Line line = new Line(at.number(), source, kind, Quantifier.of(sign), pieces);
        if (kind == Kind.REGEX) {
            tryCompiling(line);
        }
        return line;
    }

    private void split(Kind kind, String text) {
        if (kind == Kind.EQUAL) {
            pieces.add(new Piece.Literal(text));
            return;
        }
        int from = 0;
        if (kind == Kind.WORDS) {
            pieces.add(RowPieces.INDENT);
            from = text.length() - text.stripLeading().length();
        }
        for (Matcher found = Placeholders.SYNTAX.matcher(text); found.find(); ) {
            if (kind == Kind.REGEX && belongsToRegex(text, found.start())) {
                continue;
            }
            addText(kind, text.substring(from, found.start()), from);
            addPlaceholder(found);
            from = found.end();
        }
        addText(kind, text.substring(from), from);
    }

    // \{port}, \p{…}, \P{…}, \x{…} and \N{…} are the regular expression's own; behind \\ begins something else.
    private static boolean belongsToRegex(String text, int brace) {
        int end = brace > 0 && "pPxN".indexOf(text.charAt(brace - 1)) >= 0 ? brace - 1 : brace;
        int begin = end;
        while (begin > 0 && text.charAt(begin - 1) == '\\') {
            begin--;
        }
        return (end - begin) % 2 == 1;
    }

    private void addText(Kind kind, String text, int offset) {
        switch (kind) {
            case GLOB -> Globs.addPieces(text, pieces);
            case WORDS -> RowPieces.addPieces(text, pieces);
            case REGEX -> pieces.add(new Piece.Fragment(text));
            case ESCAPED -> pieces.add(new Piece.Literal(Escapes.read(text, at, offset, complaints)));
            default -> pieces.add(new Piece.Literal(text));
        }
    }

    private void addPlaceholder(Matcher found) {
        String name = found.group(1);
        Optional<Constraint> constraint =
                found.group(2) == null ? Optional.of(new Constraint.Word()) : Constraint.parse(found.group(2));
        if (constraint.isEmpty()) {
            complain(found.start(), "placeholder", found.group(), "after the colon " + Constraint.GRAMMAR);
            return;
        }
        pieces.add(new Piece.Placeholder(name, constraint.get()));
    }

    private void tryCompiling(Line line) {
        try {
            LinePattern.compile(line, Captures.NONE);
        } catch (PatternSyntaxException wrong) {
            int index = pieces.size() == 1 ? Math.max(0, wrong.getIndex()) : 0;
            complain(index, "regex", wrong.getDescription(), "a regular expression of Java");
        }
    }

    private void complain(int offset, String what, String actual, String expected) {
        complaints.accept(new Complaint(at.number(), at.column() + offset, what, actual, expected));
    }
}
