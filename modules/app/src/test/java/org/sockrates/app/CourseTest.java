package org.sockrates.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.app.process.Tools;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.LabReader;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.document.Vocabulary;
import org.sockrates.lab.expect.Captures;
import org.sockrates.lab.expect.Check;
import org.sockrates.lab.lint.LabLinter;
import org.sockrates.link.LoopbackPath;
import org.sockrates.link.RelayPath;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Program;
import org.sockrates.shell.Streams;

/** The labs that come with the program: each asks, helps, can fail, and holds on this machine. */
final class CourseTest {
    private static final int LEAST = 18;
    private static final int MISSING_ABILITY = 5;

    /** The commands that show nothing. */
    private static final List<String> SILENT = List.of("set", "use", "link");

    static List<Path> labs() throws IOException {
        try (Stream<Path> files = Files.list(Tools.root().resolve("scripts/labs"))) {
            return files.filter(file -> file.toString().endsWith(".lab"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void isNumberedWithoutAGap() throws IOException {
        List<String> numbers = labs().stream()
                .map(lab -> String.valueOf(lab.getFileName()).substring(0, 3))
                .toList();

        assertThat(numbers)
                .hasSizeGreaterThanOrEqualTo(LEAST)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(number -> "%02d-".formatted(number))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("labs")
    void teaches(Path lab) {
        assertThat(new LabLinter().lint(document(lab))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void canFailAtEveryStep(Path lab) {
        assertThat(document(lab).steps())
                .filteredOn(CourseTest::holdsWhenNothingComes)
                .extracting(step -> step.command().split(" ", 2)[0])
                .allMatch(SILENT::contains);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void holdsOnThisMachine(Path lab) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Kit kit = new Kit(
                Transports.found(),
                List.of(new LoopbackPath(), new RelayPath()),
                Map.of(),
                Path.of(""),
                Clock.systemUTC(),
                false);

        int status = new Program(kit, new Streams(InputStream.nullInputStream(), out, out))
                .run(new String[] {"run", lab.toString()});

        assumeTrue(status != MISSING_ABILITY, () -> shown.toString(StandardCharsets.UTF_8));
        assertThat(status).as(shown.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static boolean holdsWhenNothingComes(Step step) {
        return step.expectation().check(List.of(), 0, Captures.NONE) instanceof Check.Holds;
    }

    private static LabDocument document(Path lab) {
        LabReader.Reading reading = new LabReader(Vocabulary.ANYTHING).read(List.of(lab));
        assertThat(reading.problems()).isEmpty();
        return reading.documents().get(0);
    }
}
