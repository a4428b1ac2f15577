package org.sockrates.shell.editor;

import java.util.List;
import java.util.Optional;
import org.sockrates.shell.command.Declaration;
import org.sockrates.shell.command.MeantWord;
import org.sockrates.shell.command.Operand;
import org.sockrates.shell.command.Registry;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;

/** What may still be typed behind a command, faintly behind the cursor: {@code [SOCKET] [HOST] PORT}. */
final class TailTip {
    private final Registry registry;
    private String typed = "";
    private Optional<Declaration> command = Optional.empty();

    TailTip(Registry registry) {
        this.registry = registry;
    }

    /** The tip for a line; empty where there is nothing to say. */
    String behind(String line, Scan scan) {
        List<Word> words = scan.words();
        if (words.isEmpty() || !line.endsWith(" ")) {
            return "";
        }
        look(words.get(0).text());
        return command.map(declared -> MeantWord.next(declared, words.subList(1, words.size()), ""))
                .filter(next -> next.role() == MeantWord.Role.OPERAND)
                .map(next -> String.join(
                        " ", next.declared().stream().map(Operand::text).toList()))
                .orElse("");
    }

    private void look(String word) {
        if (!word.equals(typed)) {
            typed = word;
            command = registry.lookup(word).map(Declaration::of);
        }
    }
}
