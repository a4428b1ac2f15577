package org.sockrates.lab.format;

/**
 * The part of a long line that is worth showing, around one of its characters.
 *
 * @param column of that character in the excerpt
 */
record Excerpt(String text, int column) {
    private static final int LONGEST = 400;
    private static final int BEFORE = 100;
    private static final String DOTS = "...";

    static Excerpt of(String text, int column) {
        int from = column <= LONGEST - BEFORE ? 0 : Folding.whole(text, column - BEFORE);
        int to = Folding.whole(text, Math.min(text.length(), from + LONGEST));
        String start = from == 0 ? "" : DOTS;
        String end = to == text.length() ? "" : DOTS + " (" + (text.length() - to) + " characters more)";
        return new Excerpt(start + text.substring(from, to) + end, column - from + start.length());
    }

    static String of(String text) {
        return of(text, 0).text();
    }
}
