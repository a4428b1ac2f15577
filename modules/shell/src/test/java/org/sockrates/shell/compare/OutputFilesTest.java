package org.sockrates.shell.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Shown;
import org.sockrates.shell.WithFolder;

/** Files for results that cannot be written: nothing is measured, no lab is run, and no empty file stays behind. */
class OutputFilesTest extends WithFolder {
    private static final int UNWRITABLE = 74;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("a.lab"), "> use tcp\n");
        Files.writeString(folder.resolve("old"), "precious");
    }

    @ParameterizedTest
    @CsvSource({
        "compare refused --csv new --html old, compare: --html",
        "run a.lab --junit new --tap old, run: --tap",
        "sim sweep --csv old, sim sweep: --csv",
        "rdt check rdt-gbn --lab old, rdt check: --lab",
        "record old a.lab, record"
    })
    void aFileThatExistsIsKeptAndTheNewOneBesideItIsTakenAway(String line, String where) throws IOException {
        typing.type(line)
                .fails(
                        where + ": " + folder + "/old: exists (expected: a new file); overwrite it with --force",
                        UNWRITABLE);
        assertThat(files()).containsExactly("a.lab", "old");
        assertThat(folder.resolve("old")).hasContent("precious");
    }

    @ParameterizedTest
    @CsvSource({
        "compare refused --csv new --html ./new, compare: --html",
        "compare refused --csv new --html ./new --force, compare: --html",
        "run a.lab --junit new --tap ./new --force, run: --tap"
    })
    void twoResultsDoNotShareAFile(String line, String where) throws IOException {
        typing.type(line).fails(where + ": \"./new\" (expected: a file that no other option names)", 2);
        assertThat(files()).containsExactly("a.lab", "old");
    }

    @ParameterizedTest
    @CsvSource({"compare refused --csv ., compare: --csv", "run a.lab --gradescope ., run: --gradescope"})
    void aFolderIsNoFile(String line, String where) {
        typing.type(line)
                .fails(where + ": " + folder + "/.: is a directory (expected: a file); name a file in it", UNWRITABLE);
    }

    @ParameterizedTest
    @CsvSource({"compare refused --csv '', compare: --csv", "run a.lab --junit '', run: --junit"})
    void anEmptyNameIsNone(String line, String where) {
        typing.type(line.replace("''", "\"\"")).fails(where + ": \"\": no file name", 3);
    }

    @Test
    void standardOutputIsNoFile() {
        typing.type("run a.lab --junit -")
                .fails(
                        "run: --junit: \"-\": no file name"
                                + " (expected: a file; what is shown goes to standard output anyway)",
                        3);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        typing.type("compare refused --html none/x.html")
                .fails(
                        "compare: --html: " + folder
                                + "/none/x.html: cannot be written (expected: a file in a folder you may write)",
                        UNWRITABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "compare refused --csv old --html none/x --force, 74",
        "run a.lab --tap old --junit none/x --force, 74",
        "rdt check rdt-gbn --seeds 3 --lab old --force, 0"
    })
    void whereNothingIsWrittenAnEarlierResultIsKept(String line, int status) throws IOException {
        typing.type(line).ends(status);
        assertThat(files()).containsExactly("a.lab", "old");
        assertThat(folder.resolve("old")).hasContent("precious");
    }

    @Test
    void forcedTheyAreOverwritten() throws IOException {
        typing.type("run a.lab --tap old --force").ends(0);
        assertThat(folder.resolve("old")).content().startsWith("TAP version 14");
        typing.type("compare refused --quick --transports udp --csv old --force")
                .ends(0);
        assertThat(folder.resolve("old")).content().startsWith("experiment,metric,");
    }

    @ParameterizedTest
    @CsvSource({
        "run a.lab --junit /dev/full --force, run: --junit",
        "run a.lab --tap /dev/full --force, run: --tap",
        "run a.lab --gradescope /dev/full --force, run: --gradescope",
        "compare refused --quick --transports udp --html /dev/full --force, compare: --html"
    })
    void aFullDiskIsNoSuccess(String line, String where) {
        assumeTrue(Files.isWritable(Path.of("/dev/full")));
        typing.type(line).ends(UNWRITABLE);
        assertThat(typing.ear().troubles())
                .containsExactly(where + ": /dev/full: No space left on device (expected: all of it written);"
                        + " what is there is incomplete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run a.lab --json --junit /dev/full --tap new --force",
                "compare refused --quick --transports udp --json --html /dev/full --csv new --force",
                "sim sweep rdt-sw --loss 1% --window 1 --count 5 --repeat 1 --json --csv /dev/full --force",
                "record /dev/full a.lab --json --force"
            })
    void whatWasFoundOutIsToldThoughAFileCannotBeWritten(String line) throws IOException {
        assumeTrue(Files.isWritable(Path.of("/dev/full")));
        Shown shown = typing.type(line).ends(UNWRITABLE);
        assertThat(shown.documents()).hasSize(1);
        assertThat(shown.troubles()).singleElement().asString().contains("/dev/full: No space left on device");
        if (line.contains("new")) {
            assertThat(folder.resolve("new"))
                    .as("another is written all the same")
                    .isNotEmptyFile();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
