package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.shell.Shown;
import org.sockrates.shell.WithFolder;

/** A program that is told more than its port: what lines of the lab have captured. */
class TakenTest extends WithFolder {
    private static final String PROXY = """
            ---
            program: server
            takes: up
            ---
            tcp> program
            program: not started: not all it takes is known yet
            tcp> socket --as origin
            ...
            tcp> bind origin localhost 0
            bind(3, 127.0.0.1:0) = 0
              the system chose port {up}
            tcp> listen origin
            ...
            tcp> program
            program: not started: nobody has asked at its port yet
            tcp> socket --as ann
            ...
            # points: 1
            tcp> connect ann localhost {port}
            ...
            tcp> send ann hello
            ...
            # points: 1
            tcp> accept origin --as served
            accept(3, 127.0.0.1:{_}) = 5 (served)
            # points: 2
            tcp> recv served 5 --waitall
            recv(5, "hello", 5, MSG_WAITALL) = 5
            tcp> send served {up}
            ...
            # points: 2
            tcp> recv ann 5 --waitall
            recv(4, "{up}", 5, MSG_WAITALL) = 5
            """;

    private Shown grade(String lab, String program) throws IOException {
        Files.writeString(folder.resolve("a.lab"), lab);
        return typing.type("grade a.lab -- " + program);
    }

    @Test
    void aServerThatAsksAnotherIsStartedWhenThatOneIsThere() throws IOException {
        grade(PROXY, GradeCommandTest.JAVA + "pass-on {host} {port} {up}")
                .has("1 of 1 labs passed, 6 of 6 points")
                .ends(0);
    }

    @Test
    void theTimeAServerTakesUntilItServesIsNotTheLabs() throws IOException {
        String late = "sleep 5; exec " + GradeCommandTest.JAVA.replace("\"", "") + "pass-on {host} {port} {up}";
        grade(PROXY.replace("program: s", "limit: 5s\nprogram: s"), "/bin/sh -c '" + late + "'")
                .has("1 of 1 labs passed, 6 of 6 points")
                .ends(0);
    }

    @ParameterizedTest
    @EnumSource
    void thePortOfOneThatBeginsLaterIsKeptForIt(KernelProtocol protocol) throws IOException {
        ServedPort port = ServedPort.anywhere(protocol);
        try (Closeable kept = port.kept()) {
            assertThat(kept).isNotNull();
            assertThatThrownBy(() -> port.kept().close()).isInstanceOf(BindException.class);
        }
        port.kept().close();
    }

    @Test
    void theSampleOfTheFormatsPageIsPassedByOne() throws IOException {
        String page = Files.readString(Path.of("../../docs/lab-format.md"));
        int begins = page.indexOf("---\nprogram: server\ntakes: up\n");
        String sample = page.substring(begins, page.indexOf("```", begins));
        grade(sample, GradeCommandTest.JAVA + "pass-on {host} {port} {up}")
                .has("1 of 1 labs passed, 2 of 2 points")
                .ends(0);
    }

    @Test
    void aServerThatAsksNobodyFailsWhereItIsMissed() throws IOException {
        Shown shown = grade(
                PROXY.replace("program: s", "limit: 10s\nprogram: s"),
                GradeCommandTest.JAVA + "echo {host} {port} {up}");
        assertThat(shown.ends(1).toString()).contains("accept origin").contains("of 6 points");
    }

    @Test
    void oneThatDoesNotComeUpHasFailedAndTheRestIsLeftOut() throws IOException {
        Shown shown = grade(PROXY, "/bin/sh -c \"echo no {up} at {port}; exit 3\"");
        assertThat(shown.ends(1).toString())
                .contains("6 of 12 steps")
                .contains("ended with status 3")
                .contains("0 of 6 points");
    }

    @Test
    void aClientBeginsWhenItKnowsAllItIsTold() throws IOException {
        grade("""
                ---
                transport: udp
                program: client
                takes: [up, who]
                ---
                udp> server 0 --echo --quiet
                server udp {who}:{port}: echo (job 1)
                udp> program
                program: not started: not all it takes is known yet
                udp> server 0 --echo --quiet
                server udp {_}:{up}: echo (job 2)
                udp> program wait
                program: ended with status 0
                  {port} {up} 127.0.0.1 x
                """, "/bin/sh -c 'up={up}; echo {port} ${up} {who} x'")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }
}
