package org.sockrates.shell.editor;

import java.util.List;
import org.sockrates.shell.command.Declaration;
import org.sockrates.shell.command.Registry;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;

/** What may still be typed behind a command, faintly behind the cursor: {@code [SOCKET] [HOST] PORT}. */
final class TailTip {
    private final Registry registry;
    private String word = "";
    private List<String> operands = List.of();

    TailTip(Registry registry) {
        this.registry = registry;
    }

    /** The tip for a line; empty where there is nothing to say. */
    String behind(String line, Scan scan) {
        List<Word> words = scan.words();
        if (words.isEmpty() || words.stream().anyMatch(Word::option) || !line.endsWith(" ")) {
            return "";
        }
        look(words.get(0).text());
        int given = words.size() - 1;
        return given >= operands.size() ? "" : String.join(" ", operands.subList(given, operands.size()));
    }

    private void look(String typed) {
        if (!typed.equals(word)) {
            word = typed;
            operands = registry.lookup(typed)
                    .map(entry -> List.of(Declaration.of(entry).operands().split(" +", -1)))
                    .orElse(List.of());
        }
    }
}
