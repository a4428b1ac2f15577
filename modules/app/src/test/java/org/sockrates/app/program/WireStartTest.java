package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.app.process.NeedsWire;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;

/** The program that starts itself again in a namespace: what it keeps, and what it leaves alone. */
class WireStartTest extends OwnMachine {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    @NeedsWire
    void endsMeetAtTheWiresAddressesWhereNobodyNamesAHost() throws IOException, InterruptedException {
        Ended ended = sockrates.read("""
            socket --as door
            bind door 7007
            listen door
            socket --as alice
            connect alice 7007
            accept door --as bob
            send alice hello
            recv bob
            """, "--path", "wire");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains(
                        "bind(3, 10.77.0.1:7007) = 0",
                        "connect(4, 10.77.0.2:7007) = 0",
                        "recv(5, \"hello\", 65536, 0) = 5")
                .anyMatch(line -> line.matches("accept\\(3, 10\\.77\\.0\\.2:\\d+\\) = 5 \\(bob\\)"));
        assertThat(ended.status()).isZero();
    }

    @Test
    @NeedsWire
    void keepsItsWordsItsInputAndItsStatus() throws IOException, InterruptedException {
        assertThat(sockrates.run("--path", "wire", "explain", "ENOENT  é\n*").err())
                .containsExactly("explain: \"ENOENT  é\\n*\" (expected: an errno or another word that explain lists)");
        assertThat(sockrates.run("--path", "wire", "explain", "ENOENT").status())
                .isEqualTo(2);
        assertThat(sockrates.read("path\n", "--path", "wire").out()).anyMatch(line -> line.startsWith("* wire"));
    }

    @Test
    @NeedsWire
    void endsByControlCAsEverWithTheSameProcess() throws IOException, InterruptedException {
        Started server = sockrates.start("--path", "wire", "server", "tcp", "7007");
        await().atMost(LIMIT).until(() -> Files.readString(server.out()).contains("10.77.0.1:7007"));
        server.kill("INT");
        assertThat(server.ended().status()).isEqualTo(130);
    }

    @Test
    void saysWhatIsMissingAndWhichPathWorks() throws IOException, InterruptedException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("find", "mkdir", "touch", "flock")) {
            Path script = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        sockrates.variable("PATH", tools.toString());
        for (List<String> words : List.of(
                List.of("--path", "wire"),
                List.of("--path", "wire", "status"),
                List.of("compare", "delivery", "--path", "wire"))) {
            Ended ended = sockrates.run(words.toArray(String[]::new));
            assertThat(ended.status()).as("%s", words).isEqualTo(5);
            assertThat(ended.err())
                    .as("%s", words)
                    .containsExactly("wire: unshare: not found; install util-linux; until then a relay, which"
                            + " loses no TCP segment:  link add , compare --path relay");
        }
        Ended listed = sockrates.run("path");
        assertThat(listed.out()).contains("  wire      not here");
        assertThat(listed.status()).isZero();
    }

    @Test
    void whoeverDoesNotAskForTheWireLoadsNothingOfIt() throws IOException, InterruptedException {
        Path log = folder.resolve("classes");
        // from Java 24 on the launcher's cache is mapped as a whole, whether a class is asked for or not
        String cache = Runtime.version().feature() < 24 ? "" : " -XX:AOTMode=off";
        sockrates.variable("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log + cache);
        Ended ended = sockrates.read("socket\nbind 0\nlisten\nstatus\nlink show\nladder --list\n");
        assertThat(ended.status()).isEqualTo(2); // there is no conversation to list
        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).anyMatch(line -> line.contains("org.sockrates.shell.session.Session "));
        assertThat(loaded).noneMatch(line -> line.contains(" org.sockrates.wire.") || line.contains("com.sun.jna"));
    }
}
