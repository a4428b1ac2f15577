package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** A machine on which no wire can be had: it has no program {@code ip}. */
class WireMissingTest extends OwnMachine {
    private static final String MISSING = "wire: ip: not found; install iproute2; until then a relay, which"
            + " loses no TCP segment:  link add , compare --path relay";

    /** What the launcher uses, and what is asked for beside {@code ip}. */
    private static final List<String> ALL_BUT_IP = List.of(
            "sh",
            "env",
            "readlink",
            "sed",
            "mkdir",
            "mv",
            "rm",
            "find",
            "cat",
            "ls",
            "unshare",
            "setpriv",
            "setsid",
            "tshark");

    @BeforeEach
    void hideIp() throws IOException {
        assumeThat(Tools.find("unshare"))
                .as("unshare, so that ip is what is missing")
                .isPresent();
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String each : ALL_BUT_IP) {
            Optional<Path> here = Tools.find(each);
            if (here.isPresent()) {
                Path program = Files.writeString(programs.resolve(each), "#!/bin/sh\nexec " + here.get() + " \"$@\"\n");
                assertThat(program.toFile().setExecutable(true)).isTrue();
            }
        }
        sockrates.variable("PATH", programs.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--path wire", "--path wire status", "compare delivery --path wire", "wire exec -- true"})
    void theCommandLineSaysSo(String words) throws IOException, InterruptedException {
        Ended ended = sockrates.run(words.split(" ", -1));
        assertThat(ended).isEqualTo(new Ended(5, List.of(), List.of(MISSING)));
    }

    @Test
    void everyCommandThatNeedsTheWireSaysSo() throws IOException, InterruptedException {
        Ended ended = sockrates.read("""
            path wire
            compare delivery --path wire
            wire exec -- true
            tcp set sack off
            tcp profile textbook
            capture lab.pcapng
            link drop next data
            """);
        assertThat(ended.status()).isEqualTo(5);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .containsExactly(
                        "stdin:1: " + MISSING,
                        "stdin:2: " + MISSING,
                        "stdin:3: " + MISSING,
                        "stdin:4: " + MISSING,
                        "stdin:5: " + MISSING,
                        "stdin:6: " + MISSING,
                        "stdin:7: link: drop: there is no link yet (expected: one to order); of datagrams:  link add udp PORT,"
                                + " of segments:  path wire");
    }

    @Test
    void theDoctorSaysWhatMendsIt() throws IOException, InterruptedException {
        Ended ended = sockrates.run("doctor");
        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .anyMatch(line -> line.matches("unshare +ok .*/unshare"))
                .anyMatch(line -> line.matches("ip +no not found; install iproute2"))
                .anyMatch(line -> line.matches("path wire +no until then:  link add"));
    }
}
