package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sockrates.shell.Shown;
import org.sockrates.shell.WithFolder;

/** A program that is asked to end within its lab, and started again. */
class RestartTest extends WithFolder {
    private static final String STORE = """
            ---
            program: server
            ---
            tcp> socket --as ann
            ...
            tcp> connect ann localhost {port}
            ...
            tcp> send ann {port}
            ...
            # points: 1
            tcp> recv ann 5 --waitall
            recv(3, "none!", 5, MSG_WAITALL) = 5
            # points: 2
            tcp> program stop --timeout 3s
            program: ended with status 0
            # points: 1
            tcp> recv ann 1
            recv(3, "", 1, 0) = 0 (end of stream)
            tcp> close ann
            ...
            # points: 4
            tcp> program start
            program: running
            tcp> socket --as bob
            ...
            # points: 8
            tcp> connect bob localhost {port}
            ...
            tcp> send bob again
            ...
            # points: 16
            tcp> recv bob 5 --waitall
            recv(3, "{port}", 5, MSG_WAITALL) = 5
            """;

    private Shown grade(String lab, String options, String program) throws IOException {
        Files.writeString(folder.resolve("a.lab"), lab);
        return typing.type("grade a.lab " + options + " -- " + program);
    }

    private Shown store(String what) throws IOException {
        return grade(STORE, "", GradeCommandTest.JAVA + what + " {host} {port}");
    }

    @Test
    void aServerThatEndsKeepsAndServesAgainHasAllPoints() throws IOException {
        store("store").has("1 of 1 labs passed, 32 of 32 points").ends(0);
    }

    @Test
    void whoDoesNotEndInTimeIsKilledAndTheRestGoesOn() throws IOException {
        store("store-deaf")
                .has("      + program: running 3s after SIGTERM; killed", "0 of 1 labs passed, 30 of 32 points")
                .ends(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoLeavesItsPortInTimeWaitCannotServeThereAgain() throws IOException {
        Shown shown = store("store-held").ends(1);
        assertThat(shown.toString())
                .contains("ended with status 143 (128 + SIGTERM)")
                .contains("+ program: ended with status 1 before it served at 127.0.0.1:")
                .contains("Address already in use")
                .contains("2 of 32 points");
    }

    @Test
    void theTimeAServerTakesToServeAgainIsNotTheLabs() throws IOException {
        String late = "/bin/sh -c 'test -e kept && sleep 5; exec " + GradeCommandTest.JAVA.replace("\"", "")
                + "store {host} {port}'";
        grade(STORE.replace("program: s", "limit: 5s\nprogram: s"), "--start-limit 30s", late)
                .has("1 of 1 labs passed, 32 of 32 points")
                .ends(0);
        grade(STORE, "--start-limit 1s", late).ends(1);
    }

    @Test
    void nothingOfWhatWasStartedAgainIsThereBehindTheLab() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        grade(STORE, "--port " + port, GradeCommandTest.JAVA + "store 127.0.0.1 " + port)
                .has("1 of 1 labs passed, 32 of 32 points")
                .ends(0);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(IOException.class);
    }

    private static final String CLIENT = """
            ---
            transport: udp
            program: client
            ---
            udp> program stop
            program: not started: its port is not known yet; nothing to stop
            [1]
            udp> program start
            program: not started: its port is not known yet
            [1]
            udp> server 0 --echo --quiet
            server udp 127.0.0.1:{port}: echo (job 1)
            udp> program
            (eventually 5s)
            program: running
              {port}
            udp> program start
            program: running; not started again
              {port}
            [1]
            udp> program stop
            program: ended with status 7
              {port}
              bye
            udp> program stop
            program: ended with status 7; nothing to stop
              {port}
              bye
            [1]
            udp> program type "more\\n"
            program: ended with status 7; typed nothing
            [1]
            udp> program start
            ...
            udp> program type "more\\n"
            program: running; typed 5 bytes
            udp> program wait
            program: ended with status 0
              {port}
              more
            """;

    @Test
    void aClientEndsAndBeginsAgainWithTheSameWordsAndAFreshKeyboard() throws IOException {
        String script = "trap \"echo bye; exit 7\" TERM; echo {port}; read line; echo \"$line\"";
        grade(CLIENT, "", "/bin/sh -c '" + script + "'")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void aSignalThatEndedAProgramIsNamed() {
        assertThat(List.of(
                        StatusText.of(0), StatusText.of(1), StatusText.of(129), StatusText.of(139), StatusText.of(255)))
                .containsExactly("0", "1", "129 (128 + SIGHUP)", "139 (128 + SIGSEGV)", "255");
    }
}
