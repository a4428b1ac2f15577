package org.sockrates.shell.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.capture.KernelState;
import org.sockrates.capture.analysis.Label;
import org.sockrates.shell.Typing;
import org.sockrates.transport.Errno;
import org.sockrates.transport.testkit.Child;

class ExplainCommandTest {
    private final Typing typing = new Typing();

    @AfterEach
    void close() {
        typing.close();
    }

    @Test
    void tellsTcpAndUdpApartAndWhatToDo() {
        typing.type("explain econnrefused")
                .has(
                        "ECONNREFUSED (Connection refused), 111 on Linux",
                        "  TCP: the machine is there and answered the SYN with RST, because nobody",
                        "  UDP: an earlier datagram met a closed port and ICMP said so. Linux tells only",
                        "  do: listen there first; compare host, port and transport of both ends")
                .ends(0);
    }

    @ParameterizedTest
    @EnumSource(Errno.class)
    void hasAPageForEach(Errno errno) {
        List<String> lines = typing.type("explain " + errno).ends(0).lines();
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(0)).isEqualTo(errno + " (" + errno.text() + "), " + errno.number() + " on Linux");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EWOULDBLOCK", "EINPROGRESS", "ENOTSOCK", "EPERM", "EPROTONOSUPPORT", "ENFILE", "ENOMEM"})
    void knowsThoseOneMeetsElsewhere(String errno) {
        List<String> lines = typing.type("explain " + errno).ends(0).lines();
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(0)).startsWith(errno + " (");
        List<String> all = typing.type("explain").lines();
        assertThat(all).noneMatch(line -> line.startsWith(errno));
        assertThat(String.join(" ", all)).contains("met elsewhere:  ").contains(" " + errno);
    }

    @Test
    void aHostThatIsSilentIsNoMissingRoute() {
        assertThat(typing.type("explain EHOSTUNREACH").lines()).anyMatch(line -> line.contains("ARP"));
        assertThat(typing.type("explain ECONNABORTED").lines())
                .anyMatch(line -> line.contains("Linux does not say so"));
        assertThat(typing.type("explain ENETUNREACH").lines())
                .contains("  No route leads there, or a router said so (ICMP).");
    }

    @Test
    void knowsEachByItsNumberAsPythonDoes() throws Exception {
        List<String> asked = List.of(
                "python3",
                "-c",
                "import errno, os\nfor n, e in errno.errorcode.items(): print(n, e, os.strerror(n))\nprint()");
        try (Child python = Child.start(asked)) {
            int known = 0;
            for (String line = python.line(); !line.isEmpty(); line = python.line()) {
                String[] words = line.split(" ", 3);
                if (ErrnoPage.names().contains(words[1])) {
                    typing.type("explain " + words[0]).has(words[1] + " (" + words[2] + "), " + words[0] + " on Linux");
                    known++;
                }
            }
            assertThat(known).isGreaterThan(30);
        }
    }

    @ParameterizedTest
    @EnumSource(KernelState.class)
    void knowsEachState(KernelState state) {
        List<String> lines = typing.type("explain " + state).ends(0).lines();
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(0)).startsWith(state.word());
    }

    @ParameterizedTest
    @EnumSource(Label.class)
    void knowsEachLabel(Label label) {
        List<String> lines = typing.type("explain " + label.text().toLowerCase(Locale.ROOT))
                .ends(0)
                .lines();
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(0)).startsWith(label.text() + ": ");
    }

    @ParameterizedTest
    @EnumSource(ShownWord.class)
    void knowsEachWordThatIsShown(ShownWord word) {
        List<String> lines = typing.type("explain " + word.word()).ends(0).lines();
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(0)).startsWith(word.word() + ": ");
    }

    /** The names that {@code options} shows, whatever the socket. */
    @Test
    void knowsEachOptionThereIs() {
        for (String socket : List.of("socket tcp", "socket udp", "socket udp --ipv6")) {
            typing.type(socket).ends(0);
            for (String line : typing.type("options").ends(0).lines()) {
                String name = line.split(" ")[0];
                List<String> page = typing.type("explain " + name).ends(0).lines();
                assertThat(page).hasSizeGreaterThan(1).allMatch(each -> each.length() <= 80);
                assertThat(page.get(0)).startsWith(name + ": ");
            }
        }
    }

    @Test
    void knowsWhatWhyKnows() {
        typing.type("explain cut_bytes")
                .has("bytes lost for good because they did not fit into the reader's room")
                .ends(0);
        typing.type("explain latency")
                .has("latency: how long are a question and its answer under way?")
                .ends(0);
    }

    @Test
    void aStateHasTheNameOfItsStandardToo() {
        typing.type("explain established").has("ESTAB, in RFC 9293 ESTABLISHED: connected; bytes may go both ways");
        assertThat(String.join(" ", typing.type("explain Time_Wait").ends(0).lines()))
                .contains("without SO_REUSEADDR");
    }

    @Test
    void listsAllOfThem() {
        assertThat(typing.type("explain").lines())
                .hasSizeGreaterThan(Errno.values().length)
                .contains("EPIPE         Broken pipe")
                .anyMatch(line -> line.startsWith("and of  tcp:  ") && line.contains(" cwnd, "))
                .allMatch(line -> line.length() <= 80);
        assertThat(typing.type("explain --json").jsonList())
                .hasSizeGreaterThan(Errno.values().length)
                .anyMatch(each -> each.toString().contains("term=rto"));
    }

    @Test
    void aProgramGetsWholeParagraphs() {
        assertThat(typing.type("explain EMSGSIZE --json").json())
                .containsEntry("errno", "EMSGSIZE")
                .containsEntry("text", "Message too long")
                .containsEntry(
                        "lines",
                        List.of(
                                "A datagram must fit into one IP packet: 65507 = 65535 - 20 (IPv4) - 8 (UDP);"
                                        + " over IPv6 65527.",
                                "Nothing was sent. A stream has no such limit.",
                                "do: split it, or use tcp"));
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

    @Test
    void namesTheNearestOne() {
        typing.type("explain ECONREFUSED").refuses("explain: \"ECONREFUSED\" (expected: ECONNREFUSED?)");
        typing.type("explain bind")
                .refuses("explain: \"bind\" (expected: an errno or another word; of the command:  help bind)");
        typing.type("explain nonsense")
                .refuses("explain: \"nonsense\" (expected: an errno or another word that explain lists)");
        typing.type("explain EPIPE EPIPE")
                .refuses("explain: \"EPIPE EPIPE\" (expected: an errno or another word that explain lists)");
    }
}
