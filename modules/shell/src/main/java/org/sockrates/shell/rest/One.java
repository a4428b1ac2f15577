package org.sockrates.shell.rest;

import java.util.List;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

/** Commands that take one word, or none. */
final class One {
    private One() {}

    /** Refuses a second word; {@code where} begins with the command. */
    static void atMost(String where, List<Word> words) {
        String command = where.split(" ", 2)[0];
        if (words.size() > 1) {
            throw new UsageException(where, words.get(1).text(), "nothing more; see  help " + command);
        }
    }

    /** The only word. */
    static Word exactly(String where, List<Word> words, String name) {
        atMost(where, words);
        if (words.isEmpty()) {
            throw new UsageException(where + ": nothing more (expected: " + name + ")");
        }
        return words.get(0);
    }
}
