package org.sockrates.app.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockrates.app.process.NeedsWire;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;

/** Somebody else's program on the wire: it is reached over the link, and ends with us, with all it started. */
@NeedsWire
@Execution(ExecutionMode.CONCURRENT)
class WireCommandTest extends OwnMachine {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String ECHO = """
        import socket
        door = socket.socket()
        door.bind(("10.77.0.1", 7))
        door.listen()
        print("listening \\x1b[31m", flush=True)
        while True:
            end, peer = door.accept()
            while data := end.recv(1000):
                end.sendall(data)
            end.close()
        """;

    @AfterEach
    void whatWasKilledEndsSoon() {
        await().atMost(LIMIT).until(() -> sockrates.left().isEmpty());
    }

    @Test
    void aServerOfAnotherLanguageIsReachedOverTheLink() throws IOException, InterruptedException {
        Path echo = Files.writeString(folder.resolve("echo.py"), ECHO);
        Started shell = sockrates.startTyping("--path", "wire");
        try (BufferedWriter typed = shell.process().outputWriter(UTF_8)) {
            typed.write("link use drop data 1\n");
            typed.write("wire exec -- python3 " + echo + "\n");
            typed.flush();
            await().atMost(LIMIT).until(() -> Files.readString(shell.err()).contains("listening \\x1b[31m"));
            typed.write("client tcp 7 hello\nlink show\n");
        }
        Ended ended = shell.ended();
        assertThat(ended.out())
                .as("%s", ended)
                .anyMatch(line -> line.matches("tcp 10\\.77\\.0\\.2:7.*5 bytes.*|.*hello.*"))
                .anyMatch(line -> line.matches("  in .* dropped 2, .*"));
    }

    @Test
    void itsStatusIsOurs() throws IOException, InterruptedException {
        Ended ended = sockrates.run("wire", "exec", "--", "sh", "-c", "ip -br -4 addr show wire0; exit 7");
        assertThat(ended.out()).singleElement().asString().contains("10.77.0.1/24");
        assertThat(ended.status()).isEqualTo(7);
        assertThat(sockrates.run("wire", "exec", "--", "sh", "-c", "echo told; exit 127"))
                .isEqualTo(new Ended(127, List.of("told"), List.of()));
    }

    /** It has the terminal, and is not ended because it takes a Ctrl-C for something else. */
    @Test
    void aCtrlCIsItsOwn() throws IOException, InterruptedException {
        Path enough = folder.resolve("enough");
        String untilThen = "echo started; until test -e " + enough + "; do sleep 0.1; done; exit 7";
        Started running = sockrates.start("wire", "exec", "--", "sh", "-c", untilThen);
        await().atMost(LIMIT).until(() -> Files.readString(running.out()).contains("started"));
        running.kill("INT");
        Files.createFile(enough);
        assertThat(running.ended().status()).isEqualTo(7);
    }

    @Test
    void besideThePromptItIsInNoGroupThatACtrlCEnds() throws IOException, InterruptedException {
        Started shell = sockrates.startTyping("--path", "wire");
        String group = "cut -d ' ' -f 5 /proc/self/stat";
        try (BufferedWriter typed = shell.process().outputWriter(UTF_8)) {
            typed.write("wire exec -- sh -c \"echo ours $(" + group + ")\"\nwait\n");
        }
        String theirs = new String(
                new ProcessBuilder("sh", "-c", group).start().getInputStream().readAllBytes(), UTF_8);
        assertThat(String.join(" ", shell.ended().err()))
                .containsPattern("ours [0-9]+")
                .doesNotContain("ours " + theirs.strip() + " ");
    }

    @Test
    void oneThatIsNotThereIsSaid() throws IOException, InterruptedException {
        Ended ended = sockrates.run("wire", "exec", "no-such-program");
        assertThat(ended)
                .isEqualTo(new Ended(
                        2,
                        List.of(),
                        List.of("wire: exec: no-such-program: no such program (expected: a program);"
                                + " name it by its path")));
    }

    @Test
    void busyBoxStartsNone() throws IOException, InterruptedException {
        Path setpriv = Files.writeString(folder.resolve("setpriv"), "#!/bin/sh\necho 'BusyBox v1.37.0'; exit 1\n");
        assertThat(setpriv.toFile().setExecutable(true)).isTrue();
        sockrates.variable("PATH", folder + ":" + System.getenv("PATH"));
        String lacking = "setpriv: " + setpriv + " is BusyBox's; install util-linux, and have it first on the PATH";
        assertThat(sockrates.run("wire", "exec", "true"))
                .isEqualTo(new Ended(5, List.of(), List.of("wire: exec: " + lacking)));
        assertThat(String.join(" ", sockrates.run("doctor").out()).replaceAll(" +", " "))
                .contains("path wire ok path wire takes you there wire exec no " + lacking);
    }

    @Test
    void whatItStartedEndsWithIt() throws IOException, InterruptedException {
        Ended ended = sockrates.run("wire", "exec", "--", "sh", "-c", "sleep 600 & echo started");
        assertThat(ended.out()).containsExactly("started");
        assertThat(ended.status()).isZero();
    }

    @Test
    void itEndsWithUsEvenWhenWeAreKilled() throws IOException, InterruptedException {
        Started running = sockrates.start("wire", "exec", "--", "sh", "-c", "sleep 600 & echo started; sleep 600");
        await().atMost(LIMIT).until(() -> Files.readString(running.out()).contains("started"));
        running.process().destroyForcibly().waitFor();
    }
}
