package org.sockrates.shell.words;

import java.util.List;
import java.util.stream.Collectors;
import org.sockrates.transport.UsageException;

/**
 * One word of a command line. It is not yet anything: a socket, a port and a payload are words alike.
 *
 * @param marked the text; inside marks where it was typed in quotes or with an escape
 * @param start where it begins in its line, from 0
 * @param end where it ends, exclusive
 */
public record Word(String marked, int start, int end) {
    /** Around a text that was quoted: it is never an option, a payload form or a comment. */
    static final char LITERAL = '\uDC00';

    /** Around any text on its way through an option parser that trims what it is given. */
    private static final char GUARD = '\uDC01';

    /** A word that was split by somebody else. */
    public static Word plain(String text) {
        return new Word(text, 0, text.length());
    }

    /** What several stand for, with a blank between two. */
    public static String joined(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /**
     * An argument of this process.
     *
     * @param number from 1, for the message
     * @throws UsageException when its bytes were no text: they are lost, and nobody meant what came of them
     */
    public static Word argument(int number, String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            throw new UsageException(
                    "word " + number,
                    text,
                    "text in the encoding of this locale; see  LC_ALL=C.UTF-8 , or write \\xNN for a byte");
        }
        return plain(text);
    }

    /** What was meant, without marks. */
    public String text() {
        return marked.indexOf(LITERAL) < 0 ? marked : marked.replace(Character.toString(LITERAL), "");
    }

    /** Whether it was quoted or escaped, and so is only text. */
    public boolean literal() {
        return !marked.isEmpty() && marked.charAt(0) == LITERAL;
    }

    /** Whether a part of it was quoted or escaped: all of it, or a value behind {@code --option=} or {@code file:}. */
    public boolean quoted() {
        return marked.indexOf(LITERAL) >= 0;
    }

    /** Whether it may hold a placeholder of a lab, whose value is not known while that is read. */
    public boolean open() {
        return marked.indexOf('{') >= 0;
    }

    /** Whether it looks like an option: {@code --as}. A lone {@code -} does not. */
    public boolean option() {
        return marked.length() > 1 && marked.charAt(0) == '-';
    }

    /** The word behind the {@code =} of {@code --as=door}, or this one. */
    public Word after(int offset) {
        return new Word(marked.substring(offset), start + offset, end);
    }

    /** The word as one string that survives being trimmed and unquoted by others. */
    public String guarded() {
        return GUARD + marked + GUARD;
    }

    /** The word {@link #guarded} made a string of. */
    public static Word unguarded(String guarded) {
        boolean whole = guarded.length() >= 2 && guarded.charAt(0) == GUARD;
        return plain(whole ? guarded.substring(1, guarded.length() - 1) : guarded);
    }
}
