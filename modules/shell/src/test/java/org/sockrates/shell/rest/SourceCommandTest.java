package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.lab.document.LabFolder;
import org.sockrates.shell.WithFolder;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.session.SessionFiles;

class SourceCommandTest extends WithFolder {
    private void file(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void runsTheLinesInThisSession() throws IOException {
        file("hello.sock", "# makes a door", "socket --as door", "", "close door");
        typing.type("source hello.sock")
                .shows("socket(AF_INET, SOCK_STREAM, 0) = 3 (door)", "close(3) = 0")
                .ends(0);
    }

    @Test
    void goesOnBehindAFailureAndHasTheStatusOfTheLastLine() throws IOException {
        file("bad.sock", "sokcet", "close 9", "socket");
        var shown = typing.type("source bad.sock").ends(0);
        assertThat(shown.troubles()).containsExactly("bad.sock:1: command: \"sokcet\" (expected: socket?)");
        assertThat(shown.lines()).last().isEqualTo("socket(AF_INET, SOCK_STREAM, 0) = 3");
        file("last.sock", "socket", "close 9");
        typing.type("source last.sock").ends(4);
    }

    @Test
    void aProgramGetsOneDocument() throws IOException {
        file("hello.sock", "socket --as door", "close 9");
        assertThat(typing.type("source hello.sock --json").ends(4).json())
                .containsEntry("file", "hello.sock")
                .containsEntry("status", 4)
                .containsEntry(
                        "lines",
                        List.of(
                                "socket(AF_INET, SOCK_STREAM, 0) = 3 (door)",
                                "close(9) = -1 EBADF (Bad file descriptor)",
                                "  no socket has the number 9; see  status"));
    }

    @Test
    void aFileDoesNotRunItself() throws IOException {
        file("self.sock", "source self.sock", "socket");
        var shown = typing.type("source self.sock").ends(0);
        assertThat(shown.troubles())
                .containsExactly("self.sock:1: source: \"self.sock\": runs already; a file must not run itself");
        assertThat(shown.lines()).containsExactly("socket(AF_INET, SOCK_STREAM, 0) = 3");
        file("ping.sock", "source pong.sock");
        file("pong.sock", "source ping.sock");
        assertThat(typing.type("source ping.sock").ends(3).troubles())
                .containsExactly(
                        "ping.sock:1: pong.sock:1: source: \"ping.sock\": runs already; a file must not run itself");
        typing.type("source self.sock").ends(0);
    }

    @Test
    void aFileDoesNotRunItselfByAnotherName() throws IOException {
        file("self.sock", "source ./self.sock", "source link.sock");
        Files.createSymbolicLink(folder.resolve("link.sock"), folder.resolve("self.sock"));
        assertThat(typing.type("source self.sock").ends(3).troubles())
                .containsExactly(
                        "self.sock:1: source: \"./self.sock\": runs already; a file must not run itself",
                        "self.sock:2: source: \"link.sock\": runs already; a file must not run itself");
    }

    @Test
    void onlyPlainFilesOfModestSizeAreRun() throws Exception {
        Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
        assertThat(made.waitFor()).isZero();
        typing.type("source pipe")
                .fails("source: \"pipe\": no plain file (expected: a file, not a folder, pipe or device)", 3);
        typing.type("source .")
                .fails("source: \".\": no plain file (expected: a file, not a folder, pipe or device)", 3);
        typing.type("source missing.sock").fails("source: \"missing.sock\": no such file", 3);
        Files.write(folder.resolve("big"), new byte[(1 << 20) + 1]);
        typing.type("source big").fails("source: \"big\": 1048577 bytes (expected: at most 1048576)", 3);
    }

    @Test
    void whatOnlyAPersonMayTypeIsRefusedInAFile() throws IOException {
        file("open.sock", "server any 0 --allow-remote");
        assertThat(typing.type("source open.sock").ends(2).troubles())
                .containsExactly(
                        "open.sock:1: server: --allow-remote in a script or lab (expected: typed by a person)");
    }

    @Test
    void theLinesOfALabsFileAreTheLabs() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("lab"));
        file("secret.txt", "secret");
        Files.write(inside.resolve("leak.sock"), List.of("source ../secret.txt"));
        typing.session().labFiles(SessionFiles.of(LabFolder.of(inside.resolve("a.lab"))));
        assertThat(typing.type("source leak.sock", Origin.LAB).ends(3).troubles())
                .containsExactly(
                        "leak.sock:1: source: \"../secret.txt\": leads out with .. (expected: a path inside the lab's folder)");
    }

    @Test
    void exitLeavesTheRestUnread() throws IOException {
        file("exit.sock", "socket", "exit", "socket");
        typing.type("source exit.sock").shows("socket(AF_INET, SOCK_STREAM, 0) = 3");
        assertThat(typing.interpreter().leaving()).isTrue();
    }

    @Test
    void needsAFile() {
        typing.type("source").refuses("source: too few words (expected: FILE); see  help source");
        typing.type("source a b").refuses("source: \"b\" (expected: nothing more; see  help source)");
    }

    @Test
    void aProgramIsToldHowManyLinesAreNotIn() throws IOException {
        Files.writeString(folder.resolve("long.sock"), "explain slow start\n".repeat(3_000));
        assertThat(typing.type("source long.sock --json").first()).endsWith(" 5000 more lines left out\"]}");
    }
}
