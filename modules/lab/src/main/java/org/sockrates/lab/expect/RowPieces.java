package org.sockrates.lab.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of a table: its words, however many blanks stand between them and before them. */
final class RowPieces {
    /** How far a row is indented does not count. */
    static final Piece INDENT = new Piece.Fragment("[ \t]*");

    private static final Piece BLANKS = new Piece.Fragment("[ \t]+");
    private static final Pattern PARTS = Pattern.compile("[^ \t]+|[ \t]+");

    private RowPieces() {}

    static void addPieces(String text, List<Piece> pieces) {
        for (Matcher part = PARTS.matcher(text); part.find(); ) {
            pieces.add(part.group().isBlank() ? BLANKS : new Piece.Literal(part.group()));
        }
    }

    /** The words of a row, each made of what stands between its blanks. */
    static List<List<Piece>> words(List<Piece> row) {
        List<List<Piece>> words = new ArrayList<>();
        List<Piece> word = new ArrayList<>();
        for (Piece piece : row) {
            if (piece instanceof Piece.Fragment) {
                words.add(word);
                word = new ArrayList<>();
            } else {
                word.add(piece);
            }
        }
        words.add(word);
        words.removeIf(List::isEmpty);
        return words;
    }
}
