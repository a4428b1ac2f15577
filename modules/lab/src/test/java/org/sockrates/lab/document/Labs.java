package org.sockrates.lab.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lab files in a folder, for tests. */
public final class Labs {
    private final Path folder;
    private final Vocabulary vocabulary;

    public Labs(Path folder) {
        this(folder, Vocabulary.ANYTHING);
    }

    Labs(Path folder, Vocabulary vocabulary) {
        this.folder = folder;
        this.vocabulary = vocabulary;
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    LabReader.Reading read(String name, byte[] bytes) {
        return new LabReader(vocabulary).read(List.of(write(name, bytes)));
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
                        .substring(folder.toString().length() + 1))
                .toList();
    }
}
