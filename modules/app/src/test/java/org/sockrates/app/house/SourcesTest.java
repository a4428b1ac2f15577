package org.sockrates.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the sources as they are written. */
class SourcesTest {
    private static final int MOST_LINES = 300;

    @Test
    void noFileIsLongerThanOneIdea() {
        assertThat(allSources())
                .filteredOn(source -> source.lines().size() > MOST_LINES)
                .extracting(source -> source.name() + ": " + source.lines().size() + " lines")
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatLivesInItAndRefusesNull() {
        List<Source> sources = Source.shipped();
        TreeSet<String> packages = sources.stream().map(Source::folder).collect(Collectors.toCollection(TreeSet::new));
        List<String> told = sources.stream()
                .filter(source -> source.fileName().equals("package-info.java"))
                .filter(source -> source.has("@NullMarked") && source.has("/**"))
                .map(Source::folder)
                .toList();
        assertThat(packages).hasSizeGreaterThan(10);
        assertThat(told).containsExactlyInAnyOrderElementsOf(packages);
    }

    /** In a comment, or, where it is a command, on its help page. */
    @Test
    void everyPublicTypeSaysWhatItIs() {
        List<Source> types = Source.shipped().stream()
                .filter(source -> source.lines().stream().anyMatch(SourcesTest::isPublicType))
                .toList();
        assertThat(types).hasSizeGreaterThan(400);
        assertThat(types)
                .filteredOn(source -> source.lines().stream()
                        .takeWhile(line -> !isPublicType(line))
                        .noneMatch(line -> line.startsWith("/**") || line.startsWith("@Parameters(")))
                .extracting(Source::name)
                .isEmpty();
    }

    private static boolean isPublicType(String line) {
        return line.matches("public (\\w+ |non-sealed )*(class|interface|record|enum|@interface) .*");
    }

    @Test
    void noTestSleeps() {
        assertThat(Source.tests())
                .filteredOn(source -> !source.fileName().equals("SourcesTest.java"))
                .filteredOn(source -> !source.fileName().equals("HandedOverTest.java"))
                .filteredOn(source -> source.has("Thread.sleep(") || source.has("SECONDS.sleep("))
                .extracting(Source::name)
                .isEmpty();
    }

    private static List<Source> allSources() {
        return Stream.concat(Source.shipped().stream(), Source.tests().stream()).toList();
    }
}
