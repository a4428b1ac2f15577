package org.sockrates.shell.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.sockrates.transport.Traits.Promise.CONNECTION_ORIENTED;
import static org.sockrates.transport.Traits.Promise.FLOW_CONTROLLED;
import static org.sockrates.transport.Traits.Promise.KEEPS_BOUNDARIES;
import static org.sockrates.transport.Traits.Promise.ORDERED;
import static org.sockrates.transport.Traits.Promise.RELIABLE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.ladder.Drawing;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.TimeText;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.tcp.TcpTransport;

class LadderCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    private void talk() {
        typing.connectTcp();
        typing.all("send alice hello", "recv bob", "close alice", "recv bob", "close bob")
                .ends(0);
    }

    @Test
    void drawsTheLastConversation() {
        talk();
        assertThat(typing.type("ladder").ends(0).lines()).allMatch(line -> line.length() <= 80);
        Shown shown = typing.type("ladder --timeless").ends(0);
        assertThat(String.join("\n", shown.lines()))
                .contains("send(4,\"hello\")=5", "recv(5,\"hello\")=5", "-------->|", "close(4)=0");
    }

    @Test
    void aConnectionWhoseMessagesHaveBoundariesIsOneConversationToo() {
        Transport messages = mock(Transport.class, delegatesTo(new TcpTransport()));
        doReturn(Traits.of(60_000, CONNECTION_ORIENTED, KEEPS_BOUNDARIES, RELIABLE, ORDERED, FLOW_CONTROLLED))
                .when(messages)
                .traits();
        try (Typing shell = Typing.of(List.of(messages), new LoopbackPath())) {
            shell.connectTcp();
            shell.all("send alice hello", "recv bob", "close alice", "recv bob").ends(0);
            assertThat(shell.type("ladder --list").lines()).hasSize(1);
            assertThat(String.join("\n", shell.type("ladder --timeless").lines()))
                    .contains("connect(4)=0", "accept(3)=5", "send(4,\"hello\")=5", "recv(5,\"hello\")=5")
                    .doesNotContain("?");
        }
    }

    @Test
    void drawsTheOneOfASocket() {
        typing.connectTcp();
        typing.all("socket udp --as carol", "socket udp --as dave", "bind 0", "sendto carol {dave} x", "recv dave")
                .ends(0);
        assertThat(String.join("\n", typing.type("ladder bob").ends(0).lines())).contains("connect(");
    }

    @Test
    void listsAndDrawsAll() {
        talk();
        typing.all("socket udp --as carol", "socket udp --as dave", "bind dave 0", "sendto carol {dave} x", "recv dave")
                .ends(0);
        assertThat(typing.type("ladder --list").lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("1: tcp socket 4 -> "))
                .anyMatch(line -> line.startsWith("2: udp carol ("));
        List<String> all = typing.type("ladder --all").lines();
        assertThat(all)
                .contains("")
                .hasSizeGreaterThan(typing.type("ladder").lines().size());
        List<Map<String, Object>> json = typing.type("ladder --all --json").jsonList();
        assertThat(json).hasSize(2);
        assertThat(String.valueOf(json.get(0).get("rows")))
                .contains("from=left, shape=whole, label=\"hello\", mark=null, took_ms=")
                .contains("seen_to_arrive=false, left_call=send(4, \"hello\", 5, 0) = 5,")
                .contains("right_call=recv(5, \"hello\", 65536, 0) = 5,");
    }

    @Test
    void inWordsNothingIsMeantByWhereItStands() {
        talk();
        assertThat(typing.type("ladder --words --timeless").ends(0).lines())
                .contains("\"hello\" goes from alice (4) to bob (5); alice (4) calls send(4,\"hello\")=5; bob")
                .contains("  (5) calls recv(5,\"hello\")=5")
                .contains("door (3) calls listen(3,5)=0");
        typing.type("ladder --words --mermaid").refuses("ladder: --mermaid with --words (expected: one of them)");
    }

    @Test
    void aConversationThatIsOverIsFoundByItsNumberAndByItsSockets() {
        talk();
        typing.all("socket udp --as carol", "socket udp --as dave", "bind dave 0", "sendto carol {dave} x", "recv dave")
                .ends(0);
        assertThat(String.join("\n", typing.type("ladder --nth 1").ends(0).lines()))
                .contains("connect(4)=0", "close(5)=0");
        typing.type("close carol").ends(0);
        List<Map<String, Object>> json = typing.type("ladder 4 --json").jsonList();
        assertThat(json).extracting(ladder -> ladder.get("number")).containsExactly(2);
        typing.type("socket udp --as erin").ends(0);
        assertThat(typing.session().sockets().current().orElseThrow().number()).isEqualTo(4);
        typing.type("ladder erin").refuses("ladder: erin (4): no conversation yet (expected: one; connect, or sendto)");
        typing.type("ladder --nth 3").refuses("ladder: --nth: \"3\" (expected: 1 to 2; see  ladder --list)");
        typing.type("ladder dave --nth 1").refuses("ladder: --nth with SOCKET (expected: one of them)");
        typing.type("ladder --all --nth 1").refuses("ladder: --nth with --all (expected: one of them)");
        typing.type("ladder 77").refuses("ladder: socket 77: no conversation of it (expected: one of  ladder --list )");
    }

    @Test
    void isAsWideAsTheTerminalUpTo120Columns() {
        talk();
        String longer = "word".repeat(30);
        typing.all("socket udp --as carol", "bind 0", "socket udp --as dave").ends(0);
        typing.all("sendto dave {carol} " + longer, "recvfrom carol").ends(0);
        for (int[] terminal : new int[][] {{100, 100}, {300, 120}, {40, 60}}) {
            typing.session().defaults().width(terminal[0]);
            assertThat(typing.type("ladder --all").lines())
                    .allMatch(line -> line.length() <= terminal[1])
                    .anyMatch(line -> line.length() > terminal[1] - 15);
        }
    }

    @Test
    void isPlainAsciiWhereItMustBe() {
        talk();
        assertThat(typing.type("ladder --ascii").lines())
                .allMatch(line -> line.chars().allMatch(c -> c < 0x80));
        typing.session().defaults().drawing(Drawing.UNICODE);
        assertThat(String.join("", typing.type("ladder").lines())).contains("\u2500");
        typing.session().defaults().drawing(Drawing.ASCII);
        assertThat(typing.type("ladder").lines())
                .isEqualTo(typing.type("ladder --ascii").lines());
    }

    @Test
    void canDoWithoutTimesAndBeWider() {
        talk();
        assertThat(typing.type("ladder --timeless").lines()).noneMatch(line -> line.contains(" ms "));
        assertThat(typing.type("ladder --width 120").lines()).anyMatch(line -> line.length() > 80);
    }

    @Test
    void leavesOutTheMiddleOfMoreRowsThanAreWanted() {
        talk();
        List<String> whole = typing.type("ladder --timeless").lines();
        List<String> some = typing.type("ladder --timeless --rows 4").lines();
        assertThat(some).anyMatch(line -> line.matches("(…|\\.\\.\\.) \\d+ rows left out"));
        assertThat(whole)
                .containsAll(
                        some.stream().filter(line -> !line.contains("left out")).toList());
        assertThat(some).hasSizeLessThan(whole.size());
    }

    @Test
    void leavesOutTheCallsWhereOnlyWhatCrossedIsWanted() {
        talk();
        assertThat(String.join(
                        "\n",
                        typing.type("ladder --segments --ascii --timeless").lines()))
                .contains("-------->|")
                .doesNotContain("send(", "recv(", "close(");
    }

    @Test
    void showsWhatALinkDidToDatagrams() {
        typing.all("socket udp --as bob", "bind 0").ends(0);
        typing.opens("link", "link add udp {bob} drop 2 seed 1");
        typing.all("socket udp --as alice", "sendto alice {link} one", "sendto alice {link} two", "recv bob")
                .ends(0);
        await().until(() -> typing.type("link log 1 --json").jsonList().size() == 2);
        assertThat(String.join("\n", typing.type("ladder alice").ends(0).lines()))
                .contains("drop");
    }

    @Test
    void needsAConversation() {
        typing.type("ladder").refuses("ladder: no conversation yet (expected: one; connect, or sendto)");
        typing.type("socket --as door").ends(0);
        typing.type("ladder door").refuses("ladder: door (3): no conversation yet (expected: one; connect, or sendto)");
        typing.all("socket", "bind 0", "listen", "socket", "connect {4}").ends(0);
        typing.type("ladder --width 20")
                .refuses("ladder: --width: \"20\" (expected: a whole number from 60 to 1000000)");
        typing.type("ladder --rows 1").refuses("ladder: --rows: \"1\" (expected: a whole number from 2 to 1000000)");
        typing.type("ladder --rows 2").ends(0);
        typing.type("ladder door too").refuses("ladder: \"too\" (expected: nothing more; see  help ladder)");
        typing.type("ladder nobody").refuses("ladder: \"nobody\" (expected: a socket: door 4 5)");
    }

    @Test
    void saysWhatTheJournalHasForgotten() {
        typing.session().defaults().drawing(Drawing.UNICODE);
        typing.connectTcp();
        typing.all("send alice hello", "recv bob").ends(0);
        forget();
        typing.type("ladder alice")
                .refuses(
                        "ladder: alice (4): no conversation known (expected: one; connect, or sendto); " + forgotten());
        typing.type("ladder 77")
                .refuses("ladder: socket 77: no conversation of it (expected: one of  ladder --list ); " + forgotten());
        typing.all("send bob back", "recv alice").ends(0);
        assertThat(typing.type("ladder alice").lines()).first().isEqualTo("… " + forgotten());
        assertThat(typing.type("ladder alice --mermaid").lines()).first().isEqualTo("%% " + forgotten());
        assertThat(typing.type("ladder alice --ascii").lines()).first().isEqualTo("... " + forgotten());
        assertThat(typing.type("ladder --list").lines()).hasSize(2).last().isEqualTo("… " + forgotten());
        assertThat(typing.type("ladder alice --json").jsonList().get(0)).containsEntry("whole", false);
        typing.all("socket udp --as carol", "socket udp --as dave", "bind dave 0", "sendto carol {dave} x", "recv dave")
                .ends(0);
        assertThat(typing.type("ladder carol").lines()).noneMatch(line -> line.contains("forgotten"));
        assertThat(typing.type("ladder carol --json").jsonList().get(0)).containsEntry("whole", true);
    }

    /** As many calls of somebody else's as the journal keeps. */
    private void forget() {
        long now = System.nanoTime();
        SocketEvent call = new SocketEvent(
                now, now, 3, "tcp", Call.LISTEN, new Arguments.Backlog(1), new SocketEvent.Returned(0), null, null);
        for (int i = 0; i < 10_000; i++) {
            typing.session().journal().heard("crowd", call);
        }
    }

    private String forgotten() {
        Session session = typing.session();
        return "what was before "
                + TimeText.of(session.journal().entries().get(0).at(), session.wall())
                + " is forgotten (the session keeps 10,000 events)";
    }

    @Test
    void whatAFaultCutsArrivesPieceByPiece() {
        typing.all("socket --as door", "bind door 0", "listen door").ends(0);
        typing.opens("link", "link add {door}");
        typing.all("fault use 1 upstream slicer 3 50ms", "socket --as alice", "connect alice {link}")
                .ends(0);
        typing.all("accept door --as bob", "send alice abcdef", "recv bob", "send bob got", "recv alice", "recv bob")
                .ends(0);
        String drawn =
                String.join("\n", typing.type("ladder alice --timeless --ascii").lines());
        assertThat(drawn.indexOf("recv(5,\"abc\")"))
                .isPositive()
                .isLessThan(drawn.indexOf("send(5,\"got\")"))
                .isLessThan(drawn.indexOf("recv(5,\"def\")"));
    }

    @Test
    void bytesThatNobodyCanTellApartHaveNoRule() {
        typing.all("socket --as door", "bind door 0", "listen door").ends(0);
        typing.opens("link", "link add {door} delay 5ms");
        typing.all("socket --as alice", "connect alice {link}", "accept door --as bob", "send alice hello", "recv bob")
                .ends(0);
        assertThat(typing.type("ladder alice --ascii --width 100").lines()).anyMatch(line -> line.contains("\" delay"));
        typing.all("link use 1", "journal --clear", "send alice later", "recv bob")
                .ends(0);
        assertThat(typing.type("ladder alice --ascii --width 100").lines()).noneMatch(line -> line.contains("delay"));
    }

    @Test
    void bothEndsOfAStreamThroughARelayStandOnOneLadder() {
        typing.all("socket --as door", "bind door 0", "listen door").ends(0);
        typing.opens("link", "link add {door} delay 20ms");
        typing.all("socket --as alice", "connect alice {link}", "accept door --as bob", "send alice hello", "recv bob")
                .ends(0);
        typing.all("send bob HELLO", "recv alice", "close alice", "recv bob", "close bob")
                .ends(0);
        List<String> lines = typing.type("ladder --timeless --ascii").ends(0).lines();
        assertThat(lines).noneMatch(line -> line.contains("?"));
        assertThat(lines)
                .anyMatch(line ->
                        line.matches("send\\(4,\"hello\"\\)=5 +\\|-+ \"hello\" delay -+>\\| recv\\(5,\"hello\"\\)=5"))
                .anyMatch(line ->
                        line.matches("recv\\(4,\"HELLO\"\\)=5 +\\|<-+ \"HELLO\" delay -+\\| send\\(5,\"HELLO\"\\)=5"));
        assertThat(String.join("\n", typing.type("ladder --ascii").lines()))
                .containsPattern("\"hello\" delay ([2-9][0-9]|[1-9][0-9]{2,3})(\\.[0-9])? ms");
        assertThat(typing.type("ladder --list").lines()).hasSize(1);
    }
}
