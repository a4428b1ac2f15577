package org.sockrates.shell.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sockrates.transport.UsageException;

/**
 * Splits a line into words: blanks separate, {@code "…"} keeps blanks and knows escapes, {@code '…'} keeps everything,
 * also behind {@code --option=} and {@code file:}; {@code #} begins a comment, {@code &} at the end asks for the
 * background. It expands nothing: no variables, no history, no files. A comment that looks as if it was meant to be read
 * is refused: a count with a slip in it, an option.
 */
public final class Lexer {
    /** The longest line, in characters; longer payloads have {@code #N} and {@code file:}. */
    public static final int MOST_CHARACTERS = 65_536;

    /** Behind a # what was to be a count of filler bytes, and is none; #2nd and #2: begin a comment. */
    private static final Pattern NO_COUNT = Pattern.compile("(?![0-9]+(?:st|nd|rd|th|:)(?!\\w))[+-]?[0-9].*");

    /** Behind a # an option, or a word that was to be text and an option that would go with it. */
    private static final Pattern LOST_OPTION = Pattern.compile("([^ \\t#].*[ \\t]|[ \\t]*)--[a-z].*");

    private final String line;
    private final List<Word> words = new ArrayList<>();
    private int at;
    private int commentStart;
    private boolean background;

    private Lexer(String line) {
        this.line = line;
        this.commentStart = line.length();
    }

    /**
     * The words of a whole line.
     *
     * @throws UsageException with the column of what cannot be meant
     */
    public static Scan read(String line) {
        Scan scan = scan(line);
        if (scan.trouble() != null) {
            throw scan.trouble().told();
        }
        return scan;
    }

    /** The words of a line that is still being typed; what is wrong with it is told, not thrown. */
    public static Scan scan(String line) {
        if (line.length() > MOST_CHARACTERS) {
            LineTrouble trouble = new LineTrouble(
                    -1,
                    "more than " + MOST_CHARACTERS + " characters",
                    "at most " + MOST_CHARACTERS + "; for long payloads #N or file:PATH");
            return new Scan(List.of(), false, line.length(), trouble);
        }
        Lexer lexer = new Lexer(line);
        LineTrouble trouble = null;
        try {
            LineCharacters.check(line);
            lexer.all();
        } catch (MisreadException found) {
            trouble = found.trouble();
        }
        return new Scan(lexer.words, lexer.background, lexer.commentStart, trouble);
    }

    private void all() throws MisreadException {
        skipBlanks();
        while (at < line.length()) {
            if (comment()) {
                commentStart = at;
                return;
            }
            if (last(at)) {
                background = true;
                at++;
            } else {
                word();
            }
            skipBlanks();
        }
    }

    private void word() throws MisreadException {
        int start = at;
        StringBuilder text = new StringBuilder();
        int valueStart = 0;
        boolean literal = false;
        boolean opening = true;
        try {
            while (at < line.length() && !blank(line.charAt(at)) && !last(at)) {
                char c = line.charAt(at);
                if (opening && (c == '"' || c == '\'')) {
                    literal = true;
                    quoted(c, text);
                    continue;
                }
                opening = false;
                if (c == '\\') {
                    literal = true;
                    at = Escapes.read(line, at, text);
                } else {
                    text.append(c);
                    at++;
                }
                boolean option = c == '=' && valueStart == 0 && line.startsWith("--", start);
                boolean file =
                        c == ':' && !literal && text.substring(valueStart).equals(Payload.FILE);
                if (option || file) {
                    valueStart = text.length();
                    opening = true;
                }
            }
        } finally {
            if (literal) {
                text.insert(valueStart, Word.LITERAL).append(Word.LITERAL);
            }
            words.add(new Word(text.toString(), start, at));
        }
    }

    private void quoted(char quote, StringBuilder text) throws MisreadException {
        int open = at++;
        while (at < line.length() && line.charAt(at) != quote) {
            if (quote == '"' && line.charAt(at) == '\\') {
                at = Escapes.read(line, at, text);
            } else {
                text.append(line.charAt(at++));
            }
        }
        if (at == line.length()) {
            throw new MisreadException(open, "an open quote", "a closing " + quote);
        }
        at++;
        if (at < line.length() && !blank(line.charAt(at)) && !last(at)) {
            boolean call = line.substring(0, open).contains("(");
            throw new MisreadException(
                    at,
                    "text right behind a closing quote",
                    call ? "blanks between the words, no brackets" : "a blank between them");
        }
    }

    /** A # begins a comment, but {@code #1000} behind a command is a thousand bytes. */
    private boolean comment() throws MisreadException {
        if (line.charAt(at) != '#') {
            return false;
        }
        int end = at + 1;
        while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
            end++;
        }
        boolean filler = end > at + 1 && (end == line.length() || blank(line.charAt(end)) || last(end));
        if (words.isEmpty()) {
            return true;
        }
        if (filler) {
            return false;
        }
        refuseWhatIsNoComment(line.substring(at + 1));
        return true;
    }

    private void refuseWhatIsNoComment(String behind) throws MisreadException {
        if (NO_COUNT.matcher(behind).matches()) {
            throw new MisreadException(at, "no count behind #", "#1000, or text in quotes");
        }
        if (LOST_OPTION.matcher(behind).matches()) {
            throw new MisreadException(at, "a comment, and an option in it", "text in quotes, or the option before #");
        }
    }

    private boolean last(int index) {
        return line.charAt(index) == '&' && line.substring(index + 1).isBlank();
    }

    private void skipBlanks() {
        while (at < line.length() && blank(line.charAt(at))) {
            at++;
        }
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }
}
