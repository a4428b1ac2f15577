package org.sockrates.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputFileTest {
    @TempDir
    Path folder;

    @Test
    void newFilesAreWritten() throws IOException {
        Path file = folder.resolve("results.tap");
        try (OutputStream out = OutputFile.open("run: --tap", file, false)) {
            out.write('x');
        }
        assertThat(file).hasContent("x");
    }

    @Test
    void filesThatExistAreKeptUnlessForced() throws IOException {
        Path file = Files.writeString(folder.resolve("results.tap"), "precious");
        assertThatThrownBy(() -> OutputFile.open("run: --tap", file, false))
                .hasMessage("run: --tap: " + file + ": exists (expected: a new file); overwrite it with --force");
        assertThat(file).hasContent("precious");
        try (OutputStream out = OutputFile.open("run: --tap", file, true)) {
            out.write('x');
        }
        assertThat(file).hasContent("x");
    }

    @Test
    void aFileThatExistsIsEmptiedByTheFirstByteAndByNothingBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("results.tap"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        try (OutputStream out = OutputFile.open("run: --tap", link, true)) {
            out.write(new byte[0]);
            out.flush();
            assertThat(file).hasContent("precious");
            out.write('x');
            out.flush();
            assertThat(file).hasContent("x");
            out.write('y');
        }
        assertThat(file).hasContent("xy");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aPipeIsRefusedSinceNothingEndsTheWaitForItsReader() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        for (boolean force : new boolean[] {false, true}) {
            assertThatThrownBy(() -> OutputFile.open("run: --tap", pipe, force))
                    .hasMessage("run: --tap: " + pipe + ": is a pipe, and nobody may ever read it (expected: a file)");
        }
        Path written = Files.writeString(folder.resolve("results.tap"), "");
        Path open = Files.createSymbolicLink(folder.resolve("open"), written);
        OutputFile.open("run: --tap", open, true).close(); // as /dev/stdout, which links to what is open
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        assertThatThrownBy(() -> OutputFile.open("run: --tap", folder, true))
                .hasMessage("run: --tap: " + folder + ": is a directory (expected: a file); name a file in it");
        Path nowhere = folder.resolve("none/results.tap");
        assertThatThrownBy(() -> OutputFile.open("run: --tap", nowhere, true))
                .hasMessage(
                        "run: --tap: " + nowhere + ": cannot be written (expected: a file in a folder you may write)");
    }

    @Test
    void aNewFileThatNothingWasWrittenToIsTakenAway() throws IOException {
        Path file = folder.resolve("results.tap");
        OutputFile.open("run: --tap", file, false).close();
        assertThat(file).doesNotExist();
        Files.writeString(file, "of another");
        OutputFile.open("run: --tap", file, true).close();
        assertThat(file).as("not ours to delete").hasContent("of another");
    }

    @Test
    void whatIsTakenAwayIsGoneWhateverWasInIt() throws IOException {
        Path earlier = Files.writeString(folder.resolve("earlier.json"), "of an earlier run");
        OutputFile.open("run: --tap", earlier, true).takeAway();
        assertThat(earlier).doesNotExist();
        Path written = folder.resolve("written.json");
        OutputFile out = OutputFile.open("run: --tap", written, false);
        out.write('x');
        out.takeAway();
        out.close();
        assertThat(written).doesNotExist();
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Files.writeString(earlier, "earlier"));
        OutputFile linked = OutputFile.open("run: --tap", link, true);
        linked.write('x');
        linked.takeAway();
        linked.close();
        assertThat(link).isSymbolicLink();
        assertThat(earlier).isEmptyFile();
        OutputFile another = OutputFile.open("run: --tap", written, false);
        Files.delete(written);
        Files.createDirectory(written);
        another.takeAway();
        assertThat(written).as("not ours").isDirectory();
        Files.delete(written);
        OutputFile hindered = OutputFile.open("run: --tap", written, false);
        Files.delete(written);
        Files.createDirectory(written);
        assertThatThrownBy(() -> hindered.write('x'))
                .isInstanceOf(UnwritableException.class)
                .hasMessage("run: --tap: " + written + ": was taken away or changed by somebody else"
                        + " (expected: what was written); it cannot be written anew there");
        assertThat(written).as("nor to be written over").isDirectory();
    }

    @Test
    void aFullDiskIsSaidWithTheFile() {
        assumeTrue(Files.isWritable(Path.of("/dev/full")));
        assertThatThrownBy(() -> {
                    try (OutputStream out = OutputFile.open("run: --tap", Path.of("/dev/full"), true)) {
                        out.write("x".getBytes(StandardCharsets.UTF_8));
                    }
                })
                .isInstanceOf(UnwritableException.class)
                .hasMessage("run: --tap: /dev/full: No space left on device (expected: all of it written);"
                        + " what is there is incomplete");
    }

    @Test
    void whatSomebodyElsePutInItsPlaceIsNotTakenAway() throws IOException {
        Path file = folder.resolve("results.tap");
        OutputFile out = OutputFile.open("run: --tap", file, false);
        Path other = Files.writeString(folder.resolve("other"), "precious");
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        out.close();
        assertThat(file).hasContent("precious");
    }

    @Test
    void whereNothingIsToBeThereWhatSomebodyElsePutThereGoesToo() throws IOException {
        Path file = folder.resolve("results.json");
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        for (boolean link : new boolean[] {false, true}) {
            OutputFile out = OutputFile.open("run: --gradescope", file, false);
            Files.delete(file);
            if (link) {
                Files.createSymbolicLink(file, precious);
            } else {
                Files.writeString(file, "{\"score\": 100}");
            }
            assertThatThrownBy(out::takeAway)
                    .isInstanceOf(UnwritableException.class)
                    .hasMessage("run: --gradescope: " + file
                            + ": somebody else had put it there (expected: no such file); it was taken away");
            assertThat(Files.exists(file, LinkOption.NOFOLLOW_LINKS)).isFalse();
        }
        assertThat(precious).hasContent("precious");
    }

    /** As by a program that is graded, and would rather have other points. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatSomebodyElsePutThereMeanwhileGivesWayToWhatIsWritten(boolean force) throws IOException {
        Path file = folder.resolve("results.json");
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        if (force) {
            Files.writeString(file, "earlier");
        }
        OutputFile out = OutputFile.open("run: --gradescope", file, force);
        Files.delete(file);
        Files.createSymbolicLink(file, precious);
        try (out) {
            out.write("score".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(file).isRegularFile().hasContent("score");
        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(precious).hasContent("precious");
        assertThatThrownBy(out::requireUntouched)
                .isInstanceOf(UnwritableException.class)
                .hasMessage("run: --gradescope: " + file + ": was taken away or changed by somebody else"
                        + " (expected: what was written); it was written anew");
    }

    @Test
    void whatSomebodyElseWroteIntoItBeforeIsNotLeftBehindWhatIsWritten() throws IOException {
        Path file = folder.resolve("results.json");
        OutputFile out = OutputFile.open("run: --gradescope", file, false);
        Files.writeString(file, "more than is written");
        try (out) {
            out.write("score".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(file).hasContent("score");
    }

    @Test
    void whoEndsInTheMiddleOfTheWorkLeavesNoEmptyFile() throws IOException, InterruptedException {
        Path empty = folder.resolve("empty");
        Path begun = folder.resolve("begun");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndsEarly.class.getName(),
                        empty.toString(),
                        begun.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(empty).doesNotExist();
        assertThat(begun).hasContent("x");
    }
}
