package org.sockrates.shell.learn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sockrates.lab.document.LabFolder;
import org.sockrates.lab.document.LabFolder.RefusedException;
import org.sockrates.lab.document.Vocabulary.Objection;
import org.sockrates.lab.expect.Placeholders;
import org.sockrates.shell.command.BoundedLines;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.MeantWord;
import org.sockrates.shell.command.Script;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;

/**
 * The files that a command of a lab names: each must be in the lab's folder, and what it sends or runs must be there. It is
 * kept. The lines of what it runs are looked at as those of the lab.
 */
final class NamedFiles {
    private static final String SOURCE = "source";
    private static final int MOST_RUN = 100;

    private final LabFolder folder;
    private final Function<String, Optional<Objection>> lines;
    private final Set<String> begun;

    /**
     * Of one line of a lab.
     *
     * @param lines looks at a line of a file that it runs
     * @param begun takes in the names of these, each of which is looked at once: a file that runs itself says so when it runs
     */
    NamedFiles(LabFolder folder, Function<String, Optional<Objection>> lines, Set<String> begun) {
        this.folder = folder;
        this.lines = lines;
        this.begun = begun;
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
            } else if (runs && begun.size() == MOST_RUN) {
                return Optional.of(
                        new Objection(word.start(), "file", name, "at most " + MOST_RUN + " that a line runs"));
            } else if (runs) {
                return inFile(name).map(wrong -> at(word, wrong));
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

    /** What is wrong with the first such line of a file of commands. */
    private Optional<Objection> inFile(String script) throws IOException {
        BoundedLines read = new BoundedLines(new ByteArrayInputStream(folder.keep(script, Script.MOST_BYTES)));
        Optional<Objection> wrong = Optional.empty();
        int number = 0;
        String line = begun.add(script) ? read.next() : null;
        while (line != null && wrong.isEmpty()) {
            String where = script + ":" + ++number + ": ";
            wrong = objection(line).map(told -> new Objection(where + told.what(), told.actual(), told.expected()));
            line = read.next();
        }
        return wrong;
    }

    private Optional<Objection> objection(String line) {
        Scan scan = Lexer.scan(line);
        if (scan.trouble() == null && scan.words().isEmpty()) {
            return Optional.empty();
        }
        return Placeholders.usedBy(line.substring(0, scan.commentStart())).stream()
                .findFirst()
                .map(name -> new Objection(
                        "capture", "{" + name + "}", "no placeholder in a file; as text, \\x7b" + name + "}"))
                .or(() -> lines.apply(line));
    }

    private static Objection at(Word word, Objection wrong) {
        return new Objection(word.start(), wrong.what(), wrong.actual(), wrong.expected());
    }
}
