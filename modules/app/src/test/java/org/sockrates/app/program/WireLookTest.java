package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.app.process.NeedsWire;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** What the shell shows of the packets on a wire. */
@NeedsWire
class WireLookTest extends OwnMachine {
    private static final String CONVERSATION = """
        socket --as door
        bind door 7
        listen door
        socket --as alice
        connect alice 7
        accept door --as bob
        link drop next data
        send alice hello
        recv bob
        """;

    @Test
    void theTraceTellsEveryPacketAndWhatTheLinkDid() throws IOException, InterruptedException {
        Ended ended = sockrates.readOnWire(
                "trace on\n" + CONVERSATION + "link duplicate next data\nsend alice more\nrecv bob\ntrace off\n");
        assertThat(ended.status()).isZero();
        String told = String.join("\n", ended.err()).replaceAll("\n {4}", " ");
        assertThat(told)
                .containsPattern("(?m)^\\d+\\.\\d{6} 10\\.77\\.0\\.1\\.\\d+ > 10\\.77\\.0\\.2\\.7: S 0$")
                .containsPattern("(?m)^\\d+\\.\\d{6} 10\\.77\\.0\\.2\\.7 > 10\\.77\\.0\\.1\\.\\d+: S\\. 0 ack 1$")
                .containsPattern("(?m): P\\. 1:6\\(5\\) ack 1 {1,2}<- dropped: drop next data$")
                .containsPattern("(?m): P\\. 1:6\\(5\\) ack 1 \\[Retransmission]$")
                .containsPattern("(?m): P\\. 6:10\\(4\\) ack 1$")
                .containsPattern("(?m): P\\. 6:10\\(4\\) ack 1  <- duplicated: duplicate next data$");
    }

    @Test
    void callsAndPacketsOfATraceStandInTheOrderOfTheirTimes() throws IOException, InterruptedException {
        String script = "trace on\nserver tcp 7 --echo\nsocket --as a\nconnect a 7\nsend a again\nrecv a\nclose a\n"
                + "stop *\ntrace off\n";
        Ended ended = sockrates.readOnWire(script);
        assertThat(ended.status()).isZero();
        List<String> times = ended.err().stream()
                .filter(line -> line.matches("\\d+\\.\\d{6} .*"))
                .map(line -> line.replaceAll("^(\\d+\\.\\d{6}) .*", "$1"))
                .toList();
        assertThat(times).hasSizeGreaterThan(12).isSorted();
    }

    @Test
    void aTraceThatBeginsInTheMiddleNumbersAsTheLadderDoes() throws IOException, InterruptedException {
        String script = CONVERSATION + "trace on\nsend alice again\nrecv bob\ntrace off\nladder --timeless --ascii\n";
        Ended ended = sockrates.readOnWire(script);
        assertThat(ended.err()).anyMatch(line -> line.matches(".* > 10\\.77\\.0\\.2\\.7: P\\. 6:11\\(5\\) ack 1"));
        assertThat(ended.out()).anyMatch(line -> line.matches("send\\(4,\"again\"\\)=5 +\\|-+ P\\. 6:11\\(5\\).*"));
    }

    @Test
    void theLadderShowsSegmentsWhatWasLostAndStates() throws IOException, InterruptedException {
        Ended ended = sockrates.readOnWire(CONVERSATION + "ladder --timeless --ascii\n");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .anyMatch(line -> line.matches("send\\(4,\"hello\"\\)=5 +\\|-+ P\\. 1:6\\(5\\).* drop next data \\|.*"))
                .anyMatch(line -> line.matches(".*P\\. 1:6\\(5\\).* Retransmission.*recv\\(5,\"hello\"\\)=5"))
                .anyMatch(line -> line.contains("SYN-SENT -> ESTAB"))
                .contains("states are inferred from the segments seen");
    }

    @Test
    void numberedDatagramsAreToldAndDrawnByWhatTheySay() throws IOException, InterruptedException {
        String script =
                "use rdt-sr\ntrace on\n" + CONVERSATION + "trace off\nlink drop next syn\nladder --timeless --ascii\n";
        Ended ended = sockrates.readOnWire(script);
        assertThat(ended.status()).isZero();
        String told = String.join("\n", ended.err()).replaceAll("\n {4}", " ");
        assertThat(told)
                .containsPattern("(?m)^\\d+\\.\\d{6} 10\\.77\\.0\\.1\\.\\d+ > 10\\.77\\.0\\.2\\.7: OPEN 0$")
                .containsPattern("(?m): DATA 1, length 5 {1,2}<- dropped: drop next data$")
                .containsPattern("(?m): DATA 1, length 5 \\[Retransmission]$")
                .containsPattern("(?m) 10\\.77\\.0\\.2\\.7 > 10\\.77\\.0\\.1\\.\\d+: ACK 1, next 2, win 187$")
                .doesNotContain("UDP");
        assertThat(ended.out())
                .anyMatch(line -> line.matches("connect\\(4\\)=0 .*"))
                .anyMatch(line -> line.matches("\\[1] timer 1 on +\\|-+ data 1 .* drop next data \\|.*"))
                .anyMatch(line -> line.matches("timeout \\[1] +\\|-+ data 1 again .*"))
                .noneMatch(line -> line.contains("not ours"));
    }

