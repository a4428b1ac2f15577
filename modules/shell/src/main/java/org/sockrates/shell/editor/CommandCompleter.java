package org.sockrates.shell.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.sockrates.shell.command.Declaration;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.Option;
import org.sockrates.shell.learn.LabShelf;

/** Completes what a command declares: its word, its options, and operands by the kind each is declared to be. */
final class CommandCompleter implements Completer {
    private final LineInterpreter interpreter;
    private final Kinds kinds;

    /** @param shelf where the labs lie that an operand can name */
    CommandCompleter(LineInterpreter interpreter, LabShelf shelf) {
        this.interpreter = interpreter;
        this.kinds = new Kinds(interpreter, shelf);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0) {
            kinds.add("COMMAND", line.word(), candidates);
            return;
        }
        Optional<Entry> entry = interpreter.registry().lookup(line.words().get(0));
        if (entry.isPresent()) {
            complete(Declaration.of(entry.get()), line, candidates);
        }
    }

    private void complete(Declaration command, ParsedLine line, List<Candidate> candidates) {
        String word = line.word();
        Optional<Option> before = command.option(line.words().get(line.wordIndex() - 1));
        if (before.isPresent() && before.get().takesValue()) {
            kinds.add(before.get().value(), word, candidates);
            return;
        }
        if (word.startsWith("-")) {
            command.options().forEach(option -> candidates.add(candidate(option)));
            return;
        }
        List<String> given = operands(command, line);
        List<String> operands = command.operandsBehind(given.isEmpty() ? "" : given.get(0));
        boolean optional = true;
        for (int i = place(given.size(), operands); i < operands.size() && optional; i++) {
            optional = operands.get(i).startsWith("[");
            for (String kind : operands.get(i).replaceAll("[\\[\\]…]", "").split("\\|", -1)) {
                kinds.add(kind, word, candidates);
            }
        }
    }

    /** Only the last operand can come again. */
    private static int place(int position, List<String> operands) {
        int last = operands.size() - 1;
        return position > last && last >= 0 && operands.get(last).contains("…") ? last : position;
    }

    /** The operands that stand before the word the cursor is in. */
    private static List<String> operands(Declaration command, ParsedLine line) {
        List<String> given = new ArrayList<>();
        for (int i = 1; i < line.wordIndex(); i++) {
            Optional<Option> option = command.option(line.words().get(i));
            if (option.isPresent()) {
                i += option.get().takesValue() ? 1 : 0;
            } else {
                given.add(line.words().get(i));
            }
        }
        return given;
    }

    private static Candidate candidate(Option option) {
        return new Candidate(option.name(), option.name(), null, option.description(), null, null, true);
    }
}
