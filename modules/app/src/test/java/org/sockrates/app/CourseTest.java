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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.app.process.Lessons;
import org.sockrates.app.process.Tools;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.expect.Captures;
import org.sockrates.lab.expect.Check;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Program;
import org.sockrates.shell.Streams;
import org.sockrates.sim.path.SimPath;

/**
 * The labs that come with the program: each asks, helps, can fail, and holds on this machine; and so does every session of
 * the tutorials. Those on the wire are run by {@link org.sockrates.app.program.WireCourseTest}, those that judge a
 * program by {@link org.sockrates.app.program.YourProgramsTest}.
 */
final class CourseTest {
    private static final int LEAST_LABS = 40;
    private static final int LEAST_TUTORIALS = 5;
    private static final int MISSING_ABILITY = 5;
    private static final String LESSONS = "org.sockrates.app.process.Lessons#";

    /**
     * The commands that show nothing, or what the lab does itself; {@code tcp} where it sets; a file, and a {@code program} that
     * is stopped or started, fail by their status.
     */
    private static final List<String> SILENT = List.of("set", "use", "link", "fault", "source", "tcp", "program");

    @Test
    void isNumberedWithoutAGap() throws IOException {
        assertNumbered(Lessons.labs(), LEAST_LABS);
        assertNumbered(Lessons.tutorials(), LEAST_TUTORIALS);
    }

    private static void assertNumbered(List<Path> lessons, int least) {
        List<String> numbers = lessons.stream()
                .map(lesson -> String.valueOf(lesson.getFileName()).substring(0, 3))
                .toList();

        assertThat(numbers)
                .hasSizeGreaterThanOrEqualTo(least)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(number -> "%02d-".formatted(number))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource(LESSONS + "labs")
    void teaches(Path lab) {
        Run review = run("labs", "review", lab.toString());

        assertThat(review.shown()).isEqualTo("1 of 1 labs have all that a good lab has\n");
    }

    @ParameterizedTest
    @MethodSource({LESSONS + "labs", LESSONS + "tutorials"})
    void canFailAtEveryStep(Path lesson) {
        assertThat(Lessons.document(lesson).steps())
                .filteredOn(CourseTest::holdsWhenNothingComes)
                .extracting(step -> step.command().split(" ", 2)[0])
                .allMatch(SILENT::contains);
    }

    /** A student's own, on the class path, would have a column, too. */
    @ParameterizedTest
    @MethodSource(LESSONS + "labs")
    void namesTheTransportsThatItCompares(Path lab) {
        assertThat(Lessons.document(lab).steps())
                .extracting(Step::command)
                .filteredOn(command -> command.startsWith("compare "))
                .allMatch(command -> command.contains(" --transports "));
    }

    @Test
    void theSamplesOfTheFormatsPageHoldOnThisMachine(@TempDir Path folder) throws IOException {
        List<String> samples = Stream.of(Files.readString(Tools.root().resolve("docs/lab-format.md"))
                        .split("(?m)^```\\n"))
                .filter(block -> block.startsWith("---\n") || block.startsWith("udp> "))
                .filter(block -> !block.startsWith("---\nprogram: ")) // judges one: there is none here
                .toList();

        assertThat(samples).hasSize(3);
        for (String sample : samples) {
            holdsOnThisMachine(Files.writeString(folder.resolve("sample.lab"), sample));
        }
    }

    @ParameterizedTest
    @MethodSource(LESSONS + "anywhere")
    void holdsOnThisMachine(Path lesson) {
        Run run = run("run", lesson.toString());

        assumeTrue(run.status() != MISSING_ABILITY, run.shown());
        assertThat(run.status()).as(run.shown()).isZero();
    }

    /** What the program said, and its status. */
    private record Run(String shown, int status) {}

    private static Run run(String... words) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Kit kit = new Kit(
                Transports.found(),
                List.of(new LoopbackPath(), new RelayPath(), new SimPath()),
                Map.of(),
                Path.of(""),
                Clock.systemUTC(),
                false);
        int status = new Program(kit, new Streams(InputStream.nullInputStream(), out, out)).run(words);
        return new Run(shown.toString(StandardCharsets.UTF_8), status);
    }

    private static boolean holdsWhenNothingComes(Step step) {
        return step.expectation().check(List.of(), 0, Captures.NONE) instanceof Check.Holds;
    }
}
