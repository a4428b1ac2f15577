package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** A class that the rehearsal did not load is not in the archive, and a start takes longer by it. */
@Tag("program")
class RehearsalTest {
    /** Of a lab's classes, those that only some lines of it need. */
    private static final int SELDOM = 10;

    @TempDir
    private Path folder;

    @Test
    void whatALabTakesIsRehearsed() throws IOException, InterruptedException {
        Set<String> rehearsed = loaded("org.sockrates.app.Rehearsal");
        Set<String> missing = loaded("org.sockrates.app.Main", "run", firstLab());
        assertThat(missing).contains("org.sockrates.lab.run.LabRunner");
        missing.removeAll(rehearsed);
        assertThat(missing).hasSizeLessThanOrEqualTo(SELDOM);
    }

    private static String firstLab() throws IOException {
        try (Stream<Path> labs = Files.list(Tools.root().resolve("scripts/labs"))) {
            return labs.map(Path::toString)
                    .filter(lab -> lab.contains("/01-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Our classes, and those of the libraries in our jar. */
    private Set<String> loaded(String... words) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "classes", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load=info:file=" + log,
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                Tools.root().resolve("modules/app/target/sockrates.jar").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectInput(Path.of("/dev/null").toFile());
        Ended ended = Started.start(builder, folder).ended();
        assertThat(ended.status()).as("%s", ended).isZero();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("sockrates.jar") && !line.contains("$$"))
                    .map(line -> line.replaceFirst("^.*\\] (\\S+) source:.*$", "$1"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
