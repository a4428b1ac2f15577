package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.rdt.socket.GoBackNTransport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

/** What is said under a failed call of a transport that travels in datagrams of UDP, whose ports it shares. */
@EnabledOnOs(OS.LINUX)
class SharedPortHintsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @AutoClose
    private final Typing typing =
            Typing.of(List.of(new GoBackNTransport(), new TcpTransport(), new UdpTransport()), new LoopbackPath());

    private String hint(String line) {
        Shown shown = typing.type(line);
        assertThat(shown.first()).as("%s: %s", line, shown).contains(" = -1 E");
        return shown.lines().stream().skip(1).map(String::strip).collect(Collectors.joining(" "));
    }

    @Test
    void thisVeryProcessHasThePort() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, HERE)) {
            typing.type("socket rdt-gbn").ends(0);
            assertThat(hint("bind " + other.getLocalPort()))
                    .isEqualTo("this very process (see  jobs) has it; try another port, or 0 for any");
        }
    }

    @Test
    void aSocketOfTheSessionHasThePortWhateverItSpeaks() {
        typing.all("socket rdt-gbn --as door", "bind door 0", "socket udp --as late")
                .ends(0);
        assertThat(hint("bind late {door}"))
                .isEqualTo("door (3) of this session has it: try another port, or  close door");
        typing.all("bind late 0", "socket rdt-gbn --as later").ends(0);
        assertThat(hint("bind later {late}"))
                .isEqualTo("late (4) of this session has it: try another port, or  close late");
    }

    @Test
    void aSocketOfTheSessionHasThePortAndSpeaksSomethingElse() {
        typing.all("set timeout 200ms", "socket udp --as bob", "bind bob 0", "socket rdt-gbn --as alice")
                .ends(0);
        assertThat(hint("connect alice {bob}"))
                .isEqualTo("no answer within 200ms: bob (3) has the port, and speaks udp");
    }

    @Test
    void whoeverHasThePortMaySpeakSomethingElse() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, HERE)) {
            typing.all("set timeout 200ms", "socket rdt-gbn").ends(0);
            assertThat(hint("connect " + other.getLocalPort()))
                    .isEqualTo(
                            "no answer within 200ms: packets vanish or take longer on the way, or whoever has the port"
                                    + " speaks no rdt-gbn: this very process (see  jobs)");
        }
    }

    @Test
    void nobodyTellsHowManyWaitThere() {
        typing.all("socket rdt-gbn --as door", "bind 0", "listen . 1", "set timeout 300ms")
                .ends(0);
        typing.all("use rdt-gbn", "socket", "connect {door}", "socket", "connect {door}", "socket --as late")
                .ends(0);
        assertThat(hint("connect late {door}"))
                .isEqualTo(
                        "no answer within 300ms: packets vanish or take longer on the way, or the backlog of door (3) is full");
    }

    @Test
    void onlyTcpHasSomebodyThere() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, HERE)) {
            typing.type("socket rdt-gbn").ends(0);
            assertThat(hint("connect " + other.getLocalPort()))
                    .isEqualTo("only tcp has somebody on port " + other.getLocalPort()
                            + "; rdt-gbn travels over udp, which has ports of its own");
        }
    }

    @Test
    void somebodyIsAtAnotherAddress() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
            typing.type("socket rdt-gbn").ends(0);
            assertThat(hint("connect " + other.getLocalPort()))
                    .isEqualTo("on this port somebody is at 127.0.0.2:" + other.getLocalPort() + ", not at 127.0.0.1:"
                            + other.getLocalPort());
        }
    }

    @Test
    void aRoleIsToldTheSame() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, HERE)) {
            int port = other.getLocalPort();
            typing.type("server rdt-gbn " + port)
                    .fails(
                            "server: rdt-gbn 127.0.0.1:" + port
                                    + ": this very process (see  jobs) has it; try another port, or 0 for any",
                            4);
            typing.type("client rdt-gbn " + port + " hi --timeout 200ms")
                    .fails(
                            "client: rdt-gbn 127.0.0.1:" + port
                                    + ": no answer in time: packets vanish or take longer on the way,"
                                    + " its backlog is full, or it speaks no rdt-gbn",
                            4);
        }
    }

    /** What the session's own server speaks is known, and what the session's own link does. */
    @Test
    void nobodyIsBlamedWhoseLinkIsSlow() {
        typing.opens("there", "server rdt-gbn 0 --quiet");
        typing.opens("link", "link add rdt-gbn {there} delay 10s");
        int slow = typing.port("link");
        typing.all("set timeout 1s", "socket rdt-gbn").ends(0);
        assertThat(hint("connect " + slow)).isEqualTo("no answer within 1s: packets take longer on the way");
        typing.type("client rdt-gbn " + slow + " hi --timeout 1s")
                .fails("client: rdt-gbn 127.0.0.1:" + slow + ": no answer in time: packets take longer on the way", 4);
    }

    /** Of the session's own server it is known what it speaks; how many wait there nobody tells. */
    @Test
    void theSessionsOwnServerSpeaksTheSame() {
        typing.opens("there", "server rdt-gbn 0 --backlog 1 --pause-after-listen 60s --quiet");
        typing.all("use rdt-gbn", "socket", "connect {there}", "socket", "connect {there}")
                .ends(0);
        typing.all("socket --as late", "set timeout 300ms").ends(0);
        String why = "packets vanish or take longer on the way, or its backlog is full";
        assertThat(hint("connect late {there}")).isEqualTo("no answer within 300ms: " + why);
        int port = typing.port("there");
        typing.type("client rdt-gbn {there} hi --timeout 200ms")
                .fails("client: rdt-gbn 127.0.0.1:" + port + ": no answer in time: " + why, 4);
    }

    @Test
    void theKernelKnowsNeitherItsStateNorItsStream() {
        typing.all("socket rdt-gbn --as door", "bind 0", "listen").ends(0);
        assertThat(typing.type("status").lines().get(1).replaceAll(" +", " "))
                .isEqualTo(".3 door rdt-gbn LISTEN n/a n/a 127.0.0.1:" + typing.port("door") + " - accept");
        typing.all("socket rdt-gbn --as alice", "connect alice {door}").ends(0);
        typing.type("tcp show alice").refuses("tcp: show: alice (4) is of rdt-gbn (expected: a TCP connection)");
    }

    @Test
    void twoMayHaveOnePortAndOneGetsWhatComes() {
        typing.all("use udp", "socket --as all", "options all SO_REUSEADDR on", "bind all any 0")
                .ends(0);
        typing.all("socket --as one", "options one SO_REUSEADDR on", "bind one 127.0.0.1 {all}")
                .ends(0);
        typing.all("socket --as alice", "sendto alice {all} hi", "set timeout 20ms")
                .ends(0);
        assertThat(hint("recvfrom all"))
                .isEqualTo(
                        "nothing came within 20ms; one (4) has this port, too: one of them gets it, of a group's each");
        typing.type("recvfrom one").has("recvfrom(4, \"hi\", 65536, 0, 127.0.0.1:{alice}) = 2");
    }

    @Test
    void whoIsConnectedElsewhereHearsNobodyElse() {
        typing.all("use udp", "socket --as one", "bind one 127.0.0.1 0", "socket --as two", "bind two 127.0.0.2 {one}")
                .ends(0);
        typing.all("connect two 127.0.0.1 9", "socket --as alice", "connect alice 127.0.0.2 {one}", "send alice x")
                .ends(0);
        assertThat(hint("send alice x"))
                .isEqualTo("two (4) is bound there and connected to 127.0.0.1:9: it hears nobody else");
    }

    @Test
    void ofAnotherMachineNoProgramOfThisOneIsNamed() throws IOException {
        typing.type("socket rdt-gbn --as alice").ends(0);
        try (DatagramSocket other = new DatagramSocket(0, HERE)) {
            InetSocketAddress elsewhere = new InetSocketAddress("192.0.2.1", other.getLocalPort());
            SocketEvent connect = new SocketEvent(
                    1, 2, 3, "rdt-gbn", Call.CONNECT, None.NONE, new Failed(Errno.ETIMEDOUT, ""), null, elsewhere);
            OpenSocket alice = typing.session().sockets().all().get(0);
            assertThat(new Unanswered(typing.session(), alice, KernelRows.NOW)
                            .lines(connect)
                            .get(0))
                    .endsWith("packets vanish or take longer on the way, it is not there, or its backlog is full");
        }
    }

    @Test
    void atTwoAddressesTheyDoNotShareIt() {
        typing.all("use udp", "socket --as one", "bind one 127.0.0.1 0", "socket --as two", "bind two 127.0.0.2 {one}")
                .ends(0);
        typing.type("set timeout 20ms").ends(0);
        assertThat(hint("recvfrom one")).isEqualTo("nothing came within 20ms");
    }
}
