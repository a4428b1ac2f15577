package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.shell.job.BadFileException;

class KeptPileTest {
    @TempDir
    private Path folder;

    private final List<String> leftOut = new ArrayList<>();

    private Path handIn(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private List<Submission> all() throws IOException {
        return Submission.in(folder, leftOut::add);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aCopyIsWhatWasThereWithNobodyBesideIt() throws IOException {
        Path run = handIn("ann/src/run", "#!/bin/sh");
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx--x---"));
        Files.setLastModifiedTime(run, FileTime.fromMillis(1_000_000));
        Files.createSymbolicLink(folder.resolve("ann/go"), Path.of("src/run"));
        handIn("bob.py", "print()");
        try (KeptPile pile = KeptPile.of(all())) {
            Files.writeString(run, "exit 1");
            Files.delete(folder.resolve("bob.py"));
            Path gone;
            try (PrivateCopy ann = pile.copy(all().get(0))) {
                gone = ann.submission().folder();
                assertThat(gone).endsWithRaw(Path.of("ann")).isDirectory();
                assertThat(names(gone.getParent())).containsExactly("ann");
                assertThat(names(gone)).containsExactly("go", "src");
                assertThat(gone.resolve("go")).isSymbolicLink().hasContent("#!/bin/sh");
                assertThat(gone.resolve("src/run")).isExecutable();
                assertThat(Files.getLastModifiedTime(gone.resolve("src/run")).toMillis())
                        .isEqualTo(1_000_000);
            }
            assertThat(gone.getParent()).doesNotExist();
            try (PrivateCopy bob = pile.copy(new Submission("bob.py", folder.resolve("bob.py")))) {
                assertThat(bob.submission().path()).hasContent("print()");
                assertThat(names(bob.submission().folder())).containsExactly("bob.py");
            }
        }
    }

    @Test
    void whatAProgramLeavesThereIsTakenAwayAndNoLinkIsFollowed() throws IOException {
        Path kept = handIn("ann/run", "");
        try (KeptPile pile = KeptPile.of(all())) {
            Path copy;
            try (PrivateCopy ann = pile.copy(all().get(0))) {
                copy = ann.submission().path();
                Path shut = Files.createDirectory(copy.resolve("shut"));
                Files.writeString(shut.resolve("file"), "");
                Files.createSymbolicLink(copy.resolve("out"), folder);
                Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r-x------"));
            }
            assertThat(Files.exists(copy.getParent(), LinkOption.NOFOLLOW_LINKS))
                    .isFalse();
            assertThat(kept).exists();
        }
    }

    /** No call takes a path of so many bytes; a program goes into one folder after the other. */
    @Test
    void foldersWithinOneAnotherAreTakenAwayHoweverManyTheyAre() throws IOException {
        handIn("ann/run", "");
        try (KeptPile pile = KeptPile.of(all())) {
            PrivateCopy ann = pile.copy(all().get(0));
            Path deep = ann.submission().path().resolve("a".repeat(200));
            Path around = deep.resolveSibling("b");
            Files.createDirectory(deep);
            for (int i = 0; i < 50; i++) {
                Files.writeString(deep.resolve("file"), "");
                Files.createDirectory(around);
                Files.move(deep, around.resolve(deep.getFileName()));
                Files.move(around, deep);
            }
            assertThat(ann.left()).isPresent();
            ann.close();
            assertThat(ann.left()).isEmpty();
            assertThat(around.getParent().getParent()).doesNotExist();
        }
    }

    @Test
    void aPipeAndALinkAreNoSubmissions() throws IOException, InterruptedException {
        handIn("ann/run", "");
        assertThat(new ProcessBuilder(
                                "mkfifo",
                                folder.resolve("pipe").toString(),
                                folder.resolve("ann/pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("gone"));
        Files.createSymbolicLink(folder.resolve("dir"), Path.of("ann"));
        Files.createSymbolicLink(folder.resolve("eve.py"), Path.of("ann/run"));
        assertThat(all()).extracting(Submission::name).containsExactly("ann");
        assertThat(leftOut)
                .containsExactlyInAnyOrder(
                        "grade: --submissions: \"pipe\": no file or folder; left out",
                        "grade: --submissions: \"nowhere\": a symbolic link; left out",
                        "grade: --submissions: \"dir\": a symbolic link; left out",
                        "grade: --submissions: \"eve.py\": a symbolic link; left out");
        try (KeptPile pile = KeptPile.of(all());
                PrivateCopy ann = pile.copy(all().get(0))) {
            assertThat(names(ann.submission().path())).containsExactly("run");
        }
    }

    @Test
    void whatIsHiddenIsLeftOutAndThatIsSaid() throws IOException {
        handIn("ann/.hidden", "");
        handIn(".bob/run", "");
        handIn(".cay", "");
        handIn("__MACOSX/run", "");
        assertThat(all()).extracting(Submission::name).containsExactly("ann");
        assertThat(leftOut)
                .containsExactlyInAnyOrder(
                        "grade: --submissions: \".bob\": hidden, with a dot before its name; left out",
                        "grade: --submissions: \".cay\": hidden, with a dot before its name; left out");
    }

    @Test
    void whatCannotBeReadIsNothingToTheOthers() throws IOException {
        handIn("ann/run", "");
        Path gone = handIn("bob.py", "");
        handIn("cay/run", "");
        List<Submission> pileOfAll = all();
        Files.delete(gone);
        try (KeptPile pile = KeptPile.of(pileOfAll);
                PrivateCopy cay = pile.copy(pileOfAll.get(2))) {
            assertThat(names(cay.submission().path())).containsExactly("run");
            assertThatThrownBy(() -> pile.copy(pileOfAll.get(1))).isInstanceOf(NoSuchFileException.class);
        }
    }

    /** The memory of a process is a file, which nobody can read from its beginning, not even root. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatCannotBeReadIsSaid() throws IOException {
        Submission memory = new Submission("bob.py", Path.of("/proc/self/mem"));
        try (KeptPile pile = KeptPile.of(List.of(memory))) {
            assertThatThrownBy(() -> pile.copy(memory))
                    .isInstanceOf(IOException.class)
                    .message()
                    .startsWith("\"/proc/")
                    .endsWith("/mem\": cannot be read");
        }
    }

    /** A program that may look at our /proc finds the file that has no name any more. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatAProgramHasChangedOfItIsNotGivenBack() throws IOException {
        handIn("ann/run", "good");
        handIn("bob/run", "work");
        try (KeptPile pile = KeptPile.of(all())) {
            Path kept;
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                kept = open.filter(each -> holds(each, "goodwork")).findFirst().orElseThrow();
            }
            try (FileChannel found = FileChannel.open(kept, StandardOpenOption.WRITE)) {
                found.write(ByteBuffer.wrap(new byte[] {'W'}), 4);
            }
            try (PrivateCopy ann = pile.copy(all().get(0))) {
                assertThat(ann.submission().path().resolve("run")).hasContent("good");
            }
            assertThatThrownBy(() -> pile.copy(all().get(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("was changed, by a program");
        }
    }

    private static boolean holds(Path descriptor, String text) {
        try {
            return Files.readSymbolicLink(descriptor).getFileName().toString().startsWith("pile")
                    && Files.readString(descriptor).equals(text);
        } catch (IOException another) {
            return false;
        }
    }

    @Test
    void aLinkToWhatOthersHandedInIsNobodysWork() throws IOException {
        Path work = handIn("ann/run", "work");
        handIn("bob/own", "");
        handIn("cay/own", "");
        handIn("dan/own", "");
        Files.createSymbolicLink(folder.resolve("bob/run"), work);
        Files.createSymbolicLink(folder.resolve("cay/others"), Path.of("..", "ann"));
        Files.createSymbolicLink(folder.resolve("dan/run"), Path.of("own"));
        Path shell = Files.createSymbolicLink(folder.resolve("dan/sh"), Path.of("/bin/sh"));
        try (KeptPile pile = KeptPile.of(all())) {
            assertThatThrownBy(() -> pile.copy(all().get(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "\"run\": a symbolic link to what others have handed in (expected: a file of one's own)");
            assertThatThrownBy(() -> pile.copy(all().get(2)))
                    .isInstanceOf(IOException.class)
                    .message()
                    .startsWith("\"others\": a symbolic link");
            try (PrivateCopy dan = pile.copy(all().get(3))) {
                assertThat(names(dan.submission().path())).containsExactly("own", "run", "sh");
            }
        } finally {
            Files.delete(shell); // JUnit warns of a link that leads out
        }
    }

    @Test
    void aCopyTakesTheRoomOfOneSubmission() throws IOException {
        handIn("ann/a", "12345");
        handIn("bob.py", "1234567");
        try (KeptPile pile = KeptPile.of(all())) {
            assertThat(all()).extracting(pile::copyBytes).containsExactly(2 * 4096L + 5, 4096L + 7);
            assertThat(all()).extracting(pile::room).containsOnly("");
        }
    }

    @Test
    void itIsBounded() throws IOException {
        handIn("ann/a", "12345");
        handIn("bob/b", "12345");
        KeptPile.of(all(), 10).close();
        assertThatThrownBy(() -> KeptPile.of(all(), 9))
                .isInstanceOf(BadFileException.class)
                .hasMessageStartingWith(
                        "grade: --submissions: \"bob\": with those before it more than 9 bytes (expected: ");
    }
}
