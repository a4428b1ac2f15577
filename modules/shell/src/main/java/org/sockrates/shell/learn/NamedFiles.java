package org.sockrates.shell.learn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.document.LabFolder;
import org.sockrates.lab.document.LabFolder.RefusedException;
import org.sockrates.lab.document.Vocabulary.Objection;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.MeantWord;
import org.sockrates.shell.command.Script;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Word;

/**
 * The files that a command of a lab names: each must be in the lab's folder, and what it sends or runs must be there. It is
 * kept, with what those lines send and run that it runs; what is wrong with them is told when they run.
 */
final class NamedFiles {
    private static final String SOURCE = "source";

    private final LabFolder folder;

    NamedFiles(LabFolder folder) {
        this.folder = folder;
    }

    /** What is wrong with the first that cannot be meant. */
    Optional<Objection> objection(Entry command, List<MeantWord> words) {
        boolean runs = command.word().equals(SOURCE);
        return words.stream().flatMap(word -> objection(word, runs).stream()).findFirst();
    }

    private Optional<Objection> objection(MeantWord meant, boolean runs) {
        Word word = meant.word();
        Optional<String> sent = Payload.fileName(word);
        String name = sent.orElse(word.text());
        boolean known = name.indexOf('{') < 0; // otherwise its value is not known yet
        boolean file = sent.isPresent() || meant.is("FILE");
        if (!known || !file) {
            return Optional.empty();
        }
        try {
            if (sent.isPresent()) {
                folder.keep(name, Payload.MOST_BYTES);
            } else if (runs) {
                keepAll(name);
            } else {
                folder.check(name); // it may be written before it is read
            }
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(new Objection(word.start(), "file", name + ": " + refused.why(), refused.expected()));
        } catch (IOException unreadable) {
            return Optional.of(new Objection(word.start(), "file", name + ": cannot be reached", LabFolder.EXPECTED));
        }
    }

    /** A file of commands, and what it names. */
    private void keepAll(String script) throws IOException {
        Deque<String> scripts = new ArrayDeque<>();
        for (String next = script; next != null; next = scripts.poll()) {
            String text = new String(folder.keep(next, Script.MOST_BYTES), StandardCharsets.UTF_8);
            text.lines().forEach(line -> keepNamed(Lexer.scan(line).words(), scripts));
        }
    }

    private void keepNamed(List<Word> line, Deque<String> scripts) {
        for (Word word : line) {
            Payload.fileName(word).ifPresent(name -> keepIfThere(name, Payload.MOST_BYTES));
        }
        boolean runs = line.size() > 1 && line.get(0).text().equals(SOURCE);
        if (runs
                && folder.kept(line.get(1).text()).isEmpty()
                && keepIfThere(line.get(1).text(), Script.MOST_BYTES)) {
            scripts.add(line.get(1).text());
        }
    }

    private boolean keepIfThere(String name, int most) {
        try {
            folder.keep(name, most);
            return true;
        } catch (IOException absent) {
            return false;
        }
    }
}
