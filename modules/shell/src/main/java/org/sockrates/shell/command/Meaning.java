package org.sockrates.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.shell.words.Word;

/**
 * What a line says, whatever the order of its options and however it is quoted.
 *
 * @param options by their names in full; a switch has an empty value
 * @param declared what may stand behind the command
 */
public record Meaning(Entry entry, Map<String, String> options, List<Word> operands, List<Operand> declared) {
    /** How a word is read where an operand stands that may be left out. */
    public interface Reading {
        /**
         * What the word says.
         *
         * @param kind of the operand: {@code SOCKET}
         * @return empty where the word is none, and the operand was left out; an empty text where it says what would be
         *     meant without it
         */
        Optional<String> of(String kind, Word word);
    }

    /** What the operands say, without those that say what would be meant without them. */
    public List<String> said(Reading reading) {
        List<String> said = new ArrayList<>();
        long needed = declared.stream().filter(operand -> !operand.optional()).count();
        int at = 0;
        for (Operand operand : declared) {
            if (!operand.optional() || operands.size() - at <= needed) {
                break;
            }
            Optional<String> read = reading.of(operand.kinds().get(0), operands.get(at));
            if (read.isPresent()) {
                at++;
                read.filter(text -> !text.isEmpty()).ifPresent(said::add);
            }
        }
        operands.subList(at, operands.size()).forEach(word -> said.add(word.text()));
        return said;
    }
}
