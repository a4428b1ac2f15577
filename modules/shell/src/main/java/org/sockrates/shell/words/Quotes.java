package org.sockrates.shell.words;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as they are typed, so that {@link Lexer} reads one word of each and the text of it is the same. */
public final class Quotes {
    /** What stays outside: a quoted option is text, and so is a quoted {@code file:}. */
    private static final Pattern BEFORE = Pattern.compile("(--[a-z-]+=)?(" + Payload.FILE + ")?");

    private Quotes() {}

    /** The text itself where it is read so, and in quotes where not. */
    public static String around(String text) {
        Scan bare = Lexer.scan("x " + text);
        List<Word> words = bare.words();
        boolean itself = words.size() == 2 && words.get(1).marked().equals(text) && !bare.background();
        return itself ? text : open(text) + '"';
    }

    /** The text behind a quote that stays open: more of it will be typed. */
    public static String open(String text) {
        Matcher before = BEFORE.matcher(text);
        int at = before.lookingAt() ? before.end() : 0;
        return text.substring(0, at) + '"' + text.substring(at).replaceAll("[\\\\\"]", "\\\\$0");
    }
}
