package org.sockrates.shell.command;

import com.beust.jcommander.ParameterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.UsageException.Parts;

/**
 * Fills a fresh command with the words of a line. Which word is an option, and whether there is such an option, is decided
 * here, with our messages; JCommander is given a list that cannot surprise it.
 */
final class CommandParser {
    private final Declaration declaration;
    private final Map<String, String> given = new LinkedHashMap<>(); // options by name, guarded; a switch's is empty
    private final List<String> operands = new ArrayList<>();

    private CommandParser(Declaration declaration) {
        this.declaration = declaration;
    }

    /**
     * The command, filled.
     *
     * @param words without the command's own
     * @throws UsageException with the option or operand that cannot be meant
     */
    static Command parse(Entry entry, List<Word> words) {
        return read(entry, words).filled();
    }

    /**
     * What the words say, without a look at what they name.
     *
     * @throws UsageException as {@link #parse}
     */
    static Meaning meaning(Entry entry, List<Word> words) {
        CommandParser read = read(entry, words);
        Map<String, String> options = new TreeMap<>();
        read.given.forEach(
                (name, value) -> options.put(name, Word.unguarded(value).text()));
        List<Word> operands = read.operands.stream().map(Word::unguarded).toList();
        String first = operands.isEmpty() ? "" : operands.get(0).text();
        return new Meaning(entry, options, operands, read.declaration.operandsBehind(first));
    }

    private static CommandParser read(Entry entry, List<Word> words) {
        CommandParser reading = new CommandParser(entry.declaration());
        reading.split(words);
        reading.ofTheVerb();
        return reading;
    }

    private void split(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.marked().equals("--")) {
                if (declaration.divided()) {
                    operands.add(word.guarded());
                }
                words.subList(i + 1, words.size()).forEach(rest -> operands.add(rest.guarded()));
                break;
            }
            if (!declaration.isOption(word)) {
                operands.add(word.guarded());
                continue;
            }
            int equals = word.marked().indexOf('=');
            String name = Option.nameIn(word);
            Option option = known(name);
            String value = "";
            if (option.takesValue()) {
                value = equals >= 0
                        ? word.after(equals + 1).guarded()
                        : value(option, words, ++i).guarded();
            } else if (equals >= 0) {
                throw new UsageException(where() + name, word.after(equals + 1).text(), "no value");
            }
            if (given.put(option.name(), value) != null) {
                throw new UsageException(new Parts(where() + option.name(), "given twice", "once"));
            }
        }
        if (!operands.isEmpty() && declaration.operands().isEmpty()) {
            throw new UsageException(
                    declaration.entry().word(), Word.unguarded(operands.get(0)).text(), "nothing more");
        }
    }

    private Option known(String name) {
        return declaration
                .option(name)
                .orElseThrow(() -> new UsageException(declaration.entry().word(), name, declaration.expectedFor(name)));
    }

    private void ofTheVerb() {
        String first = operands.isEmpty() ? "" : Word.unguarded(operands.get(0)).text();
        for (String name : given.keySet()) {
            declaration.expectedFor(name, first).ifPresent(expected -> {
                throw new UsageException(declaration.entry().word(), name, expected);
            });
        }
    }

    private Word value(Option option, List<Word> words, int index) {
        if (index >= words.size()) {
            throw new UsageException(new Parts(where() + option.name(), "nothing behind it", option.value()));
        }
        if (declaration.isOption(words.get(index))) {
            throw new UsageException(
                    where() + option.name(),
                    words.get(index).text(),
                    option.value() + "; one that begins with - in quotes");
        }
        return words.get(index);
    }

    private String where() {
        return declaration.entry().word() + ": ";
    }

    private Command filled() {
        List<String> all = new ArrayList<>();
        given.forEach((name, value) -> all.addAll(value.isEmpty() ? List.of(name) : List.of(name, value)));
        all.addAll(operands);
        Command command = declaration.entry().make();
        try {
            Declaration.parser(command).parse(all.toArray(String[]::new));
            return command;
        } catch (UsageException refused) { // a value's, and where is its option
            throw refused.within(declaration.entry().word());
        } catch (ParameterException refused) {
            String said = refused.getMessage() == null ? "cannot be read" : refused.getMessage();
            throw new UsageException(where() + SafeText.escape(said));
        }
    }
}