    @Test
    void aDatagramInFragmentsIsOneArrowAndLostWithAnyOfThem() throws IOException, InterruptedException {
        String script = "socket udp --as to\nbind to 9\nsocket udp --as from\nlink drop 2nd\nsendto from 9 #5000\n"
                + "sendto from 9 #3000\nrecvfrom to\nladder --segments --timeless --ascii --width 100\n";
        assertThat(sockrates.readOnWire(script).out())
                .anyMatch(line -> line.matches(" *\\|-+ 5000 bytes in 4 fragments -+x fragment 2: drop 2nd \\|"))
                .anyMatch(line -> line.matches(" *\\|-+ 3000 bytes in 3 fragments -+>\\|"))
                .noneMatch(line -> line.contains("of IP"));
    }

    @Test
    void aCaptureIsReadBackHereAndByTshark() throws IOException, InterruptedException {
        Ended ended = sockrates.readOnWire("capture lab.pcapng\n" + CONVERSATION
                + "capture stop\ncapture read lab.pcapng\ncapture read lab.pcapng --ladder --timeless\n"
                + "capture lab.pcapng\n");
        assertThat(ended.err())
                .singleElement()
                .asString()
                .matches("stdin:\\d+: capture: lab.pcapng: exists \\(expected: a new file\\);"
                        + " overwrite it with --force");
        assertThat(ended.out())
                .anyMatch(line -> line.matches("lab\\.pcapng: \\d+ packets, seen at both ends"))
                .anyMatch(line -> line.matches("   there  .* 5 of new data .* 1 repeated.*"))
                .anyMatch(line -> line.contains("drop next data"))
                .contains("states are inferred from the segments seen");
        Path file = sockrates.work().resolve("lab.pcapng");
        Optional<Path> tshark = Tools.find("tshark");
        if (tshark.isPresent()) {
            List<String> words = List.of(tshark.get().toString(), "-r", file.toString(), "-Tfields", "-eframe.comment");
            Ended read = Started.start(sockrates.command(words), folder.resolve("said"))
                    .ended();
            assertThat(read.status()).isZero();
            assertThat(read.out()).contains("dropped: drop next data");
        }
        Files.delete(file);
    }

    @Test
    void whoWaitsInVainIsToldThatTheLinkIsPaused() throws IOException, InterruptedException {
        String script = CONVERSATION + "set timeout 100ms\nsocket --as late\nlink pause\nconnect late 7\naccept door\n"
                + "recv bob\nclient 7 hi --timeout 100ms\nlink resume\nrecv bob\n";
        Ended ended = sockrates.readOnWire(script);
        assertThat(ended.out())
                .filteredOn(line -> line.matches("  no.* within 100ms.*"))
                .containsExactly(
                        "  no answer within 100ms: the link is paused; try  link resume",
                        "  nobody connected within 100ms: the link is paused; try  link resume",
                        "  nothing came within 100ms: the link is paused; try  link resume",
                        "  nothing came within 100ms; the other end is alice (4): try  send alice …");
        assertThat(ended.err())
                .first()
                .asString()
                .endsWith("client: tcp 10.77.0.2:7: no answer in time: the link is paused; try  link resume");
    }

    @Test
    void whoWaitsInVainIsToldWhetherTheWayLosesOrTakesLonger() throws IOException, InterruptedException {
        String script = CONVERSATION + "server tcp 8 --quiet\nlink use delay 10s\nsend alice hello\nset timeout 1s\n"
                + "recv bob\nsocket --as late\nconnect late 7\nclient tcp 8 hi --timeout 1s\nlink use loss 100%\n"
                + "socket --as lost\nconnect lost 7\n";
        Ended ended = sockrates.readOnWire(script);
        assertThat(ended.out())
                .filteredOn(line -> line.matches("  no.* within 1s.*"))
                .containsExactly(
                        "  nothing came within 1s; what alice (4) sent is still to come",
                        "  no answer within 1s: packets take longer on the way",
                        "  no answer within 1s: packets vanish on the way");
        assertThat(ended.err())
                .first()
                .asString()
                .endsWith("client: tcp 10.77.0.2:8: no answer in time: packets take longer on the way");
    }

    @Test
    void aServerOfDatagramsAnswersAtLengthWhereNobodyCanBeHarmed() throws IOException, InterruptedException {
        String script = "server udp 7 --reply \"hello there, friend\" --quiet\nclient udp 7 hi\n";
        assertThat(sockrates.readOnWire(script).out()).contains("received  19 bytes: \"hello there, friend\"");
    }

    @Test
    void theLadderIsAMermaidDiagramWhereOneIsWanted() throws IOException, InterruptedException {
        Ended ended = sockrates.readOnWire(CONVERSATION + "ladder --mermaid\n");
        assertThat(ended.out()).contains("sequenceDiagram").anyMatch(line -> line.startsWith("    L-xR: P. 1#58;6(5)"));
    }
}
