package org.sockrates.shell.command;

import java.util.List;
import org.sockrates.shell.words.Word;

/**
 * One option of a command, as it is declared.
 *
 * @param names {@code --as}, and {@code -a} where there is a short one
 * @param value what follows it, {@code NAME} or {@code on|off}; empty for a switch
 */
public record Option(List<String> names, String value, String description) {
    /** The name of a word that is an option, with its value behind {@code =} or without. */
    public static String nameIn(Word word) {
        return word.marked().split("=", 2)[0];
    }

    /** The name in full. */
    public String name() {
        return names.stream().filter(name -> name.startsWith("--")).findFirst().orElse(names.get(0));
    }

    public boolean takesValue() {
        return !value.isEmpty();
    }

    /** {@code --as NAME}. */
    public String usage() {
        return String.join(", ", names) + (takesValue() ? " " + value : "");
    }
}
