package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;

class ScriptTest {
    private final Typing typing = new Typing();
    private final List<String> ran = new ArrayList<>();

    @AfterEach
    void close() {
        typing.close();
    }

    private int run(String text, Script.AtWork atWork) throws IOException {
        BoundedLines lines = new BoundedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return new Script(typing.interpreter(), "talk\u001b.txt", typing.ear()).run(lines, atWork);
    }

    private boolean noted(Job job) {
        return ran.add(job.line());
    }

    @Test
    void runsEachLineToItsEnd() throws IOException {
        String text = "# two of them\nsocket udp --as a\n\n  bind a 0 # and bound\r\nclose a";
        assertThat(run(text, this::noted)).isZero();
        assertThat(ran).containsExactly("socket udp --as a", "bind a 0", "close a");
        assertThat(typing.ear().results())
                .hasSize(4)
                .startsWith("socket(AF_INET, SOCK_DGRAM, 0) = 3 (a)", "bind(3, 127.0.0.1:0) = 0")
                .endsWith("close(3) = 0");
        assertThat(typing.ear().troubles()).isEmpty();
    }

    @Test
    void goesOnAfterWhatFailsAndAnswersTheLastStatus() throws IOException {
        assertThat(run("close 9\nsokcet\nsocket", this::noted)).isZero();
        assertThat(typing.ear().results())
                .containsSubsequence(
                        "close(9) = -1 EBADF (Bad file descriptor)", "socket(AF_INET, SOCK_STREAM, 0) = 3");
        assertThat(typing.ear().troubles()).containsExactly("talk\\x1b.txt:2: command: \"sokcet\" (expected: socket?)");
        assertThat(run("socket\nclose 9\n# done", this::noted)).isEqualTo(4);
        assertThat(run("socket\nsocket --ass x", this::noted)).isEqualTo(2);
        assertThat(run("", this::noted)).isZero();
    }

    @Test
    void doesNotWaitForWhatIsLeftInTheBackground() throws IOException {
        assertThat(run("socket udp --as a\nbind a 0\nrecv a &\njobs", this::noted))
                .isZero();
        assertThat(typing.ear().results()).contains("recv(3 <unfinished ...>", "[1] recv(3 <unfinished ...>");
    }

    @Test
    void readsNoLineBehindExit() throws IOException {
        assertThat(run("socket\nexit\nsocket", this::noted)).isZero();
        assertThat(ran).containsExactly("socket", "exit");
    }

    @Test
    void endsWhenItIsTold() throws IOException {
        assertThat(run("close 9\nsocket", job -> false)).isEqualTo(4);
        assertThat(typing.session().sockets().all()).isEmpty();
    }
}
