package org.sockrates.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.shell.words.Word;

/**
 * A word behind a command, and what the command declares it to be.
 *
 * @param declared of an operand what it is declared to be, and all behind it, which it may be where one is left out; of the
 *     value of an option what that takes; nothing behind the last operand, and of an option
 */
public record MeantWord(Word word, Role role, List<Operand> declared) {
    private static final List<String> OF_EVERY_COMMAND = List.of("--help", "--json");

    /** What a word is to its command. */
    public enum Role {
        OPERAND,
        /** There may be no such option. */
        OPTION,
        VALUE
    }

    /** All of them, but for {@code --} and what every command knows. Nothing is read of them. */
    public static List<MeantWord> all(Declaration command, List<Word> words) {
        List<MeantWord> all = new ArrayList<>();
        List<Operand> operands = command.operandsBehind("");
        boolean options = true;
        boolean first = true;
        int place = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (options && word.marked().equals("--")) {
                options = false;
            } else if (!options || !command.isOption(word)) {
                place = placeOf(word, place, operands);
                all.add(new MeantWord(word, Role.OPERAND, from(place, operands)));
                if (first) {
                    operands = command.operandsBehind(word.text());
                }
                first = false;
                place++;
            } else if (!OF_EVERY_COMMAND.contains(word.marked())) {
                Optional<Option> option = command.option(Option.nameIn(word));
                int equals = word.marked().indexOf('=');
                all.add(new MeantWord(word, Role.OPTION, List.of()));
                if (option.filter(Option::takesValue).isPresent() && (equals >= 0 || i + 1 < words.size())) {
                    Word value = equals >= 0 ? word.after(equals + 1) : words.get(++i);
                    all.add(new MeantWord(
                            value, Role.VALUE, List.of(new Operand(option.get().value()))));
                }
            }
        }
        return all;
    }

    /** What one more word would be, or the value of one that begins as {@code --option=}. */
    public static MeantWord next(Declaration command, List<Word> words, String begun) {
        List<Word> more = new ArrayList<>(words);
        more.add(Word.plain(begun));
        List<MeantWord> all = all(command, more);
        return all.get(all.size() - 1);
    }

    /** Behind those left out before it: {@code [HOST]}, where it is the number of a {@code PORT}. */
    private static int placeOf(Word word, int from, List<Operand> operands) {
        int place = from;
        while (place < operands.size() && operands.get(place).passedBy(word)) {
            place++;
        }
        return place;
    }

    /** Only the last operand can come again. */
    private static List<Operand> from(int place, List<Operand> operands) {
        int last = operands.size() - 1;
        boolean again = place > last && last >= 0 && operands.get(last).repeats();
        return operands.subList(again ? last : Math.min(place, operands.size()), operands.size());
    }

    /** Whether it may be of a kind. */
    public boolean is(String kind) {
        return !declared.isEmpty() && declared.get(0).kinds().contains(kind);
    }
}
