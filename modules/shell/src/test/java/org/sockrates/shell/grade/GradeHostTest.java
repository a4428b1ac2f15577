package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sockrates.shell.Shown;
import org.sockrates.shell.WithFolder;

/** What {@code {host}} is: where a server serves, and where a client asks. */
class GradeHostTest extends WithFolder {
    private static final String SERVER = """
            ---
            program: server
            requires: ipv6
            ---
            tcp> client HOST {port} hello
            sent      5 bytes to {_}:{port}
            received  5 bytes: "hello"
            ...
            """;

    private static void needsIpv6() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            assertThat(probe.isBound()).isTrue();
        } catch (IOException absent) {
            assumeTrue(false, "no ::1 here");
        }
    }

    private Shown grade(String lab, String words) throws IOException {
        Files.writeString(folder.resolve("a.lab"), lab);
        return typing.type("grade a.lab --start-limit 2s -- " + GradeCommandTest.JAVA + words);
    }

    @Test
    void aServerInALabAboutIpv6IsToldThatAddressAndMayServeAtEither() throws IOException {
        needsIpv6();
        grade(SERVER.replace("HOST", "::1"), "echo {host} {port}")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
        grade(SERVER.replace("HOST", "127.0.0.1"), "echo 127.0.0.1 {port}")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
        List<String> lines = grade(SERVER, "sleep {host} {port}").ends(1).lines();
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .containsPattern("\\(expected: at tcp \\[::1]:([0-9]+) or 127\\.0\\.0\\.1:\\1\\)");
    }

    @Test
    void aServerInAnotherLabServesAtIpv4() throws IOException {
        needsIpv6();
        List<String> lines = grade(SERVER.replace("requires: ipv6\n", ""), "echo ::1 {port}")
                .ends(1)
                .lines();
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .containsPattern("it serves at tcp \\[::1]:([0-9]+) \\(expected: at tcp 127\\.0\\.0\\.1:\\1\\)");
    }

    @Test
    void aClientIsToldWhereSomebodyListens() throws IOException {
        needsIpv6();
        grade("""
                ---
                program: client
                requires: ipv6
                ---
                tcp> socket --ipv6 --as door
                ...
                tcp> bind door ::1 0
                ...
                  the system chose port {port}
                tcp> listen door
                ...
                tcp> accept door --as bob
                accept(3, [::1]:{_}) = 4 (bob)
                """, "connect {host} {port}")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aClientIsToldWhereAServerServes() throws IOException {
        needsIpv6();
        grade("""
                ---
                transport: udp
                program: client
                requires: ipv6
                ---
                udp> server ::1 0 --echo --quiet
                server udp [::1]:{port}: echo (job 1)
                udp> program wait
                program: ended with status 0
                  one
                  two
                """, "ask {host} {port}").has("1 of 1 labs passed, 1 of 1 points").ends(0);
    }
}
