package org.sockrates.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/** All commands, in the order {@code help} lists them, found by word, by alias, or by a prefix that fits only one. */
public final class Registry {
    private final List<Entry> entries;
    private final Map<String, Entry> byWord = new LinkedHashMap<>();

    /** @throws IllegalStateException when two commands share a word */
    public Registry(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry entry : entries) {
            put(entry.word(), entry);
            entry.aliases().forEach(alias -> put(alias, entry));
        }
    }

    private void put(String word, Entry entry) {
        Entry other = byWord.put(word, entry);
        if (other != null) {
            throw new IllegalStateException(word + " is both " + other.word() + " and " + entry.word());
        }
    }

    /** In order. */
    public List<Entry> entries() {
        return entries;
    }

    /** The words of all commands, without aliases, in order. */
    public List<String> words() {
        return entries.stream().map(Entry::word).toList();
    }

    /** The command somebody means, if it is clear which. */
    public Optional<Entry> lookup(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        Entry exact = byWord.get(word);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<Entry> begun = Elsewhere.knows(word) ? List.of() : beginningWith(word);
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    /** The commands whose word begins so. */
    public List<Entry> beginningWith(String prefix) {
        List<Entry> begun = new ArrayList<>();
        for (Entry entry : entries) {
            if (!prefix.isEmpty() && entry.word().startsWith(prefix)) {
                begun.add(entry);
            }
        }
        return begun;
    }

    /** As {@link #lookup}, with a message when it is not clear. */
    public Entry find(String typed) {
        return lookup(typed).orElseThrow(() -> unknown(typed));
    }

    private UsageException unknown(String typed) {
        return new UsageException("command", typed, expectedFor(typed));
    }

    /** What would do instead of a word that is no command. */
    public String expectedFor(String typed) {
        if (typed.endsWith(">")) {
            return "the command alone, without the prompt before it";
        }
        Optional<String> said = Elsewhere.said(typed, this);
        if (said.isPresent()) {
            return said.get();
        }
        List<Entry> begun = beginningWith(typed.toLowerCase(Locale.ROOT));
        return begun.size() > 1
                ? "one of " + String.join(" ", begun.stream().map(Entry::word).toList())
                : NearestWord.expected(typed, byWord.keySet(), "a command;  help  lists them");
    }
}
