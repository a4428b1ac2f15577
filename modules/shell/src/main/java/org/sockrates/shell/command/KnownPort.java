package org.sockrates.shell.command;

import java.util.List;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.AddressText;
import org.sockrates.transport.text.PortText;

/** The {@code [HOST] PORT} of a line that does not run yet. Looks nobody up, and is content where it cannot tell. */
public final class KnownPort {
    private KnownPort() {}

    /**
     * What stands behind it, where neither a transport nor a host before it is a number; nothing where it is not seen.
     *
     * @throws UsageException when it is no port
     */
    public static List<Word> behind(String where, List<Word> words, boolean own) {
        int at = 0;
        while (at < words.size() && !isPort(words.get(at))) {
            at++;
        }
        if (at >= words.size()) {
            return List.of();
        }
        read(where, words.get(at), own);
        boolean host = at + 1 < words.size() && words.get(at).open() && isPort(words.get(at + 1));
        return words.subList(host ? at + 2 : at + 1, words.size());
    }

    /**
     * Reads the last word, where it is one.
     *
     * @param own whether it is to be bound, and may be 0
     * @throws UsageException when it is no port
     */
    public static void last(String where, List<Word> words, boolean own) {
        if (!words.isEmpty() && isPort(words.get(words.size() - 1))) {
            read(where, words.get(words.size() - 1), own);
        }
    }

    /**
     * Reads the address of a peer that a line begins with.
     *
     * @throws UsageException when it is none
     */
    public static void first(String where, List<Word> words) {
        boolean host = !words.isEmpty() && !isPort(words.get(0));
        if (words.size() > (host ? 1 : 0)) {
            read(where, words.get(host ? 1 : 0), false);
        }
    }

    static boolean isPort(Word word) {
        return word.open() || Operands.isNumber(word) || AddressText.looksLike(word.text());
    }

    private static void read(String where, Word word, boolean own) {
        String text = word.text();
        if (word.open()) {
            return;
        }
        if (AddressText.looksLike(text)) {
            AddressText.parseOwn(where, text); // that a peer's is not 0, the command says
        } else if (own) {
            PortText.parseOwn(where, text);
        } else {
            PortText.parse(where, text);
        }
    }
}
