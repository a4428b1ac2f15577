package org.sockrates.shell.learn;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.document.LabFolder;
import org.sockrates.lab.document.LabFolder.RefusedException;
import org.sockrates.lab.document.Vocabulary.Objection;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.MeantWord;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Word;

/**
 * The files that a command of a lab names: each must be in the lab's folder, and what it sends or runs must be there. Looks
 * at no file's contents.
 */
final class NamedFiles {
    private final LabFolder folder;

    NamedFiles(LabFolder folder) {
        this.folder = folder;
    }

    /** What is wrong with the first that cannot be meant. */
    Optional<Objection> objection(Entry command, List<MeantWord> words) {
        boolean runs = command.word().equals("source");
        return words.stream().flatMap(word -> objection(word, runs).stream()).findFirst();
    }

    private Optional<Objection> objection(MeantWord meant, boolean runs) {
        Word word = meant.word();
        Optional<String> sent = Payload.fileName(word);
        String name = sent.orElse(word.text());
        boolean known = name.indexOf('{') < 0; // otherwise its value is not known yet
        boolean file = sent.isPresent() || meant.is("FILE");
        return known && file ? objection(word, name, runs || sent.isPresent()) : Optional.empty();
    }

    private Optional<Objection> objection(Word word, String name, boolean reads) {
        try {
            if (reads) {
                folder.toRead(name);
            } else {
                folder.check(name); // it may be written before it is read
            }
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(new Objection(word.start(), "file", name + ": " + refused.why(), LabFolder.EXPECTED));
        } catch (IOException unreadable) {
            return Optional.of(new Objection(word.start(), "file", name + ": cannot be reached", LabFolder.EXPECTED));
        }
    }
}
