package org.sockrates.shell.learn;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.document.LabFolder;
import org.sockrates.lab.document.LabFolder.RefusedException;
import org.sockrates.lab.document.Vocabulary.Objection;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Word;

/** The files that a command of a lab reads: each must be there, in the lab's folder. Looks at no file's contents. */
final class NamedFiles {
    private final LabFolder folder;

    NamedFiles(LabFolder folder) {
        this.folder = folder;
    }

    /** What is wrong with the first that cannot be read. */
    Optional<Objection> objection(Entry command, List<Word> words) {
        boolean sources = command.word().equals("source");
        return words.stream()
                .flatMap(word -> name(word, sources).flatMap(name -> objection(word, name)).stream())
                .findFirst();
    }

    private static Optional<String> name(Word word, boolean sources) {
        Optional<String> name = sources && !word.option() ? Optional.of(word.text()) : Payload.fileName(word);
        return name.filter(text -> text.indexOf('{') < 0); // its value is not known yet
    }

    private Optional<Objection> objection(Word word, String name) {
        try {
            folder.toRead(name);
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(new Objection(word.start(), "file", name + ": " + refused.why(), LabFolder.EXPECTED));
        } catch (IOException unreadable) {
            return Optional.of(new Objection(word.start(), "file", name + ": cannot be reached", LabFolder.EXPECTED));
        }
    }
}
