package org.sockrates.lab.expect;

import java.util.List;

/** Globs: {@code *} for any characters, {@code ?} for one, {@code \*}, {@code \?} and {@code \\} for themselves. */
final class Globs {
    private static final Piece MANY = new Piece.Fragment(".*");
    private static final Piece ONE = new Piece.Fragment(".");

    private Globs() {}

    static void addPieces(String glob, List<Piece> pieces) {
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char letter = glob.charAt(i);
            boolean escape = letter == '\\' && i + 1 < glob.length() && "*?\\".indexOf(glob.charAt(i + 1)) >= 0;
            if (escape) {
                literal.append(glob.charAt(++i));
            } else if (letter == '*' || letter == '?') {
                addLiteral(literal, pieces);
                Piece wild = letter == '*' ? MANY : ONE;
                if (wild == ONE || pieces.isEmpty() || pieces.get(pieces.size() - 1) != MANY) {
                    pieces.add(wild);
                }
            } else {
                literal.append(letter);
            }
        }
        addLiteral(literal, pieces);
    }

    private static void addLiteral(StringBuilder literal, List<Piece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Piece.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
