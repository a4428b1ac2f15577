package org.sockrates.shell.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.LabProblem;
import org.sockrates.lab.document.LabReader;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.session.Reach;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;

/** Labs as commands name them, found in the course or among all files, and read. It starts none. */
public final class LabLibrary {
    private final LabShelf shelf;
    private final LabRooms.Opener opener;
    private final Reach reach;

    /** @param opener opens a session, for the words that labs may use */
    public LabLibrary(LabShelf shelf, LabRooms.Opener opener) {
        this(shelf, opener, Reach.THIS_MACHINE);
    }

    private LabLibrary(LabShelf shelf, LabRooms.Opener opener, Reach reach) {
        this.shelf = shelf;
        this.opener = opener;
        this.reach = reach;
    }

    /** The same, whose labs may speak so far: otherwise one that asks another machine has an error in it. */
    public LabLibrary reaching(Reach other) {
        return new LabLibrary(shelf, opener, other);
    }

    /**
     * Labs that were looked for.
     *
     * @param good those that can be run
     * @param problems a line for every file that is not there, and for every problem of every other
     */
    record Found(List<LabDocument> good, List<String> problems) {
        /**
         * All of them.
         *
         * @throws BadFileException with every problem
         */
        List<LabDocument> all() throws BadFileException {
            if (!problems.isEmpty()) {
                throw new BadFileException(String.join("\n", problems));
            }
            return good;
        }
    }

    /** Whether a word is the number or the name of a lab of the course. */
    boolean hasInCourse(String word) {
        return shelf.numbered(word).isPresent();
    }

    /** The number of the lab behind this one; empty for the last, and for what is not of the course. */
    Optional<String> after(Path lab) {
        return shelf.after(lab);
    }

    /**
     * A lab of the course by its number or its name, or any file.
     *
     * @param where the command that wants it
     * @throws BadFileException where there is none
     */
    Path file(String where, SessionFiles files, String word) throws IOException {
        Optional<Path> numbered = shelf.numbered(word);
        if (numbered.isPresent()) {
            return numbered.get();
        }
        if (word.matches("[0-9]{1,2}")) {
            shelf.all(); // says so where there is no course
            throw new BadFileException(where + ": " + word + ": no such lab (expected: a number of  labs)");
        }
        try {
            return files.plain(where, word, 1 << 20);
        } catch (BadFileException missing) {
            if (word.matches(".*[*?\\[].*")) {
                throw new BadFileException(missing.getMessage()
                        + "; only your system's shell fills in a pattern, where  sockrates " + where + "  is typed");
            }
            if (!word.matches("[A-Za-z-]+")) {
                throw missing;
            }
            shelf.all();
            throw new BadFileException(
                    where + ": " + word + ": no such lab (expected: a number or name of  labs , or a file)");
        }
    }

    /**
     * Finds labs and reads them.
     *
     * @param where the command that wants them
     * @param named each by its number in the course, or as any file
     */
    Found find(String where, SessionFiles files, List<Word> named) throws IOException {
        List<Path> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Word word : named) {
            try {
                found.add(file(where, files, word.text()));
            } catch (BadFileException missing) {
                problems.add(Failure.text(missing));
            }
        }
        return read(found, problems);
    }

    /**
     * Finds labs and reads them.
     *
     * @param where the command that wants them
     * @param named each by its number in the course, or as any file
     * @throws BadFileException when any is not there or has a problem
     */
    public List<LabDocument> read(String where, SessionFiles files, List<Word> named) throws IOException {
        return find(where, files, named).all();
    }

    /**
     * Reads a lab.
     *
     * @throws BadFileException with every problem of it, a line each
     */
    LabDocument read(Path file) throws IOException {
        return read(List.of(file), new ArrayList<>()).all().get(0);
    }

    /**
     * Reads all labs of the course, in their order.
     *
     * @throws BadFileException where there is no course, and with every problem of every lab
     */
    List<LabDocument> course() throws IOException {
        return read(shelf.all(), new ArrayList<>()).all();
    }

    private Found read(List<Path> files, List<String> problems) {
        LineInterpreter words = opener.open(SessionFiles.anywhere(Path.of("")), false);
        LabReader.Reading reading = new LabReader(
                        new LabVocabulary(words.registry(), words.session().transports(), reach))
                .read(files);
        words.session().close();
        reading.problems().stream()
                .map((LabProblem problem) -> problem.text(SafeText::escape))
                .forEach(problems::add);
        return new Found(reading.documents(), problems);
    }
}
