package org.sockrates.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.sockrates.shell.words.Word;

/**
 * What a line says, whatever the order of its options and however it is quoted.
 *
 * @param options by their names in full; a switch has an empty value
 * @param declared what may stand behind the command
 */
public record Meaning(Entry entry, Map<String, String> options, List<Word> operands, List<Operand> declared) {
    /**
     * The operands without those that say what would be meant without them.
     *
     * @param usual whether a word is what is meant where an operand of a kind, {@code SOCKET}, is left out
     */
    public List<Word> operandsWithout(BiPredicate<String, Word> usual) {
        List<Word> kept = new ArrayList<>(operands);
        long needed = declared.stream().filter(operand -> !operand.optional()).count();
        int at = 0;
        for (Operand operand : declared) {
            if (!operand.optional() || kept.size() <= Math.max(needed, at)) {
                break;
            }
            if (usual.test(operand.kinds().get(0), kept.get(at))) {
                kept.remove(at);
            } else if (operand.kinds().contains("SOCKET")) {
                at++;
            }
        }
        return kept;
    }
}
