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
import org.sockrates.shell.command.MeantWord;
import org.sockrates.shell.command.Operand;
import org.sockrates.shell.command.Option;
import org.sockrates.shell.learn.LabShelf;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Word;

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
            complete(entry.get().declaration(), line, candidates);
        }
    }

    private void complete(Declaration command, ParsedLine line, List<Candidate> candidates) {
        List<Word> before = Lexer.scan(line.line()).words().subList(1, line.wordIndex());
        String word = line.word();
        String option = word.startsWith("-") ? word.substring(0, word.indexOf('=') + 1) : "";
        MeantWord here = MeantWord.next(command, before, option);
        if (here.role() == MeantWord.Role.OPERAND && word.startsWith("-")) {
            command.options().forEach(each -> candidates.add(candidate(each)));
            return;
        }
        List<Candidate> values = new ArrayList<>();
        for (Operand operand : here.declared()) {
            operand.kinds().forEach(kind -> kinds.add(kind, word.substring(option.length()), values));
            if (!operand.optional()) {
                break;
            }
        }
        values.forEach(value -> candidates.add(behind(option, value)));
    }

    /** A value as one word with its {@code --option=}, which is not shown again. */
    private static Candidate behind(String option, Candidate value) {
        return new Candidate(
                option + value.value(), value.displ(), value.group(), value.descr(), null, null, value.complete());
    }

    private static Candidate candidate(Option option) {
        return new Candidate(option.name(), option.name(), null, option.description(), null, null, true);
    }
}
