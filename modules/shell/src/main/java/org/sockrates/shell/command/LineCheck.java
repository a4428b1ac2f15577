package org.sockrates.shell.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

/** What can be said of a line before it runs, and without a session: the values of its options, and what its command foresees. */
public final class LineCheck {
    private LineCheck() {}

    /**
     * Reads a line as far as it is known.
     *
     * @param words without the command's own; those that are {@link Word#open} are left out where an option takes them
     * @return what it says, where that is known
     * @throws UsageException when it cannot be meant, whatever has gone before
     */
    public static Optional<Command> read(Entry entry, List<Word> words) {
        Declaration declaration = entry.declaration();
        List<MeantWord> meant = MeantWord.all(declaration, words);
        boolean help = words.stream().anyMatch(word -> word.marked().equals("--help"));
        if (help || isOpen(meant, declaration)) {
            return Optional.empty();
        }
        Set<Word> unknown = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < meant.size(); i++) {
            if (meant.get(i).role() == MeantWord.Role.VALUE
                    && meant.get(i).word().open()) {
                unknown.add(meant.get(i).word());
                unknown.add(meant.get(i - 1).word());
            }
        }
        List<Word> known = new ArrayList<>(words);
        known.removeIf(word -> unknown.contains(word) || word.marked().equals("--json"));
        Command command = CommandParser.parse(entry, known);
        command.foresee();
        return Optional.of(command);
    }

    /** Whether it is open what the words behind another are: a verb, or the name of an option. */
    private static boolean isOpen(List<MeantWord> meant, Declaration declaration) {
        boolean verb = !declaration.verbs().isEmpty()
                && meant.stream()
                        .filter(word -> word.role() == MeantWord.Role.OPERAND)
                        .limit(1)
                        .anyMatch(first -> first.word().open());
        return verb
                || meant.stream()
                        .filter(word -> word.role() == MeantWord.Role.OPTION)
                        .anyMatch(option -> Option.nameIn(option.word()).indexOf('{') >= 0);
    }
}
