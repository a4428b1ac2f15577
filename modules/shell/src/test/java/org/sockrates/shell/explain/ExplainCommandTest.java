package org.sockrates.shell.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.capture.analysis.Label;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.Typing;
import org.sockrates.transport.Errno;
import org.sockrates.transport.testkit.Child;

class ExplainCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

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
    @ValueSource(strings = {"EWOULDBLOCK", "EINPROGRESS", "ENOTSOCK", "EPROTONOSUPPORT", "ENFILE", "ENOMEM"})
    void knowsThoseOneMeetsElsewhere(String errno) {
        List<String> lines = typing.type("explain " + errno).ends(0).lines();
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(0)).startsWith(errno + " (");
        List<String> all = typing.type("explain").lines();
        assertThat(String.join(" ", all)).contains("met elsewhere:  ").contains(" " + errno);
    }

    @Test
    void aHostThatIsSilentIsNoMissingRoute() {
        assertThat(typing.type("explain EHOSTUNREACH").lines())
                .anyMatch(line -> line.contains("ARP"))
                .anyMatch(line -> line.contains("a firewall"));
        assertThat(typing.type("explain ECONNABORTED").lines())
                .anyMatch(line -> line.contains("Linux does not say so"));
        assertThat(typing.type("explain ENETUNREACH").lines())
                .contains("  No route leads there, or a router said so (ICMP).");
    }

    @Test
    void knowsEachByItsNumberAsPythonDoes() throws Exception {
        String asked = "import errno, os\nfor n, e in errno.errorcode.items(): print(n, e, os.strerror(n))\nprint()";
        try (Child python = Child.pythonText(asked)) {
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
    @MethodSource("explained")
    void knowsEachWordThatHasAPage(Explained word) {
        List<String> lines = typing.type("explain " + word.word().toUpperCase(Locale.ROOT))
                .ends(0)
                .lines();
        assertThat(lines).hasSizeBetween(2, 6).allMatch(line -> line.length() <= 80);
        assertThat(String.join(" ", lines)).as("whatever is in use").doesNotContainPattern("(server|client) [0-9]");
        assertThat(lines.get(0)).startsWith(word.word()).contains(": ");
        assertThat(Glossary.chapters().get(word.chapter())).contains(word.word());
    }

    static Stream<Explained> explained() {
        return Glossary.explained();
    }

    @Test
    void noWordHasTwoPages() {
        assertThat(Glossary.words().stream().map(word -> word.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fd", "EOF", "win", "seq", "urgent", "resumed", "host", "ack", "MSS", "TLP", "SYN/ACK", "sackOK"
            })
    void knowsWhatIsCalledOtherwiseElsewhere(String word) {
        assertThat(typing.type("explain " + word).ends(0).lines()).hasSizeGreaterThan(1);
    }

    @Test
    void severalAreExplainedAsOne() {
        assertThat(typing.type("explain datagrams").first()).startsWith("datagram: ");
        typing.type("explain nonsenses").ends(2);
    }

    @ParameterizedTest
    @CsvSource({
        "S,    '[S]: SYN, the first segment of a handshake: a client asks'",
        "S.,   '[S.]: SYN and ACK, the second segment of a handshake: the server agrees'",
        "[P.], '[P.]: PSH and ACK, with bytes: the last of a send, or of a piece of a long one'",
        "F.,   '[F.]: FIN and ACK: its sender has nothing more to say'",
        "R,    '[R]: RST, the answer to a segment with an ACK that belongs to no connection here'",
        "FR.,  '[FR.]: FIN and RST and ACK'",
    })
    void knowsFlagsAsALadderAndTcpdumpWriteThem(String flags, String told) {
        assertThat(typing.type("explain " + flags).ends(0).lines())
                .startsWith(told)
                .hasSize(3)
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void smallLettersAndFlagsTwiceAreNoFlags() {
        assertThat(typing.type("explain .").ends(0).first()).startsWith("[.]: ACK, an acknowledgement");
        typing.type("explain few").ends(2);
        typing.type("explain SS").ends(2);
    }

    @ParameterizedTest
    @EnumSource(Errno.class)
    void knowsWhatAnErrnoSays(Errno errno) {
        for (String text : List.of(errno.text(), errno.text().toUpperCase(Locale.ROOT), '"' + errno.text() + '"')) {
            assertThat(typing.type("explain " + text).ends(0).first()).startsWith(errno + " (");
        }
    }

    @Test
    void knowsWhatPythonRaises() {
        assertThat(typing.type("explain ConnectionRefusedError").first()).startsWith("ECONNREFUSED (");
        assertThat(typing.type("explain BrokenPipeError").first()).startsWith("EPIPE (");
        assertThat(typing.type("explain TimeoutError").first()).startsWith("timeout: ");
        assertThat(typing.type("explain SIGPIPE").first()).startsWith("EPIPE (");
    }

    @Test
    void anOptionIsKnownWithoutItsLayer() {
        assertThat(typing.type("explain linger").first()).startsWith("SO_LINGER: ");
        assertThat(typing.type("explain nodelay").first()).startsWith("TCP_NODELAY: ");
        assertThat(typing.type("explain broadcast").first()).startsWith("broadcast: ");
    }

    @Test
    void aWordThatIsACommandTooNamesItsHelp() {
        assertThat(typing.type("explain tcp").ends(0).lines())
                .startsWith("TCP: carries a stream of bytes, whole and in its order (RFC 9293)")
                .endsWith("  of the command:  help tcp");
        assertThat(typing.type("explain UDP").ends(0).lines()).noneMatch(line -> line.contains("of the command"));
        typing.type("explain Bind")
                .refuses("explain: \"Bind\" (expected: an errno or another word; of the command:  help bind)");
        typing.type("explain loss")
                .refuses("explain: \"loss\" (expected: an errno or another word; it is one of a link:  help link)");
        typing.type("explain upstream")
                .refuses("explain: \"upstream\" (expected: an errno or another word; it is one of a link:  help link)");
        typing.type("explain Slicer")
                .refuses("explain: \"Slicer\" (expected: an errno or another word; it is one of a fault:  help fault)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strace", "sender", "name"})
    void aWordThatIsOnlySlightlyAlikeIsNotGuessed(String word) {
        typing.type("explain " + word)
                .refuses("explain: \"" + word + "\" (expected: an errno or another word that explain lists)");
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
                .hasSizeLessThan(48)
                .anyMatch(line -> line.startsWith("errnos:  ") && line.contains(" EADDRINUSE "))
                .anyMatch(line -> line.startsWith("and of  tcp:  ") && line.contains(" cwnd, "))
                .allMatch(line -> line.length() <= 80);
        assertThat(typing.type("explain --json").jsonList())
                .hasSizeGreaterThan(Errno.values().length)
                .anyMatch(each -> each.toString().contains("term=rto"));
    }

    @Test
    void aProgramGetsWholeParagraphs() {
        assertThat(typing.type("explain EAFNOSUPPORT --json").json())
                .containsEntry("errno", "EAFNOSUPPORT")
                .containsEntry("text", "Address family not supported by protocol")
                .containsEntry(
                        "lines",
                        List.of(
                                "An IPv6 address on an IPv4 socket, or on an IPv6 one that is bound to an IPv4 address;"
                                        + " or the machine lacks the family.",
                                "do:  socket --ipv6  for IPv6 addresses"));
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
