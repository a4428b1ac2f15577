package org.sockrates.shell.command;

import java.util.List;
import java.util.function.Supplier;

/**
 * A command in the registry: its words and how to make one. What it does and takes is declared on its class, and read only
 * when it is used.
 *
 * @param word what people type
 * @param aliases other words for it: one letter, a C name
 */
public record Entry(Group group, String word, List<String> aliases, Supplier<Command> maker) {
    public Entry {
        aliases = List.copyOf(aliases);
    }

    /** With its aliases, where it has some. */
    public static Entry of(Group group, String word, Supplier<Command> maker, String... aliases) {
        return new Entry(group, word, List.of(aliases), maker);
    }
}
