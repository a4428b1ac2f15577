package org.sockrates.shell.editor;

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

/** Completes what a command declares: its word, its options, and operands by the kind each is declared to be. */
final class CommandCompleter implements Completer {
    private final LineInterpreter interpreter;
    private final Kinds kinds;

    CommandCompleter(LineInterpreter interpreter) {
        this.interpreter = interpreter;
        this.kinds = new Kinds(interpreter);
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
        String[] operands = command.operands().split(" +", -1);
        int last = Math.min(position(command, line), operands.length - 1);
        boolean optional = true;
        for (int i = Math.max(0, last); i < operands.length && optional; i++) {
            optional = operands[i].startsWith("[");
            for (String kind : operands[i].replaceAll("[\\[\\]…]", "").split("\\|", -1)) {
                kinds.add(kind, word, candidates);
            }
        }
    }

    /** How many operands stand before the word the cursor is in. */
    private static int position(Declaration command, ParsedLine line) {
        int position = 0;
        for (int i = 1; i < line.wordIndex(); i++) {
            Optional<Option> option = command.option(line.words().get(i));
            if (option.isPresent()) {
                i += option.get().takesValue() ? 1 : 0;
            } else {
                position++;
            }
        }
        return position;
    }

    private static Candidate candidate(Option option) {
        return new Candidate(option.name(), option.name(), null, option.description(), null, null, true);
    }
}
