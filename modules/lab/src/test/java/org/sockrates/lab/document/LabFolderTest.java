package org.sockrates.lab.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.lab.document.LabFolder.RefusedException;

final class LabFolderTest {
    @TempDir
    Path outside;

    private Path inside;
    private LabFolder folder;

    @BeforeEach
    void setUp() throws IOException {
        inside = Files.createDirectories(outside.resolve("labs/data")).getParent();
        Files.writeString(inside.resolve("data/hello.txt"), "hello");
        Files.writeString(outside.resolve("secret.txt"), "secret");
        folder = LabFolder.of(inside.resolve("a.lab"));
    }

    @Test
    void filesInsideMayBeRead() throws IOException {
        Path real = inside.resolve("data/hello.txt").toRealPath();
        assertThat(folder.toRead("data/hello.txt")).isEqualTo(real);
        assertThat(folder.toRead("./data/./hello.txt")).isEqualTo(real);
        Files.createSymbolicLink(inside.resolve("link"), inside.resolve("data/hello.txt"));
        assertThat(folder.toRead("link")).isEqualTo(real);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../secret.txt|leads out with ..",
                "data/../../secret.txt|leads out with ..",
                "data/../data/hello.txt|leads out with ..",
                "..|leads out with ..",
                "data\\..\\..\\secret.txt|leads out with ..",
                "/etc/passwd|absolute",
                "\\\\server\\share|absolute",
                "C:\\secret.txt|absolute",
                "c:secret.txt|absolute",
                "~/secret.txt|absolute",
            })
    void pathsThatLeadOutAreRefused(String path, String why) {
        String message = path + ": " + why + " (expected: a path inside the lab's folder)";
        assertThatThrownBy(() -> folder.toRead(path))
                .isInstanceOf(RefusedException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> folder.toWrite(path))
                .isInstanceOf(RefusedException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> folder.check(path))
                .isInstanceOf(RefusedException.class)
                .hasMessage(message);
    }

    @Test
    void symbolicLinksThatLeadOutAreRefused() throws IOException {
        Files.createSymbolicLink(inside.resolve("file"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(inside.resolve("folder"), outside);
        assertThatThrownBy(() -> folder.toRead("file")).hasMessageContaining("leads out through a symbolic link");
        assertThatThrownBy(() -> folder.toRead("folder/secret.txt"))
                .hasMessageContaining("leads out through a symbolic link");
        assertThatThrownBy(() -> folder.toWrite("folder/new.txt"))
                .hasMessageContaining("leads out through a symbolic link");
        assertThatThrownBy(() -> folder.toWrite("file")).hasMessageContaining("a symbolic link");
    }

    /** A stranger's lab may lie in somebody's home. */
    @ParameterizedTest
    @ValueSource(strings = {".bashrc", ".ssh/id_rsa", "data/.git/config", ".ssh\\id_rsa", "..."})
    void whatIsHiddenIsNoLabs(String path) throws IOException {
        Files.createDirectories(inside.resolve(".ssh"));
        Files.createDirectories(inside.resolve("data/.git"));
        Files.writeString(inside.resolve(path), "mine");
        String message = path + ": hidden (expected: names without a dot before them)";
        assertThatThrownBy(() -> folder.toRead(path)).hasMessage(message);
        assertThatThrownBy(() -> folder.keep(path, 100)).hasMessage(message);
        assertThatThrownBy(() -> folder.toWrite(path)).hasMessage(message);
        assertThatThrownBy(() -> folder.check(path)).hasMessage(message);
    }

    @Test
    void aLinkLeadsToNothingHidden() throws IOException {
        Files.writeString(inside.resolve(".netrc"), "mine");
        Files.createSymbolicLink(inside.resolve("link"), inside.resolve(".netrc"));
        assertThatThrownBy(() -> folder.toRead("link")).hasMessageContaining("link: hidden");
    }

    @Test
    void theFolderItselfMayBeHidden() throws IOException {
        Files.createDirectories(outside.resolve(".labs"));
        Files.writeString(outside.resolve(".labs/hello.txt"), "hello");
        assertThat(LabFolder.of(outside.resolve(".labs/a.lab")).toRead("hello.txt"))
                .hasContent("hello");
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThatThrownBy(() -> folder.toRead("none.txt")).hasMessageContaining("no such file");
        assertThatThrownBy(() -> folder.toRead("data")).hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> folder.toRead("")).hasMessageContaining("path: empty");
        assertThatThrownBy(() -> folder.toRead("  ")).hasMessageContaining("path: empty");
        assertThatThrownBy(() -> folder.toRead("a\0b")).hasMessageContaining("not a path");
        assertThatThrownBy(() -> folder.toWrite("none/new.txt")).hasMessageContaining("no such folder");
    }

    @Test
    void newFilesMayBeWrittenInside() throws IOException {
        assertThat(folder.toWrite("data/new.txt")).isEqualTo(inside.toRealPath().resolve("data/new.txt"));
        assertThatCode(() -> folder.check("not/there/yet..txt")).doesNotThrowAnyException();
    }
}
