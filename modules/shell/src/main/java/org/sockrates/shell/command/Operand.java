package org.sockrates.shell.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sockrates.shell.words.Word;

/**
 * An operand, or what an option takes, as it is declared.
 *
 * @param text {@code [HOST]}, {@code in|out|both}, {@code DATA…}
 */
public record Operand(String text) {
    private static final Set<String> NEVER_NUMBERS = Set.of("TRANSPORT", "HOST");

    /** Those of a command: {@code [SOCKET] [HOST] PORT}. */
    static List<Operand> all(String declared) {
        return Stream.of(declared.split(" +", -1))
                .filter(text -> !text.isEmpty())
                .map(Operand::new)
                .toList();
    }

    /** What it may be: {@code HOST}; {@code in}, {@code out} or {@code both}. */
    public List<String> kinds() {
        return List.of(text.replaceAll("[\\[\\]…]", "").split("\\|", -1));
    }

    /** Whether it may be left out. */
    public boolean optional() {
        return text.startsWith("[");
    }

    /**
     * Whether a word shows that it was left out: a number names neither a transport nor a host, and one of four digits no
     * socket.
     */
    boolean passedBy(Word word) {
        boolean port = word.text().length() > 3 && kinds().equals(List.of("SOCKET"));
        return optional() && Operands.isNumber(word) && (port || NEVER_NUMBERS.containsAll(kinds()));
    }

    /** Whether it may come again. */
    boolean repeats() {
        return text.contains("…");
    }
}
