package org.sockrates.shell.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;

class EditorTest {
    @TempDir
    private Path folder;

    private Typing typing;

    @BeforeEach
    void open() {
        typing = Typing.in(folder);
    }

    private Keyboard keyboard() throws Exception {
        return Keyboard.at(typing, Map.of());
    }

    @Test
    void runsWhatIsTypedAndSaysGoodbye() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.line("socket --as door").sees("socket\\(AF_INET, SOCK_STREAM, 0\\) = 3 \\(door\\)");
            keyboard.line("use udp").sees("udp>");
            keyboard.line("socket").line("bind 0").line("recv &").sees("recv\\(4 <unfinished \\.\\.\\.>");
            keyboard.prompted(Keyboard.CTRL_D).sees("closing door \\(3\\), 4").sees("ending recv");
            assertThat(keyboard.ends()).isZero();
        }
    }

    @Test
    void leavesWithTheStatusOfTheLastLine() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.line("close 9").sees("close\\(9\\) = -1 EBADF .*");
            keyboard.line("").line("# nothing").prompted(Keyboard.CTRL_D);
            assertThat(keyboard.ends()).isEqualTo(4);
        }
    }

    @Test
    void saysWhatWasNotUnderstoodAndGoesOn() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.line("sokcet").sees("command: \"sokcet\" \\(expected: socket\\?\\)");
            assertThat(keyboard.screen().colour("command:")).isEqualTo(0x800);
            keyboard.line("bind").sees("bind: there is no socket yet; make one:  socket");
            keyboard.prompted(Keyboard.CTRL_D);
            assertThat(keyboard.ends()).isEqualTo(2);
        }
    }

    @Test
    void readsNothingBehindExit() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.line("exit");
            assertThat(keyboard.ends()).isZero();
            assertThat(keyboard.screen().rows()).last().isEqualTo("tcp> exit");
        }
    }

    @Test
    void ctrlCClearsTheLine() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.prompted("socket --as").sees("tcp> socket --as");
            keyboard.keys(Keyboard.CTRL_C).prompted(Keyboard.CTRL_D);
            assertThat(keyboard.ends()).isEqualTo(130);
            assertThat(typing.session().sockets().all()).isEmpty();
        }
    }

    @Test
    void aCallThatWaitsGivesThePromptBackAndCtrlCEndsOnlyIt() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.line("socket udp --as a").line("bind a 0").line("recv a &").line("socket udp --as b");
            keyboard.line("bind b 0").line("recv b").sees("recv\\(4 <unfinished \\.\\.\\.>");
            keyboard.prompted("stat").sees("tcp> stat").keys(Keyboard.CTRL_C);
            keyboard.prompted(Keyboard.CTRL_C);
            keyboard.sees("<\\.\\.\\. recv resumed>\\) = -1 EINTR \\(Interrupted system call\\)")
                    .sees("  ended by you; b \\(4\\) is as before");
            keyboard.prompted(Keyboard.CTRL_C).line("jobs").sees("\\[1] recv\\(3 <unfinished \\.\\.\\.>");
        }
    }

    @Test
    void aLabsNextLineThatWaitsGivesThePromptBackToo() throws Exception {
        Files.writeString(folder.resolve("wait.lab"), """
                udp> socket udp --as a
                ...
                udp> bind a 0
                ...
                udp> recvfrom a
                ...
                udp> status
                ...
                """);
        try (Keyboard keyboard = keyboard()) {
            keyboard.line("lab start wait.lab").line("socket udp --as a").line("bind a 0");
            keyboard.line("recvfrom a")
                    .sees("recvfrom\\(3 <unfinished \\.\\.\\.>")
                    .sees("  it waits as job 1, 5s at most; go on typing, or end it with Ctrl-C");
            keyboard.line("lab show").sees("lab: a step is at work \\(expected: its end\\); see  jobs");
            keyboard.line("status");
            typing.all("socket udp --as b", "sendto b {a} hi").ends(0);
            keyboard.sees("recvfrom\\(3, \"hi\", .*").sees("the lab is at its end; .*");
        }
    }

    @Test
    void ctrlCEndsWhatIsWatchedAndNothingBehindIt() throws Exception {
        Files.writeString(folder.resolve("talk"), "socket udp --as a\nbind a 0\nrecv a\nsocket udp --as never\n");
        try (Keyboard keyboard = keyboard()) {
            keyboard.line("source talk").sees("  the system chose port .*");
            await().until(() -> typing.session().sockets().all().get(0).user().isPresent());
            keyboard.keys(Keyboard.CTRL_C);
            keyboard.sees("recv\\(3, 65536\\) = -1 EINTR .*").sees("  ended by you; a \\(3\\) is as before");
            keyboard.line("status").sees("\\.3 a .*").prompted(Keyboard.CTRL_D);
            assertThat(keyboard.ends()).isZero();
            assertThat(typing.session().sockets().all()).hasSize(1);
        }
    }

    @Test
    void theFirstTabBehindABlankListsWhatCouldStandThere() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.prompted("use ").sees("tcp> use \\[TRANSPORT]").keys(Keyboard.TAB);
            keyboard.sees("tcp> use").sees(".*tcp .*udp .*");
            keyboard.keys("u").sees("tcp> use u").keys(Keyboard.TAB).sees("tcp> use udp");
            keyboard.keys(Keyboard.ENTER).sees("udp>");
            keyboard.prompted("help ").sees("udp> help \\[COMMAND] \\[VERB]");
        }
    }

    @Test
    void theGoodbyeOfManySocketsStaysWithinTheScreen() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            for (int i = 1; i <= 6; i++) {
                keyboard.line("socket --as a-rather-long-" + i).sees(".* \\(a-rather-long-" + i + "\\)");
            }
            keyboard.prompted(Keyboard.CTRL_D);
            assertThat(keyboard.ends()).isZero();
            assertThat(keyboard.screen().written().lines())
                    .filteredOn(line -> line.contains("-long-6 (8)"))
                    .containsExactly("        a-rather-long-4 (6), a-rather-long-5 (7), a-rather-long-6 (8)");
        }
    }

    @Test
    void newsComesAboveTheLineBeingTyped() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.line("socket udp --as a")
                    .line("bind a 0")
                    .line("recvfrom a")
                    .sees(".*<unfinished.*");
            keyboard.prompted("help soc").sees("tcp> help soc");
            typing.type("socket udp --as b").ends(0);
            typing.type("sendto b {a} \"\\x1b[2Jhi\"").ends(0);
            keyboard.sees("<\\.\\.\\. recvfrom resumed>, \"\\\\x1b\\[2Jhi\", .*");
            keyboard.sees("tcp> help soc");
            assertThat(keyboard.screen().rows()).last().isEqualTo("tcp> help soc");
            keyboard.keys("ket" + Keyboard.ENTER).sees("socket \\[TRANSPORT].*");
        }
    }

    @Test
    void runsEveryLineOfAPaste() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.prompted("\u001b[200~socket --as one\nsocket udp --as two\nexit\nsocket\u001b[201~")
                    .keys(Keyboard.ENTER);
            keyboard.sees("socket\\(AF_INET, SOCK_STREAM, 0\\) = 3 \\(one\\)")
                    .sees("socket\\(AF_INET, SOCK_DGRAM, 0\\) = 4 \\(two\\)")
                    .sees("closing one \\(3\\), two \\(4\\)");
            assertThat(keyboard.ends()).isZero();
        }
    }

    /** It hears of the line when it is ended: what Tab completed nobody would have seen. */
    @Test
    void onADumbTerminalTabIsABlank() throws Exception {
        try (Keyboard keyboard = Keyboard.dumb(typing)) {
            keyboard.line("help sen" + Keyboard.TAB).sees("command: \"sen\" .*");
            keyboard.line("use" + Keyboard.TAB + "udp")
                    .sees("udp>")
                    .prompted("")
                    .hangUp();
            keyboard.ends();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[", "\u001bO"})
    void theCursorKeysAreKnownInBothForms(String begin) throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.line("socket --as door").sees("socket\\(AF_INET, SOCK_STREAM, 0\\) = 3 \\(door\\)");
            keyboard.prompted(begin + "A").sees("tcp> socket --as door");
            keyboard.keys(begin + "H" + "# " + begin + "C" + begin + "F" + begin + "D" + "X");
            keyboard.sees("tcp> # socket --as dooXr").keys(Keyboard.ENTER);
            keyboard.prompted(Keyboard.CTRL_D).ends();
        }
    }

    @Test
    void aDumbTerminalShowsTheSameWithoutControlSequences() throws Exception {
        try (Keyboard keyboard = Keyboard.dumb(typing)) {
            keyboard.line("socket --as door").sees("socket\\(AF_INET, SOCK_STREAM, 0\\) = 3 \\(door\\)");
            keyboard.line("sokcet").sees("command: \"sokcet\" \\(expected: socket\\?\\)");
            keyboard.line("bind 0").line("listen").line("accept").sees("accept\\(3 <unfinished \\.\\.\\.>");
            keyboard.sees("  it waits as job 1, 10s at most; go on typing, or end it with Ctrl-C");
            keyboard.prompted("").interrupt();
            keyboard.sees("<\\.\\.\\. accept resumed>\\) = -1 EINTR .*")
                    .prompted("")
                    .hangUp();
            assertThat(keyboard.ends()).isEqualTo(130);
            assertThat(keyboard.screen().rows()).containsSequence("tcp>", "closing door (3)");
            assertThat(keyboard.screen().written()).doesNotContain("\u001b");
        }
    }
}
