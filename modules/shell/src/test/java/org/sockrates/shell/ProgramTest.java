package org.sockrates.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with words and with a pipe; with a terminal it is the editor, which has tests of its own. */
class ProgramTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Kit kit = Typing.kit(Path.of(""));

    @BeforeEach
    void open() {
        kit = Typing.kit(folder);
    }

    private int run(String typed, OutputStream shown, String... words) {
        return run(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), shown, words);
    }

    private int run(InputStream in, OutputStream shown, String... words) {
        Streams streams = new Streams(
                in,
                new PrintStream(shown, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Program(kit, streams).run(words);
    }

    private List<String> out() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> err() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void runsTheCommandOfItsWords() {
        assertThat(run("", out, "socket", "udp", "--as", "door")).isZero();
        assertThat(out()).containsExactly("socket(AF_INET, SOCK_DGRAM, 0) = 3 (door)");
        assertThat(err()).containsExactly("the sockets of this one command have ended with it; for more:  sockrates");
    }

    @Test
    void whoWaitsAtATerminalSeesHowFarAComparisonHasComeAndNobodyElse() {
        assertThat(run("", out, "compare", "boundaries", "--quick")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\r");

        kit = new Kit(kit.transports(), kit.paths(), kit.environment(), folder, Typing.NOON, true);
        out.reset();
        assertThat(run("", out, "compare", "boundaries", "--quick")).isZero();
        String first = "boundaries: tcp, 1 of 2";
        String wiped = "\r" + " ".repeat(first.length()) + "\r";
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\n\r" + first + "\rboundaries: udp, 2 of 2" + wiped + "boundaries: ")
                .doesNotContain(wiped + wiped);
        assertThat(err()).isEmpty();

        out.reset();
        assertThat(run("", out, "compare", "boundaries", "--quick", "--json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\r");
    }

    @Test
    void saysWhatWasNotUnderstood() {
        assertThat(run("", out, "sokcet")).isEqualTo(2);
        assertThat(run("", out, "bind", "0")).isEqualTo(2);
        assertThat(err())
                .containsExactly(
                        "command: \"sokcet\" (expected: socket?)", "bind: there is no socket yet; make one:  socket");
        assertThat(out()).isEmpty();
    }

    @Test
    void aWordIsNotSplitAgain() {
        assertThat(run("", out, "socket", "--as", "a b")).isEqualTo(2);
        assertThat(run("", out, "explain", "EPIPE # &")).isEqualTo(2);
        assertThat(err()).first().asString().startsWith("socket: --as: \"a b\" (expected: ");
    }

    @Test
    void runsTheLinesOfAPipe() {
        String talk = "\ufeffsocket udp --as a\r\nbind a 0\nsendto a a hi\n# the end\nsokcet\nrecvfrom a &\nclose a";
        assertThat(run(talk, out)).isZero();
        assertThat(out()).startsWith("socket(AF_INET, SOCK_DGRAM, 0) = 3 (a)").endsWith("close(3) = 0");
        assertThat(err())
                .contains("stdin:5: command: \"sokcet\" (expected: socket?)")
                .contains("<... recvfrom resumed>) = -1 EBADF (Bad file descriptor)");
    }

    @Test
    void saysThatItIsThePipeThatCannotBeRead() {
        InputStream folder = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Is a directory");
            }
        };
        assertThat(run(folder, out)).isEqualTo(3);
        assertThat(err()).containsExactly("stdin: Is a directory");
    }

    @Test
    void endsWithTheStatusOfTheLastLine() {
        assertThat(run("socket\nclose 9\n", out)).isEqualTo(4);
        assertThat(run("", out)).isZero();
        assertThat(run("exit\nclose 9", out)).isZero();
    }

    @Test
    void readsFilesWhereItWasStarted() throws IOException {
        Files.writeString(folder.resolve("talk"), "socket\nclose 9\n");
        assertThat(run("", out, "source", "talk")).isEqualTo(4);
        assertThat(out()).first().isEqualTo("socket(AF_INET, SOCK_STREAM, 0) = 3");
    }

    @Test
    void leavesAnOutputThatCannotBeWrittenToWhoeverOpenedIt() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThat(run("", full, "help")).isZero();
    }
}
