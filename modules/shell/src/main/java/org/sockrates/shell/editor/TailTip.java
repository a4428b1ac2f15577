package org.sockrates.shell.editor;

import java.util.List;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.MeantWord;
import org.sockrates.shell.command.Operand;
import org.sockrates.shell.command.Registry;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;

/** What may still be typed behind a command, faintly behind the cursor: {@code [SOCKET] [HOST] PORT}. */
final class TailTip {
    private final Registry registry;

    TailTip(Registry registry) {
        this.registry = registry;
    }

    /** The tip for a line; empty where there is nothing to say. */
    String behind(String line, Scan scan) {
        List<Word> words = scan.words();
        if (words.isEmpty() || !line.endsWith(" ")) {
            return "";
        }
        return registry.lookup(words.get(0).text())
                .map(Entry::declaration)
                .map(declared -> MeantWord.next(declared, words.subList(1, words.size()), ""))
                .filter(next -> next.role() == MeantWord.Role.OPERAND)
                .map(next -> String.join(
                        " ", next.declared().stream().map(Operand::text).toList()))
                .orElse("");
    }
}
