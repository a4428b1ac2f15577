package org.sockrates.shell.command;

import java.util.List;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.text.WholeText;

/** The {@code [SOCKET] [NUMBER]} of a line that does not run yet. One word alone may be either. */
public final class KnownNumber {
    private KnownNumber() {}

    /**
     * Reads the number behind a socket.
     *
     * @throws org.sockrates.transport.UsageException when it is none, or not from 1 to so many
     */
    public static void behindSocket(String where, List<Word> words, int most) {
        if (words.size() == 2 && !words.get(1).open()) {
            WholeText.parse(where, words.get(1).text(), 1, most);
        }
    }
}
