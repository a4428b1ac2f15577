package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;

/** Ctrl-C, SIGTERM and SIGHUP in the middle of something: what was found is shown, and nothing is left. */
@Execution(ExecutionMode.CONCURRENT)
class SignalsTest extends OwnMachine {
    @ParameterizedTest
    @CsvSource({"INT, 130", "HUP, 129"})
    void anInterruptedComparisonShowsWhatItFoundAndSaysThatItIsAPart(String signal, int status)
            throws IOException, InterruptedException {
        Ended ended = signal(signal, "told_after_ms", "compare", "refused", "vanish", "slow-reader");
        assertThat(ended.status()).as("%s", ended).isEqualTo(status);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).last().isEqualTo("  interrupted, this is a part");
    }

    @Test
    void aClosedTerminalEndsTheProgramThatIsGraded(@TempDir Path handedIn) throws IOException, InterruptedException {
        Path program = Files.createDirectory(handedIn.resolve("ann")).resolve("run");
        Files.writeString(program, "(setsid sleep 100 &)\ntouch " + handedIn.resolve("here") + "\nexec sleep 100\n");
        Started started =
                sockrates.start("grade", "37", "--submissions", handedIn.toString(), "--", "/bin/sh", "run", "{port}");
        await().atMost(Duration.ofSeconds(40)).until(() -> Files.exists(handedIn.resolve("here")));
        started.kill("HUP");
        assertThat(started.ended().status()).isEqualTo(129);
        await().atMost(Duration.ofSeconds(10)).until(() -> sockrates.left().isEmpty());
    }

    @Test
    void whoIsInAHurryLeavesNoProgramBehind(@TempDir Path handedIn) throws IOException, InterruptedException {
        Path program = Files.createDirectory(handedIn.resolve("ann")).resolve("run");
        Files.writeString(
                program, "trap '' TERM\ntouch " + handedIn.resolve("here") + "\nwhile :; do sleep 100; done\n");
        Started started =
                sockrates.start("grade", "37", "--submissions", handedIn.toString(), "--", "/bin/sh", "run", "{port}");
        await().atMost(Duration.ofSeconds(40)).until(() -> Files.exists(handedIn.resolve("here")));
        String twice = "kill -INT $0; sleep 0.2; kill -INT $0";
        String pid = Long.toString(started.process().pid());
        new ProcessBuilder("sh", "-c", twice, pid).start().waitFor();
        assertThat(started.ended().status()).isEqualTo(130);
        await().atMost(Duration.ofSeconds(10)).until(() -> sockrates.left().isEmpty());
    }

    @Test
    void anInterruptedGradeEndsTheProgramAndGivesNobodyZero(@TempDir Path handedIn)
            throws IOException, InterruptedException {
        for (String name : List.of("ann", "bob", "eve")) {
            Path own = Files.createDirectories(handedIn.resolve("in").resolve(name));
            Files.writeString(own.resolve("run"), name.equals("ann") ? "exit 3" : "exec sleep 100");
        }
        String in = handedIn.resolve("in").toString();
        String csv = handedIn.resolve("grades.csv").toString();
        Ended ended = signal(
                "INT", "bob", "grade", "37", "--submissions", in, "--csv", csv, "--", "/bin/sh", "run", "{port}");
        assertThat(ended.status()).as("%s", ended).isEqualTo(130);
        assertThat(ended.err()).containsExactly("grade: interrupted: 1 of 3 graded");
        assertThat(ended.out())
                .filteredOn(line -> line.startsWith("INTERRUPTED "))
                .hasSize(1);
        assertThat(ended.out()).last().asString().startsWith("ann ");
        assertThat(Files.readAllLines(Path.of(csv)))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("ann,");
    }

    @Test
    void aServerToldToEndSaysWhatItServed() throws IOException, InterruptedException {
        Ended ended = signal("TERM", "Ctrl-C ends it", "server", "tcp", "0", "--quiet");
        assertThat(ended.status()).as("%s", ended).isZero();
        assertThat(ended.out()).last().asString().contains("served: peers 0");
    }

    @Test
    void aServerThatIsInterruptedIsStatus130() throws IOException, InterruptedException {
        Ended ended = signal("INT", "Ctrl-C ends it", "server", "udp", "0", "--quiet");
        assertThat(ended.status()).as("%s", ended).isEqualTo(130);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 0", "INT, 130"})
    void aLinkStaysUpUntilItIsToldToEnd(String signal, int status) throws IOException, InterruptedException {
        Ended ended = signal(signal, "stays up; Ctrl-C ends it", "link", "add", "udp", "9", "delay", "10ms");
        assertThat(ended.status()).as("%s", ended).isEqualTo(status);
    }

    @Test
    void aFilesLinkHasAllThatTheFileGaveIt() throws IOException, InterruptedException {
        Path lines = Files.writeString(folder.resolve("bad.sock"), """
            link add tcp 9
            fault use reset_peer 0s
            """);
        Started started = sockrates.start("source", lines.toString());
        await().atMost(Duration.ofSeconds(40)).until(() -> said(started).contains("stays up; Ctrl-C ends it"));
        int port = Integer.parseInt(said(started).replaceAll("(?s).*clients of port ([0-9]+).*", "$1"));
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.setSoTimeout(20_000);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        started.kill("TERM");
        assertThat(started.ended().status()).isZero();
    }

    /** SIGTERM is how a link is told to end, but not how the file that it stands in. */
    @Test
    void aFileThatIsCutIsNoSuccessForTheSakeOfItsLink() throws IOException, InterruptedException {
        Path lines = Files.writeString(folder.resolve("talk.sock"), """
            link add udp 9
            socket udp --as a
            bind a 0
            set timeout 60s
            recv a
            """);
        Ended ended = signal("TERM", "bind(3", "source", lines.toString());
        assertThat(ended.status()).as("%s", ended).isEqualTo(143);
    }

    @Test
    void aPortInUseIsSaidWithWhoHasIt() throws IOException, InterruptedException {
        Started server = sockrates.start("server", "tcp", "0", "--quiet");
        await().atMost(Duration.ofSeconds(40)).until(() -> said(server).contains("Ctrl-C"));
        String port = said(server).replaceAll("(?s).*127\\.0\\.0\\.1:([0-9]+).*", "$1");
        Ended second = sockrates.run("server", "tcp", port);
        assertThat(second.status()).isEqualTo(4);
        assertThat(second.err())
                .containsExactly("server: tcp 127.0.0.1:" + port + ": java (process "
                        + server.process().pid() + ") has it; try another port, or 0 for any");
        server.process().destroy();
        assertThat(server.ended().status()).isZero();
    }

    private Ended signal(String signal, String when, String... words) throws IOException, InterruptedException {
        Started started = sockrates.start(words);
        await().atMost(Duration.ofSeconds(40)).until(() -> said(started).contains(when));
        started.kill(signal);
        return started.ended();
    }

    private static String said(Started started) throws IOException {
        return Files.readString(started.out()) + Files.readString(started.err());
    }
}
