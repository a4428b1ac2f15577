package org.sockrates.shell.command;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A command in the registry: its words and how to make one. What it does and takes is declared on its class, and read only
 * when it is used.
 */
public final class Entry {
    private final Group group;
    private final String word;
    private final List<String> aliases;
    private final Supplier<Command> maker;
    private @Nullable Declaration declaration; // once read

    private Entry(Group group, String word, Supplier<Command> maker, List<String> aliases) {
        this.group = group;
        this.word = word;
        this.aliases = aliases;
        this.maker = maker;
    }

    /** With its aliases, where it has some: one letter, a C name. */
    public static Entry of(Group group, String word, Supplier<Command> maker, String... aliases) {
        return new Entry(group, word, maker, List.of(aliases));
    }

    public Group group() {
        return group;
    }

    /** What people type. */
    public String word() {
        return word;
    }

    /** Other words for it. */
    public List<String> aliases() {
        return aliases;
    }

    /** A fresh one. */
    public Command make() {
        return maker.get();
    }

    /** What it declares; read at the first call. */
    public synchronized Declaration declaration() {
        if (declaration == null) {
            declaration = Declaration.read(this);
        }
        return declaration;
    }
}
