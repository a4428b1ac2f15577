package org.sockrates.lab.format;

import java.util.ArrayList;
import java.util.List;

/** Breaks long lines; cuts nothing off. */
final class Folding {
    private Folding() {}

    /** Breaks a sentence between words, and within one only where it has no room by itself, and is no path. */
    static List<String> sentence(String indent, String text, int width) {
        return hanging(indent, indent, text, width);
    }

    /**
     * Breaks what is said of a place, {@code file:line: what}, as a sentence. The place stays whole, however long it is, and
     * what goes on hangs by two: so no line but the first seems to begin with a place.
     */
    static List<String> finding(String indent, String text, int width) {
        int what = text.indexOf(": ") + 1;
        return hanging(
                indent + text.substring(0, what) + " ",
                indent + "  ",
                text.substring(what).strip(),
                width);
    }

    private static List<String> hanging(String first, String next, String text, int width) {
        List<String> lines = new ArrayList<>();
        String indent = first;
        String rest = text;
        while (rest.length() > width - indent.length()) {
            int blank = Math.max(0, rest.lastIndexOf(' ', width - indent.length()));
            String fits = rest.substring(0, blank);
            if (fits.isBlank() && indent.equals(next)) {
                blank = endOfLongWord(rest, width - indent.length());
                lines.add(indent + rest.substring(0, blank));
                rest = rest.substring(blank).stripLeading();
                continue;
            }
            lines.add((indent + fits).stripTrailing());
            rest = fits.isBlank() ? rest : rest.substring(blank).stripLeading();
            indent = next;
        }
        if (!rest.isEmpty() || lines.isEmpty()) {
            lines.add((indent + rest).stripTrailing());
        }
        return lines;
    }

    /** Where to break within or behind the first word, which has no room: a path is whole, to be read and to be copied. */
    private static int endOfLongWord(String text, int room) {
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == ' ') {
            begin++;
        }
        int blank = text.indexOf(' ', begin);
        int end = blank < 0 ? text.length() : blank;
        return text.substring(begin, end).indexOf('/') >= 0
                ? end
                : Math.max(whole(text, Math.max(1, room)), begin + Character.charCount(text.codePointAt(begin)));
    }

    /** Breaks a text at blanks that stand alone, so that all others are seen; and where it has none, at exactly the width. */
    static List<String> atBlanks(String indent, String text, int width) {
        int room = Math.max(1, width - indent.length());
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > room) {
            int blank = singleBlank(rest, room);
            int to = blank > 0 ? blank : Math.max(whole(rest, room), Character.charCount(rest.codePointAt(0)));
            lines.add(indent + rest.substring(0, to));
            rest = rest.substring(blank > 0 ? blank + 1 : to);
        }
        lines.add((indent + rest).stripTrailing());
        return lines;
    }

    /** The last blank up to a place that stands alone; 0 where there is none. */
    private static int singleBlank(String text, int most) {
        for (int at = most; at > 0; at--) {
            boolean alone = at + 1 < text.length() && text.charAt(at - 1) != ' ' && text.charAt(at + 1) != ' ';
            if (text.charAt(at) == ' ' && alone) {
                return at;
            }
        }
        return 0;
    }

    /** The place at or before another that parts no character of two code units. */
    static int whole(String text, int at) {
        boolean parts = at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return parts ? at - 1 : at;
    }
}
