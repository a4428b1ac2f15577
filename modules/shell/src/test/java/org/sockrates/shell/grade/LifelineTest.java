package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifelineTest {
    /** Starts what runs a shell's script, says that it did, and waits for what never comes. */
    static final class Grader {
        private Grader() {}

        public static void main(String[] script) throws IOException {
            RunningProgram.start(List.of("sh", "-c", script[0]), new File("."), true, Map.of());
            System.out.println("started");
            System.in.read();
        }
    }

    @TempDir
    private Path folder;

    private Process grader(String script) throws IOException {
        Process grader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Grader.class.getName(),
                        script)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = grader.inputReader();
        assertThat(said.readLine()).isEqualTo("started");
        return grader;
    }

    private long programs() {
        return TestProcesses.startedWith(folder.resolve("program"));
    }

    /** Known by its last word. */
    private String program() {
        return "sh -c 'while :; do sleep 0.1; done' " + folder.resolve("program");
    }

    @Test
    void whatRunsInANamespaceEndsWithUsHoweverWeEnd() throws IOException, InterruptedException {
        assumeTrue(mayHaveNamespaces());
        Process grader = grader("env -i setsid " + program() + " >/dev/null & wait");
        await().until(() -> programs() == 1);
        grader.destroyForcibly();
        await().until(() -> programs() == 0);
    }

    @Test
    void nothingOfItIsLeftWhereWeEndByOurselves() throws IOException, InterruptedException {
        Process grader = grader("exit 0");
        grader.getOutputStream().close();
        assertThat(grader.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    private static boolean mayHaveNamespaces() throws IOException, InterruptedException {
        String tries = "unshare --pid --fork true || exec unshare --user --map-root-user --pid --fork true";
        return new ProcessBuilder("sh", "-c", tries).start().waitFor() == 0;
    }
}
