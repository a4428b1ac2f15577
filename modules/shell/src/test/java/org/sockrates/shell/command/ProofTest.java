package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.Typing;

/** What commands prove of a program that a lab judges. */
class ProofTest {
    @AutoClose
    private final Typing typing = new Typing();

    private Proof proof(String line) {
        List<String> words = List.of(line.split(" "));
        Set<String> options =
                words.stream().filter(word -> word.startsWith("--")).collect(Collectors.toSet());
        Command command = typing.interpreter().registry().find(words.get(0)).make();
        return command.proof(words.subList(1, words.size()), options);
    }

    /** A new command that says otherwise than most is entered here. */
    @Test
    void whatMostProveIsInWhatTheyShow() {
        List<String> words = typing.interpreter().registry().words();
        assertThat(words)
                .filteredOn(word -> proof(word) == Proof.OF_ITSELF)
                .containsExactlyInAnyOrder(
                        "bind",
                        "close",
                        "join",
                        "leave",
                        "listen",
                        "send",
                        "sendto",
                        "server",
                        "shutdown",
                        "socket",
                        "stop");
        assertThat(words)
                .filteredOn(word -> proof(word) == Proof.OF_OTHERS)
                .containsExactlyInAnyOrder("accept", "client", "recv", "recvfrom", "source");
        assertThat(words)
                .filteredOn(word -> proof(word) == Proof.OF_WHO_LISTENS)
                .containsExactly("connect");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send bob hello",
                "send bob #4999999",
                "send bob take #10000000",
                "sendto bob localhost 7 \"#10000000\"",
                "set timeout 1s",
                "use udp",
                "path loopback",
                "link drop next",
                "link add 7",
                "fault use slicer 1",
                "options bob IP_TTL 3",
                "options SO_RCVBUF 1000",
                "stop 1",
                "capture all.pcap",
                "program type hello"
            })
    void whatTheLabDoesProvesNothing(String line) {
        assertThat(proof(line)).isEqualTo(Proof.OF_ITSELF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "link",
                "link log",
                "link show 1",
                "fault show",
                "options bob",
                "options bob SO_RCVBUF",
                "options . tcp_nodelay",
                "set",
                "path",
                "program",
                "program wait",
                "program stop",
                "program stop --timeout 3s",
                "tcp settings",
                "rdt rules",
                "trace on",
                "wait",
                "capture",
                "compare boundaries"
            })
    void whatSucceedsWhateverItShowsProvesByThat(String line) {
        assertThat(proof(line)).isEqualTo(Proof.BY_WHAT_IT_SHOWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send #5000000",
                "send bob #5000000",
                "sendto bob localhost 7 #10000000",
                "send bob file:a",
                "rdt check sw",
                "rdt check sw --forge",
                "program start",
                "wait 1"
            })
    void whoMustReadOrHoldIsProved(String line) {
        assertThat(proof(line)).isEqualTo(Proof.OF_OTHERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recv bob --waitall --expect file:a", "recv --expect #100000 --waitall"})
    void whoComparesProvesEveryByte(String line) {
        assertThat(proof(line)).isEqualTo(Proof.OF_EVERY_BYTE);
    }

    @Test
    void whoTakesWhatIsThereMayTakeAPart() {
        assertThat(proof("recv bob --expect file:a")).isEqualTo(Proof.OF_EVERY_BYTE_AT_ONCE);
        assertThat(proof("recvfrom --expect #100000")).isEqualTo(Proof.OF_EVERY_BYTE_AT_ONCE);
    }
}
