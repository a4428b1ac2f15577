package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.transport.testkit.Task;

class ScriptTest {
    @AutoClose
    private final Typing typing = new Typing();

    private int run(String text) throws IOException {
        return run(text, new Job("source talk.txt", Origin.PROMPT, typing.ear(), false));
    }

    private int run(String text, Job asking) throws IOException {
        return run(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), asking);
    }

    private int run(InputStream text, Job asking) throws IOException {
        BoundedLines lines = new BoundedLines(text);
        return new Script(typing.interpreter(), "talk\u001b.txt", Origin.SCRIPT, typing.ear()).run(lines, asking);
    }

    @Test
    void runsEachLineToItsEnd() throws IOException {
        String text = "# two of them\nsocket udp --as a\n\n  bind a 0 # and bound\r\nclose a";
        assertThat(run(text)).isZero();
        assertThat(typing.ear().results())
                .hasSize(4)
                .startsWith("socket(AF_INET, SOCK_DGRAM, 0) = 3 (a)", "bind(3, 127.0.0.1:0) = 0")
                .endsWith("close(3) = 0");
        assertThat(typing.ear().troubles()).isEmpty();
    }

    @Test
    void goesOnAfterWhatFailsAndAnswersTheLastStatus() throws IOException {
        assertThat(run("close 9\nsokcet\nsocket")).isZero();
        assertThat(typing.ear().results())
                .containsSubsequence(
                        "close(9) = -1 EBADF (Bad file descriptor)", "socket(AF_INET, SOCK_STREAM, 0) = 3");
        assertThat(typing.ear().troubles()).containsExactly("talk\\x1b.txt:2: command: \"sokcet\" (expected: socket?)");
        assertThat(run("socket\nclose 9\n# done")).isEqualTo(4);
        assertThat(run("socket\nsocket --ass x")).isEqualTo(2);
        assertThat(run("")).isZero();
    }

    @Test
    void doesNotWaitForWhatIsLeftInTheBackground() throws IOException {
        assertThat(run("socket udp --as a\nbind a 0\nrecv a &\njobs")).isZero();
        assertThat(typing.ear().results()).contains("recv(3 <unfinished ...>", "[1] recv(3 <unfinished ...>");
    }

    @Test
    void readsNoLineBehindExit() throws IOException {
        assertThat(run("socket\nexit\nsocket")).isZero();
        assertThat(typing.ear().results()).containsExactly("socket(AF_INET, SOCK_STREAM, 0) = 3");
    }

    @Test
    void waitsForNoLineBehindExit() throws IOException {
        InputStream written = new ByteArrayInputStream("socket\nexit\n".getBytes(StandardCharsets.UTF_8));
        InputStream open = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("whoever writes the lines waits for the end");
            }
        };
        Job asking = new Job("source talk.txt", Origin.PROMPT, typing.ear(), false);
        assertThat(run(new SequenceInputStream(written, open), asking)).isZero();
    }

    @Test
    void endsWithTheJobThatRunsIt() throws IOException {
        Job asking = new Job("source talk.txt", Origin.PROMPT, typing.ear(), false);
        asking.cancel();
        assertThat(run("close 9\nsocket", asking)).isEqualTo(4);
        assertThat(typing.session().sockets().all()).isEmpty();
    }

    @Test
    void theLineAtWorkEndsFirst() throws Exception {
        Job asking = new Job("source talk.txt", Origin.PROMPT, typing.ear(), false);
        Task<Integer> script = Task.start(() -> run("socket udp --as a\nbind a 0\nrecv a\nsocket", asking));
        await().until(() -> typing.ear().results().contains("bind(3, 127.0.0.1:0) = 0"));
        asking.cancel();
        assertThat(script.result()).isEqualTo(130);
        assertThat(typing.ear().results()).contains("recv(3, 65536) = -1 EINTR (Interrupted system call)");
        assertThat(typing.session().sockets().all()).hasSize(1);
    }
}
