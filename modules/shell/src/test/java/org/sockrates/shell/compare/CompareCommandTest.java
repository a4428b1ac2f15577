package org.sockrates.shell.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.shell.WithFolder;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.Origin;
import org.sockrates.sim.path.SimPath;
import org.sockrates.transport.Transport;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.socket.GoBackNTransport;
import org.sockrates.transport.rdt.socket.RdtMachine;
import org.sockrates.transport.rdt.socket.RdtTransport;
import org.sockrates.transport.rdt.socket.Realm;
import org.sockrates.transport.rdt.socket.UdpUnderlay;
import org.sockrates.transport.udp.UdpTransport;

class CompareCommandTest extends WithFolder {
    private String written(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void printsATableASentenceAndASummary() {
        Shown shown = typing.type("compare boundaries --quick").ends(0);
        assertThat(shown.lines()).allMatch(line -> line.length() <= 80);
        shown.has(
                "boundaries: if I send 5 times, how often must you receive?",
                "  boundaries_kept   no  yes  yes/no  5",
                "  summary     tcp  udp  unit   figure",
                "  boundaries    1    5  calls  reads");
        assertThat(shown.lines().get(0)).startsWith("compare: tcp, udp over loopback");
        assertThat(shown.lines()).anyMatch(line -> line.startsWith("  > tcp gave 5 sends in 1 receive"));
    }

    @Test
    void aProgramGetsOneDocument() {
        Map<String, Object> document = typing.type("compare boundaries --quick --seed 7 --json")
                .ends(0)
                .json();
        assertThat(document)
                .containsEntry("schema", "sockrates/compare/1")
                .containsEntry("seed", 7)
                .containsEntry("path", "loopback")
                .containsEntry("transports", List.of("tcp", "udp"));
        assertThat((List<?>) document.get("experiments")).hasSize(1);
    }

    @Test
    void aLinkBringsTheRelay() {
        Map<String, Object> document = typing.type("compare boundaries --quick --link \"delay 1ms\" --json")
                .ends(0)
                .json();
        assertThat(document).containsEntry("path", "relay").containsEntry("link", "delay 1ms seed 42");
    }

    @Test
    void picksTransportsAndRepeats() {
        typing.type("compare boundaries --quick --transports udp --repeat 2")
                .has("compare: udp over loopback; no link; seed 42; median of 2 runs each (of the")
                .ends(0);
    }

    @Test
    void writesTheFiguresAndAPage() throws IOException {
        typing.type("compare boundaries --quick --csv f.csv --html p.html").ends(0);
        assertThat(written("f.csv").lines()).anyMatch(line -> line.contains("boundaries") && line.contains("reads"));
        assertThat(written("p.html")).startsWith("<!DOCTYPE html>").contains("boundaries");
    }

    @Test
    void overwritesNothingUnlessItIsForced() throws IOException {
        Files.writeString(folder.resolve("f.csv"), "mine");
        Shown shown = typing.type("compare boundaries --quick --csv f.csv").ends(74);
        assertThat(shown.lines()).isEmpty();
        assertThat(shown.troubles())
                .singleElement()
                .asString()
                .endsWith("f.csv: exists (expected: a new file); overwrite it with --force");
        typing.type("compare boundaries --quick --csv f.csv --force").ends(0);
        assertThat(written("f.csv")).isNotEqualTo("mine");
    }

    @Test
    void ctrlCShowsWhatWasFoundAsAPart() throws IOException {
        LineInterpreter.Started started =
                typing.interpreter().start("compare boundaries throughput --csv part.csv", Origin.PROMPT, typing.ear());
        await().until(() -> typing.ear().results().stream().anyMatch(line -> line.startsWith("  > ")));
        started.job().cancel();
        assertThat(started.job().await(Duration.ofSeconds(20))).isTrue();
        assertThat(started.job().status()).isEqualTo(130);
        assertThat(typing.ear().results()).anyMatch(line -> line.startsWith("  boundaries "));
        assertThat(written("part.csv")).contains("boundaries");
    }

    @Test
    void aPartIsMarkedForAProgram() {
        LineInterpreter.Started started =
                typing.interpreter().start("compare throughput --json", Origin.PROMPT, typing.ear());
        started.job().cancel();
        assertThat(started.job().await(Duration.ofSeconds(20))).isTrue();
        assertThat(started.job().status()).isEqualTo(130);
        assertThat(typing.ear().results()).singleElement().asString().contains("\"partial\":true");
    }

    @Test
    void namesOnlyThePathsThereAre() {
        Kit usual = Typing.kit(folder);
        try (Typing narrow = Typing.of(usual.transports(), new LoopbackPath())) {
            narrow.type("compare boundaries --path sim").refuses("compare: --path: \"sim\" (expected: loopback wire)");
            narrow.type("compare boundaries --link \"delay 1ms\"")
                    .refuses("compare: --path: \"relay\" (expected: loopback wire)");
        }
    }

    @Test
    void aTransportWithoutAModelIsAnEmptyColumnUnlessItIsNamed() {
        RdtMachine machine = new RdtMachine(Protocol.GO_BACK_N, () -> 1);
        Transport mud =
                RdtTransport.over("mud", new GoBackNTransport().traits(), new Realm(machine, new UdpUnderlay()));
        try (Typing foreign = Typing.of(List.of(new UdpTransport(), mud), new SimPath())) {
            String line = "compare boundaries --path sim --quick --link \"delay 1ms\"";
            foreign.type(line)
                    .ends(0)
                    .has(
                            "  boundaries_kept           yes  n/a (1)  yes/no   5",
                            "  (1) mud: no model of it, only of tcp, udp, rdt-sw, rdt-gbn and rdt-sr");
            foreign.type(line + " --transports udp,mud")
                    .refuses("compare: --transports mud over sim: no model of it, only of tcp, udp, rdt-sw, rdt-gbn and"
                            + " rdt-sr");
        }
    }

    @Test
    void aTransportNamedTwiceIsAskedOnce() {
        assertThat(typing.type("compare boundaries --quick --transports udp,udp --json")
                        .json())
                .containsEntry("transports", List.of("udp"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare latenzy              | compare: \"latenzy\" (expected: latency?)",
                "compare --transports tcp,sctp | compare: \"sctp\" (expected: tcp udp)",
                "compare --path sim           | compare: --path: \"sim\" (expected: loopback relay wire)",
                "compare --path loopback --link \"loss 5%\" | compare: --link over loopback (expected: no link there);"
                        + " use --path relay for one",
                "compare --link \"los 5%\"    | link: \"los\" (expected: loss?)",
                "compare --link loss 5%      | link: loss: nothing follows (expected: a percentage, such as 5%;"
                        + " all in quotes: --link \"loss …\")",
                "compare --congestion reno    | compare: --congestion over loopback (expected: a path with a kernel of its own); use --path wire",
                "compare --repeat 0           | compare: --repeat: \"0\" (expected: a whole number from 1 to 1000000)",
                "compare --seed -1            | compare: --seed: \"-1\" (expected: a whole number from 0 to"
                        + " 9223372036854775807)",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        typing.type(line).refuses(message);
    }
}
