package org.sockrates.shell.command;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

/**
 * Fills a fresh command with the words of a line. Which word is an option, and whether there is such an option, is decided
 * here, with our messages; JCommander is given a list that cannot surprise it.
 */
final class CommandParser {
    private final Command command;
    private final JCommander parser;
    private final Declaration declaration;
    private final List<String> options = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();
    private final Set<String> given = new LinkedHashSet<>();

    private CommandParser(Entry entry) {
        command = entry.maker().get();
        parser = Declaration.parser(command);
        declaration = Declaration.of(entry, command, parser);
    }

    /**
     * The command, filled.
     *
     * @param words without the command's own
     * @throws UsageException with the option or operand that cannot be meant
     */
    static Command parse(Entry entry, List<Word> words) {
        CommandParser filling = new CommandParser(entry);
        filling.split(words);
        filling.ofTheVerb();
        filling.fill();
        return filling.command;
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
            once(option);
            options.add(name);
            if (!option.takesValue()) {
                if (equals >= 0) {
                    throw new UsageException(
                            where() + name, word.after(equals + 1).text(), "no value");
                }
            } else if (equals >= 0) {
                options.add(word.after(equals + 1).guarded());
            } else {
                options.add(value(option, words, ++i).guarded());
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

    private void once(Option option) {
        if (!given.add(option.name())) {
            throw new UsageException(where() + option.name() + ": given twice (expected: once)");
        }
    }

    private void ofTheVerb() {
        String first = operands.isEmpty() ? "" : Word.unguarded(operands.get(0)).text();
        for (String name : given) {
            declaration.expectedFor(name, first).ifPresent(expected -> {
                throw new UsageException(declaration.entry().word(), name, expected);
            });
        }
    }

    private Word value(Option option, List<Word> words, int index) {
        if (index >= words.size()) {
            throw new UsageException(
                    where() + option.name() + ": nothing behind it (expected: " + option.value() + ")");
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

    private void fill() {
        List<String> all = new ArrayList<>(options);
        all.addAll(operands);
        try {
            parser.parse(all.toArray(String[]::new));
        } catch (UsageException refused) { // a value's, and where is its option
            throw new UsageException(where() + refused.getMessage());
        } catch (ParameterException refused) {
            String said = refused.getMessage() == null ? "cannot be read" : refused.getMessage();
            throw new UsageException(where() + SafeText.escape(said));
        }
    }
}
