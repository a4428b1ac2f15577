package org.sockrates.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.shell.words.Word;

/**
 * A word behind a command, and what the command declares it to be.
 *
 * @param kind {@code FILE}, {@code HOST|PORT}; empty behind the last operand
 */
public record MeantWord(Word word, String kind) {
    private static final List<String> OF_EVERY_COMMAND = List.of("--help", "--json");
    private static final String NO_OPTION = "none";

    /** The values of options, the operands, and the options there are not. Nothing is read of them. */
    public static List<MeantWord> all(Declaration command, List<Word> words) {
        List<MeantWord> all = new ArrayList<>();
        boolean options = true;
        int operands = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (options && word.marked().equals("--")) {
                options = false;
            } else if (!options || !command.isOption(word)) {
                String kind = command.operand(operands++);
                all.add(new MeantWord(word, kind == null ? "" : kind));
            } else if (!OF_EVERY_COMMAND.contains(word.marked())) {
                Optional<Option> option = command.option(Option.nameIn(word));
                int equals = word.marked().indexOf('=');
                if (option.isEmpty()) {
                    all.add(new MeantWord(word, NO_OPTION));
                } else if (option.get().takesValue() && (equals >= 0 || i + 1 < words.size())) {
                    Word value = equals >= 0 ? word.after(equals + 1) : words.get(++i);
                    all.add(new MeantWord(value, option.get().value()));
                }
            }
        }
        return all;
    }

    /** Whether it looks like an option and is none of the command's. */
    public boolean isNoOption() {
        return kind.equals(NO_OPTION);
    }

    /** Whether it may be of a kind. */
    public boolean is(String one) {
        return List.of(kind.split("\\|", -1)).contains(one);
    }
}
