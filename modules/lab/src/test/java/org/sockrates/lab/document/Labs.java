package org.sockrates.lab.document;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Labs that are said to lie in the folder {@code labs}, for tests. */
public final class Labs {
    private static final Path FOLDER = Path.of("labs");

    private final Vocabulary vocabulary;

    public Labs() {
        this(Vocabulary.ANYTHING);
    }

    Labs(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    LabReader.Reading read(String name, byte[] bytes) {
        return new LabReader(vocabulary).read(FOLDER.resolve(name), bytes);
    }

    /** A lab without problems. */
    public LabDocument good(String name, String text) {
        LabReader.Reading reading = read(name, text.getBytes(StandardCharsets.UTF_8));
        if (!reading.problems().isEmpty()) {
            throw new AssertionError(reading.problems());
        }
        return reading.documents().get(0);
    }

    /** The problems of a lab as text, without the folder. */
    List<String> problems(String name, String text) {
        return problems(name, text.getBytes(StandardCharsets.UTF_8));
    }

    List<String> problems(String name, byte[] bytes) {
        LabReader.Reading reading = read(name, bytes);
        if (reading.problems().isEmpty() == reading.documents().isEmpty()) {
            throw new AssertionError("a document or problems, and not both: " + reading);
        }
        return reading.problems().stream()
                .map(problem -> problem.text(UnaryOperator.identity())
                        .substring(FOLDER.toString().length() + 1))
                .toList();
    }
}
