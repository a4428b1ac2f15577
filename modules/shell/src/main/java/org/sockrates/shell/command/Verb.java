package org.sockrates.shell.command;

import java.util.List;
import java.util.Optional;

/**
 * What a command does with its first operand, as it is declared: {@code watch [SOCKET] [--every] [--for]}.
 *
 * @param word that stands there; in capitals where it is whatever is no other verb: {@code FILE}
 * @param usual whether it is meant where none is typed; declared in brackets: {@code [show]}
 * @param operands all of them, the verb first
 * @param options in full, which no other verb has unless that declares them too
 */
record Verb(String word, boolean usual, List<Operand> operands, List<String> options) {
    private static final String OPTION = "[--";

    static Verb of(String declared) {
        List<Operand> all = Operand.all(declared);
        Operand first = all.get(0);
        return new Verb(
                first.kinds().get(0),
                first.optional(),
                all.stream().filter(each -> !each.text().startsWith(OPTION)).toList(),
                all.stream()
                        .filter(each -> each.text().startsWith(OPTION))
                        .map(each -> each.kinds().get(0))
                        .toList());
    }

    /** The one that is meant by the first operand, which is empty where none was typed. */
    static Optional<Verb> meant(List<Verb> all, String first) {
        if (first.isEmpty()) {
            return all.stream().filter(Verb::usual).findFirst();
        }
        return all.stream()
                .filter(verb -> verb.word.equals(first))
                .findFirst()
                .or(() -> all.stream().filter(verb -> !verb.literal()).findFirst());
    }

    /** Whether it is typed as it is declared. */
    boolean literal() {
        return Character.isLowerCase(word.charAt(0));
    }
}
