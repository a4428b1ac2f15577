package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.lab.document.LabFolder;
import org.sockrates.shell.job.BadFileException;

class SessionFilesTest {
    @TempDir
    private Path root;

    private Path folder;
    private SessionFiles anywhere;
    private SessionFiles within;

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectory(root.resolve("lab"));
        anywhere = SessionFiles.anywhere(folder);
        within = SessionFiles.of(LabFolder.of(folder.resolve("a.lab")));
        Files.writeString(root.resolve("secret"), "outside");
        Files.writeString(folder.resolve("letter"), "inside");
        Files.createDirectory(folder.resolve("drawer"));
        Files.createSymbolicLink(folder.resolve("alias"), Path.of("letter"));
        Files.createSymbolicLink(folder.resolve("tunnel"), root.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("gone"));
    }

    @Test
    void aPersonReadsAnyPlainFile() throws IOException {
        assertThat(anywhere.read("letter")).asString().isEqualTo("inside");
        assertThat(anywhere.read("../secret")).asString().isEqualTo("outside");
        assertThat(anywhere.read(root.resolve("secret").toString())).asString().isEqualTo("outside");
        assertThat(anywhere.read("tunnel")).asString().isEqualTo("outside");
        assertThat(anywhere.folder()).isEqualTo(folder);
    }

    @Test
    void aLabReadsItsOwnFolder() throws IOException {
        assertThat(within.read("letter")).asString().isEqualTo("inside");
        assertThat(within.read("./letter")).asString().isEqualTo("inside");
        assertThat(within.read("alias")).asString().isEqualTo("inside");
        assertThat(within.isThere("alias")).isTrue();
        assertThat(within.isThere("tunnel")).isFalse();
        assertThat(within.isThere("drawer")).isFalse();
    }

    @Test
    void aLabReadsWhatWasThereWhenItWasRead() throws IOException {
        LabFolder lab = LabFolder.of(folder.resolve("a.lab"));
        lab.keep("letter", 100);
        SessionFiles kept = SessionFiles.of(lab);
        Files.writeString(folder.resolve("letter"), "INSIDE");
        assertThat(kept.read("letter")).asString().isEqualTo("inside");
        assertThat(kept.read("./letter")).asString().isEqualTo("INSIDE"); // another name was not kept
        Files.delete(folder.resolve("letter"));
        kept.read("letter")[0] = '?';
        assertThat(kept.read("letter")).asString().isEqualTo("inside");
        assertThat(kept.isThere("letter")).isTrue();
        assertThat(kept.isThere("./letter")).isFalse();
        assertThatThrownBy(() -> kept.read("source", "letter", 5)).isInstanceOf(BadFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret", "drawer/../../secret", "tunnel", "up/secret", "/etc/passwd", "./drawer/../letter"})
    void aLabReadsNothingElse(String name) {
        assertThatThrownBy(() -> within.read(name))
                .isInstanceOf(BadFileException.class)
                .hasMessageStartingWith("payload: \"" + name + "\": ")
                .hasMessageEndingWith(" (expected: a path inside the lab's folder)");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThatThrownBy(() -> anywhere.read("gone")).hasMessage("payload: \"gone\": no such file");
        assertThatThrownBy(() -> anywhere.read("loop")).hasMessage("payload: \"loop\": cannot be reached");
        assertThatThrownBy(() -> within.read("dangling"))
                .hasMessage("payload: \"dangling\": no such file (expected: a path inside the lab's folder)");
        assertThatThrownBy(() -> anywhere.read("a\0b")).hasMessage("payload: \"a\\0b\": no file name");
        assertThatThrownBy(() -> anywhere.read("drawer"))
                .hasMessage("payload: \"drawer\": no plain file (expected: a file, not a folder, pipe or device)");
        assertThatThrownBy(() -> anywhere.plain("source", "letter", 5))
                .hasMessage("source: \"letter\": 6 bytes (expected: at most 5)");
        assertThatThrownBy(() -> anywhere.read("letter/page")).isInstanceOf(BadFileException.class);
    }

    @Test
    void writesWhereItMay() throws IOException {
        assertThat(anywhere.writable("capture", "../new")).isEqualTo(folder.resolve("../new"));
        assertThat(within.writable("capture", "drawer/new"))
                .isEqualTo(folder.toRealPath().resolve("drawer/new"));
        assertThatThrownBy(() -> within.writable("capture", "../new"))
                .hasMessage("capture: \"../new\": leads out with .. (expected: a path inside the lab's folder)");
        assertThatThrownBy(() -> within.writable("capture", "up/new")).isInstanceOf(BadFileException.class);
        assertThatThrownBy(() -> within.writable("capture", "/tmp/new")).isInstanceOf(BadFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alias", "dangling", "tunnel"})
    void aLabWritesThroughNoLink(String link) {
        assertThatThrownBy(() -> within.writable("capture", link))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("a symbolic link");
    }
}
