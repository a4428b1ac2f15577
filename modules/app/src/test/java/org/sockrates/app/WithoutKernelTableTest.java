package org.sockrates.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.app.process.Lessons;
import org.sockrates.app.process.NeedsWire;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/**
 * The course where nobody reads the kernel's table of sockets, as on any system but Linux: in a mount namespace of its own,
 * in which {@code /proc/net} has nothing but what Java itself reads there.
 */
@NeedsWire
final class WithoutKernelTableTest {
    private static final String HIDE = """
            for how in --mount "--user --map-root-user --mount"; do
                unshare $how true 2>/dev/null &&
                    exec unshare $how sh -c 'mount --bind "$0" /proc/$$/net && exec "$@"' "$0" "$@"
            done
            exit 1
            """;

    /** Without these Java takes the machine for one that has no IPv6. */
    private static final List<String> JAVAS_OWN = List.of("if_inet6", "ipv6_route");

    private static final String SILENT_CLIENT_ENDS_IT = """
            import socket, sys
            door = socket.create_server(("127.0.0.1", int(sys.argv[1])))
            while True:
                peer, _ = door.accept()
                line = peer.recv(4096)
                if not line:
                    raise SystemExit(1)
                peer.sendall(line)
                peer.close()
            """;

    private static final String ASKS_ONCE = """
            ---
            transport: tcp
            program: server
            ---
            tcp> client localhost {port} hello
            ...
            received  5 bytes: "hello"
            ...
            """;

    private static final int MISSING_ABILITY = 5;

    /** For a whole course. */
    private static final long LIMIT_SECONDS = 600;

    @TempDir
    private Path folder;

    @Test
    void whatDoesNotRequireLinuxHolds() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("run"));
        Lessons.anywhere().stream().map(Path::toString).forEach(words::add);

        Ended ended = sockrates(words);

        assertThat(ended.status()).as("%s", ended).isZero();
        assertThat(ended.out())
                .anyMatch(line -> line.startsWith("passed "))
                .noneMatch(line -> line.startsWith("skipped ") && !requiresLinux(line.split(" +")[1]));
    }

    private static boolean requiresLinux(String name) {
        Path lab = Tools.root().resolve("scripts/labs").resolve(name);
        return Lessons.document(lab).frontMatter().requires().contains("linux");
    }

    @Test
    void whoBeginsALabThatRequiresLinuxIsTold() throws IOException, InterruptedException {
        Path lab = Tools.root().resolve("scripts/labs/04-what-accept-does.lab");

        assertThat(sockrates(List.of("lab", "start", lab.toString())).out())
                .containsSequence(
                        "  requires linux: the kernel's table of sockets is not readable here; what comes",
                        "  may differ from the lab, and lab check skips it");
    }

    @Test
    void whoGradesAServerIsToldWhoItsFirstClientWas() throws IOException, InterruptedException {
        assumeTrue(Tools.find("python3").isPresent(), "no python3 here");
        Path server = Files.writeString(folder.resolve("server.py"), SILENT_CLIENT_ENDS_IT);
        Path lab = Files.writeString(folder.resolve("once.lab"), ASKS_ONCE);

        Ended ended = sockrates(List.of("grade", lab.toString(), "--", "python3", server.toString(), "{port}"));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out())
                .containsSequence(
                        "  its first client was grade, which connected and closed: without the kernel's",
                        "  table of sockets nothing else tells that it serves");
    }

    /** It would ask upstream for that client, which the lab, playing upstream, took for its own first one's. */
    @Test
    void aProxyIsNotGraded() throws IOException, InterruptedException {
        Path lab = Tools.root().resolve("scripts/labs/43-your-proxy-tested.lab");

        Ended ended = sockrates(List.of("grade", lab.toString(), "--", "sh", "{port}", "{up}"));

        assertThat(ended.status()).as("%s", ended).isEqualTo(MISSING_ABILITY);
        assertThat(ended.out()).anyMatch(line -> line.startsWith("skipped "));
    }

    private Ended sockrates(List<String> words) throws IOException, InterruptedException {
        Path net = Files.createDirectory(folder.resolve("net"));
        for (String each : JAVAS_OWN) {
            Path there = Path.of("/proc/net", each);
            if (Files.exists(there)) {
                Files.write(net.resolve(each), Files.readAllBytes(there));
            }
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.concat(
                        Stream.of("sh", "-c", HIDE, net.toString(), java, "-XX:TieredStopAtLevel=1"),
                        Stream.concat(
                                Stream.of("-cp", System.getProperty("java.class.path"), Main.class.getName()),
                                words.stream()))
                .toList();
        return Started.start(new ProcessBuilder(command), folder).ended(LIMIT_SECONDS);
    }
}
