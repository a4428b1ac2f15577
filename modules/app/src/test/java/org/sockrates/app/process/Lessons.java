package org.sockrates.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.LabReader;
import org.sockrates.lab.document.Vocabulary;

/** The labs and tutorials that come with the program. */
public final class Lessons {
    private Lessons() {}

    /** The numbered labs, in their order. */
    public static List<Path> labs() throws IOException {
        return files("scripts/labs", ".lab");
    }

    /** The numbered tutorials, in their order: each is a lab with much text around it. */
    public static List<Path> tutorials() throws IOException {
        return files("tutorials", ".md");
    }

    /** Those of both that run on the wire. */
    public static List<Path> onTheWire() throws IOException {
        return all().filter(Lessons::isOnTheWire).toList();
    }

    /** Those that judge a program. */
    public static List<Path> judging() throws IOException {
        return all().filter(Lessons::judgesAProgram).toList();
    }

    /** Those of both that run anywhere, and judge no program. */
    public static List<Path> anywhere() throws IOException {
        return all().filter(lesson -> !isOnTheWire(lesson) && !judgesAProgram(lesson))
                .toList();
    }

    private static Stream<Path> all() throws IOException {
        return Stream.concat(labs().stream(), tutorials().stream());
    }

    private static boolean isOnTheWire(Path lesson) {
        return document(lesson).frontMatter().path().filter("wire"::equals).isPresent();
    }

    private static boolean judgesAProgram(Path lesson) {
        return document(lesson).frontMatter().program().isPresent();
    }

    /** A lesson as it is read; one with an error fails. */
    public static LabDocument document(Path lesson) {
        LabReader.Reading reading = new LabReader(Vocabulary.ANYTHING).read(List.of(lesson));
        assertThat(reading.problems()).isEmpty();
        return reading.documents().get(0);
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Tools.root().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
