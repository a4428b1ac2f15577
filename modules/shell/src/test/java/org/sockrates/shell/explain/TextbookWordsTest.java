package org.sockrates.shell.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;
import org.sockrates.wire.TcpSetting;

/** That a course's own words lead somewhere. */
class TextbookWordsTest {
    @AutoClose
    private final Typing typing = new Typing();

    private String told(String word) {
        return String.join(" ", typing.type("explain " + word).ends(0).lines()).replaceAll(" +", " ");
    }

    static Stream<String> words() {
        return TextbookWords.ALL.stream().map(Explained::word);
    }

    @ParameterizedTest
    @MethodSource("words")
    void caseHyphensAndPluralDoNotMatter(String word) {
        String page = told(word);
        for (String other : List.of(
                word.toUpperCase(Locale.ROOT),
                word.replace(' ', '-'),
                word.replace('-', ' '),
                word.endsWith("s") ? word.substring(0, word.length() - 1) : word + "s")) {
            assertThat(told(other)).as(other).isEqualTo(page);
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void eachHasASourceAndSomethingToTry(String word) {
        assertThat(told(word))
                .containsPattern("RFC \\d+|Kurose and Ross §")
                .containsPattern(
                        "Try|try|Look, on|Compare, on|See it, on|watch it, on|How long the server's has to be");
    }

    static Stream<Map.Entry<String, String>> names() {
        return OtherNames.ALL.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anotherNameLeadsToItsPage(Map.Entry<String, String> name) {
        assertThat(told(name.getKey())).startsWith(told(name.getValue()).replaceAll(" of the command: .*", ""));
        assertThat(Glossary.words()).doesNotContain(name.getKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slow start",
                "congestion avoidance",
                "fast retransmit",
                "fast recovery",
                "window probe",
                "backoff",
                "delayed ACK",
                "persist timer",
                "silly window syndrome",
                "duplicate ACK",
                "SYN flood",
                "SYN cookies",
                "half-open",
                "receive window",
                "rwnd",
                "Karn",
                "MSL",
                "ISN",
                "AIMD",
                "maximum segment size",
                "window scaling",
                "zero window",
                "fragmentation",
                "path MTU",
                "DF",
                "ICMP",
                "port unreachable",
                "head-of-line blocking",
                "stop-and-wait",
                "go-back-N",
                "selective repeat",
                "utilisation",
                "bandwidth-delay product",
                "BDP",
                "goodput",
                "jitter",
                "jitter buffer"
            })
    void knowsTheWordsOfACourse(String word) {
        assertThat(told(word)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "window scaling, 'explain wscale'",
        "sliding window, 'explain selective repeat'",
        "ping, the echo of ping",
        "congestion control, 'slows down for the network'",
        "MSL, '2 MSL, RFC 9293 §3.6.1'",
        "ISN, 'its ISN, RFC 9293 §3.4.1'",
        "port unreachable, 'nobody is bound there'",
        "maximum segment size, '1460 where the MTU is 1500'",
        "MSS, Eff.snd.MSS",
        "zero window, such a probe is shown as Keep-Alive",
        "delayed ACK, up to 200 ms on a long way",
        "rto-min, 'on a long way up to 200 ms, and where this is less, not much longer than this'",
        "Dup ACK, 'or once more: a copy, or what was sent again in vain'",
        "Retransmission, RFC 6582 §3.2",
        "BOUND, ss -B",
        "slow-start-after-idle, 'RFC 2861, historic'",
    })
    void thePageItLeadsToNamesIt(String word, String said) {
        assertThat(told(word)).contains(said);
    }

    @ParameterizedTest
    @EnumSource(TcpSetting.class)
    void aSettingsPageSaysHowItWorks(TcpSetting setting) {
        assertThat(told(setting.word()))
                .contains(setting.told(), setting.sysctl())
                .doesNotContain("null")
                .hasSizeGreaterThan(setting.told().length() + setting.sysctl().length() + 100);
    }

    @Test
    void theNearestMayBeAnotherName() {
        typing.type("explain duplicated ACK").refuses("explain: \"duplicated ACK\" (expected: duplicate ACK?)");
    }

    @Test
    void explainsTheWordsOfTcp() {
        List<String> lines = typing.type("explain ssthresh").ends(0).lines();
        assertThat(lines.get(0)).isEqualTo("ssthresh: slow start ends there (RFC 5681)");
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 80);
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .contains("Linux takes half of cwnd (reno), or 0.7 of it (cubic)");
        assertThat(String.join(" ", typing.type("explain sacked").lines()))
                .contains("Without SACK, Linux counts duplicate acknowledgements here");
        assertThat(typing.type("explain sack").lines()).contains("sack: tells what came behind a gap (RFC 2018)");
        assertThat(typing.type("explain rto --json").json()).containsEntry("term", "rto");
        typing.type("explain swnd").refuses("explain: \"swnd\" (expected: cwnd?)");
    }
}
