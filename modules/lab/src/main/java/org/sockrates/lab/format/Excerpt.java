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
        int from = column <= LONGEST - BEFORE ? 0 : whole(text, column - BEFORE);
        int to = whole(text, Math.min(text.length(), from + LONGEST));
        String start = from == 0 ? "" : DOTS;
        String end = to == text.length() ? "" : DOTS + " (" + (text.length() - to) + " characters more)";
        return new Excerpt(start + text.substring(from, to) + end, column - from + start.length());
    }

    /** A place at or before this one that parts no character of two. */
    private static int whole(String text, int at) {
        boolean parts = at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return parts ? at - 1 : at;
    }

    static String of(String text) {
        return of(text, 0).text();
    }
}
