package org.sockrates.shell.editor;

import java.util.List;
import org.sockrates.shell.command.Declaration;
import org.sockrates.shell.command.Registry;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;

/** What may still be typed behind a command, faintly behind the cursor: {@code [SOCKET] [HOST] PORT}. */
final class TailTip {
    private final Registry registry;
    private List<String> typed = List.of();
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
        look(words.subList(0, Math.min(words.size(), 2)).stream()
                .map(Word::text)
                .toList());
        int given = words.size() - 1;
        return given >= operands.size() ? "" : String.join(" ", operands.subList(given, operands.size()));
    }

    /** The operands of a command, or of its verb. */
    private void look(List<String> beginning) {
        if (!beginning.equals(typed)) {
            typed = beginning;
            String first = beginning.size() > 1 ? beginning.get(1) : "";
            operands = registry.lookup(beginning.get(0))
                    .map(entry -> Declaration.of(entry).operandsBehind(first))
                    .orElse(List.of());
        }
    }
}
