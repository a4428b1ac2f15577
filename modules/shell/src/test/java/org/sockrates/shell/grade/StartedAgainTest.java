package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sockrates.shell.Shown;
import org.sockrates.shell.WithFolder;

/** What stands in the way of a program that is started again, and what it leaves behind. */
@EnabledOnOs(OS.LINUX)
class StartedAgainTest extends WithFolder {
    private static final String SERVER = "---\nprogram: server\n---\n";
    private static final String CLIENT = "---\ntransport: udp\nprogram: client\n---\n"
            + "udp> server 0 --echo --quiet\nserver udp 127.0.0.1:{port}: echo (job 1)\n";

    private Shown grade(String lab, String program) throws IOException {
        Files.writeString(folder.resolve("a.lab"), lab);
        return typing.type("grade a.lab -- " + program);
    }

    /** Written by a process of its own: who is forked from this one meanwhile holds it open, and it cannot be started. */
    private Path script(String name, String text) throws IOException, InterruptedException {
        Path script = folder.resolve(name);
        String write = "printf '%s\\n' '#!/bin/sh' \"$1\" >\"$0\" && chmod +x \"$0\"";
        assertThat(new ProcessBuilder("sh", "-c", write, script.toString(), text)
                        .start()
                        .waitFor())
                .isZero();
        return script;
    }

    @Test
    void whatAnEarlierOneLeftIsEndedBeforeTheNextBegins() throws IOException {
        String again = "udp> program wait\nprogram: ended with status 0\n  {port}\n";
        String left = "tail -f " + folder.resolve("a.lab") + " >/dev/null 2>&1 & echo {port}";
        grade(CLIENT + again + "udp> program start\n...\n" + again, "/bin/sh -c '" + left + "'")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ProcessHandle.allProcesses()
                                .map(each -> each.info().commandLine().orElse("")))
                        .noneMatch(line -> line.contains("tail -f " + folder)));
    }

    @Test
    void whoServedThereBeforeIsNotTakenForIt() throws IOException {
        grade(SERVER + """
                        tcp> program stop --timeout 20s
                        program: ended with status 0
                        tcp> socket --as thief
                        ...
                        tcp> bind thief localhost {port}
                        ...
                        tcp> listen thief
                        ...
                        tcp> program start
                        program: ended with status 0 before it served at* (glob)
                        ...
                        [1]
                        """, GradeCommandTest.JAVA + "store {host} {port}")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void whoStandsBehindAShellHasTheSameTimeToEnd() throws IOException, InterruptedException {
        script(
                "store",
                "exec 2>/dev/null\ntrap 'sleep 2; echo saved; exit 0' TERM\necho ready\nwhile :; do sleep 0.1; done\n");
        grade(CLIENT + """
                        udp> program
                        (eventually 20s)
                        program: running
                          ready
                        udp> program stop --timeout 20s
                        program: ended with status 143 (128 + SIGTERM)
                          ready
                          saved
                        """, "/bin/sh -c './store; : {port}'")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void aClientThatWasNotStartedIsNotStartedToBeStopped() throws IOException {
        grade("""
                        ---
                        program: client
                        ---
                        tcp> socket --as door
                        ...
                        tcp> bind door localhost 0
                        bind(3, 127.0.0.1:0) = 0
                          the system chose port {port}
                        tcp> program stop
                        program: not started: nobody listens at its port yet; nothing to stop
                        [1]
                        tcp> listen door
                        ...
                        tcp> program wait
                        program: ended with status 0
                          {port}
                        """, "/bin/sh -c 'echo {port}'")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void aServerWhoseFileIsGoneIsToldSo() throws IOException, InterruptedException {
        script("serve", "rm serve\nexec " + GradeCommandTest.JAVA + "store $1 $2\n");
        grade(SERVER + """
                        tcp> program stop --timeout 20s
                        program: ended with status 0
                        tcp> program start
                        program: cannot be started: no such program
                        [1]
                        """, "./serve {host} {port}")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void aClientWhoseFileIsBackIsStarted() throws IOException, InterruptedException {
        Path file = script("ask", "mv ask away\necho $1\n");
        try (ServerSocket restoring = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread beside = new Thread(() -> restore(restoring, file));
            beside.start();
            grade(CLIENT + """
                            udp> program wait
                            program: ended with status 0
                              {port}
                            udp> program start
                            program: cannot be started: no such program
                            [1]
                            udp> client tcp localhost %d ""
                            ...
                            udp> program start
                            ...
                            udp> program wait
                            program: ended with status 0
                              {port}
                            """.formatted(restoring.getLocalPort()), "./ask {port}")
                    .has("1 of 1 labs passed, 1 of 1 points")
                    .ends(0);
        }
    }

    private static void restore(ServerSocket restoring, Path file) {
        try (Socket asked = restoring.accept()) {
            Files.move(file.resolveSibling("away"), file);
            asked.getOutputStream().write('x');
        } catch (IOException notAsked) {
            throw new UncheckedIOException(notAsked);
        }
    }
}
