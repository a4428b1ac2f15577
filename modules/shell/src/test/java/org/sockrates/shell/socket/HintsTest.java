package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.session.Absence;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.Transport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

/** What is said under a failed call, from the state of the session and of the machine; the calls' own tests have the rest. */
class HintsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void nobodyListensThere() {
        typing.all("socket --as gone", "bind 0", "close gone", "socket --as alice")
                .ends(0);
        int port = typing.port("gone");
        assertThat(typing.hint("connect alice {gone}"))
                .isEqualTo("nobody listens on 127.0.0.1:" + port + "; start one:  server tcp " + port);
    }

    @Test
    void aServerIsStartedWhereItWasMissed() {
        typing.all("socket --as gone", "bind 0", "close gone", "socket udp --as alice", "socket --ipv6 --as bob")
                .ends(0);
        typing.all("connect alice 127.0.0.2 {gone}", "send alice x").ends(0);
        int port = typing.port("gone");
        assertThat(typing.hint("recv alice"))
                .endsWith("to 127.0.0.2:" + port + "; start one:  server udp 127.0.0.2 " + port);
        assertThat(typing.hint("connect bob [::1]:{gone}"))
                .isEqualTo("nobody listens on [::1]:" + port + "; start one:  server tcp ::1 " + port);
        typing.type("server tcp ::1 " + port).ends(0);
        typing.type("connect bob [::1]:{gone}").ends(0);
    }

    @Test
    void aServerCannotBeStartedOnAnotherMachine() {
        assertThat(start(new TcpTransport(), "192.0.2.1")).isEmpty();
        assertThat(start(new UdpTransport(), "0.0.0.0")).isEmpty();
    }

    private Optional<String> start(Transport transport, String host) {
        return new Absence(typing.session(), transport, new InetSocketAddress(host, 9), KernelRows.NOW).start();
    }

    @Test
    void somebodyIsAtAnotherAddress() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.2"))) {
            typing.type("socket").ends(0);
            assertThat(typing.hint("connect " + other.getLocalPort()))
                    .isEqualTo("on this port somebody is at 127.0.0.2:" + other.getLocalPort() + ", not at 127.0.0.1:"
                            + other.getLocalPort());
        }
    }

    @Test
    void somebodyIsThereNow() {
        typing.all("use udp", "socket --as gone", "bind 0", "close gone", "socket --as alice", "connect alice {gone}")
                .ends(0);
        typing.all("send alice x", "socket --as late", "bind late any {gone}").ends(0);
        assertThat(typing.hint("send alice x"))
                .isEqualTo("an earlier datagram was refused: nobody was bound there yet, or something keeps it from"
                        + " there (a firewall, SO_BINDTODEVICE)");
    }

    @Test
    void onlyTheOtherTransportHasSomebodyThere() throws IOException {
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
            typing.type("socket").ends(0);
            assertThat(typing.hint("connect " + other.getLocalPort()))
                    .isEqualTo("only udp has somebody on port " + other.getLocalPort() + "; tcp has ports of its own");
        }
    }

    @Test
    void aSocketMayKnockAtItsOwnDoor() {
        typing.all("socket --as door", "bind 0").ends(0);
        typing.type("connect door {door}")
                .shows(
                        "connect(3, 127.0.0.1:{door}) = -1 ECONNREFUSED (Connection refused)",
                        "  that is its own address: Linux would connect it to itself; here it is refused");
    }

    @Test
    void itsOwnAddressIsTheReasonAlsoWhereOthersListenThere() {
        for (String option : List.of("SO_REUSEPORT", "SO_REUSEADDR")) {
            typing.all("socket --as door", "options door " + option + " on", "bind door 0")
                    .ends(0);
            typing.all("socket --as z", "options z " + option + " on", "bind z {door}", "listen door")
                    .ends(0);
            assertThat(typing.hint("connect z {door}")).startsWith("that is its own address: Linux would connect");
            typing.type("close *").ends(0);
        }
    }

    @Test
    void whatTheKernelGaveUpWasNotOurLimit() {
        typing.connectTcp();
        typing.all("set timeout 100s").ends(0);
        Session session = typing.session();
        OpenSocket alice = session.sockets().all().get(1);
        SocketEvent gaveUp = GivenUpTest.gaveUp(Call.RECV);
        session.sockets().heard(Session.SELF, gaveUp);
        Ending ending = new Ending(session, alice, GivenUpTest.gaveUp(Call.RECV));
        assertThat(ending.loss())
                .isEqualTo("the kernel gave up: no answer to what it sent again and again (tcp_retries2), noticed at"
                        + " 12:01:07");
        typing.type("options alice SO_KEEPALIVE on").ends(0);
        assertThat(ending.loss())
                .isEqualTo("the kernel gave up: no answer to keep-alive probes (SO_KEEPALIVE), noticed at 12:01:07");
        typing.type("send alice x").ends(0);
        assertThat(ending.loss()).contains("(tcp_retries2), or to keep-alive probes (SO_KEEPALIVE), noticed");
        assertThat(new Unanswered(session, alice, KernelRows.NOW).lines(GivenUpTest.gaveUp(Call.CONNECT)))
                .containsExactly("the kernel gave up: no answer to the SYN, sent again and again (tcp_syn_retries):"
                        + " packets vanish or take longer on the way, it is not there, or its backlog is full");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            CONNECT;  EADDRNOTAVAIL; no local port is free any more for that peer (ip_local_port_range)
            CONNECT;  EOPNOTSUPP;    ICMP said so, from the way or from there:  explain EOPNOTSUPP
            CONNECT;  EPROTO;        ICMP said so, from the way or from there:  explain EPROTO
            CONNECT;  ENOPROTOOPT;   the other machine, or a firewall, says that it speaks no tcp (ICMP: protocol unreachable)
            """)
    void aConnectFailsForThemToo(Call call, Errno errno, String hint) {
        typing.type("socket --as alice").ends(0);
        assertThat(failed(call, None.NONE, errno)).isEqualTo("  " + hint);
    }

    @Test
    void javaBindsADatagramSocketByItselfAndMayFindNoPort() {
        typing.type("socket udp --as alice").ends(0);
        String said = "  Java binds it first, and no local port is free (ip_local_port_range); in C ";
        assertThat(failed(Call.SENDTO, None.NONE, Errno.EADDRINUSE)).isEqualTo(said + "EAGAIN");
        assertThat(failed(Call.RECV, None.NONE, Errno.EADDRINUSE)).isEqualTo(said + "it would wait for ever");
    }

    @Test
    void aDatagramSocketThatFindsNoAddressHasItsPort() {
        typing.all("socket udp --as alice", "bind 0").ends(0);
        for (Call call : List.of(Call.CONNECT, Call.SENDTO)) {
            assertThat(failed(call, None.NONE, Errno.EADDRNOTAVAIL))
                    .isEqualTo("  this machine has no address from which it could go there");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            RECV; EHOSTUNREACH; an earlier datagram was rejected: a router or a firewall said so (ICMP)
            RECV; ENETUNREACH;  an earlier datagram was rejected: a router or a firewall said so (ICMP)
            RECV; EACCES;       an earlier datagram was rejected: a router or a firewall said so (ICMP)
            SEND; EPROTO;       an earlier datagram was rejected: a router or a firewall said so (ICMP)
            SEND; ENOPROTOOPT;  an earlier datagram met a machine, or a firewall, that speaks no udp (ICMP: protocol unreachable)
            SEND; EMSGSIZE;     an earlier datagram was too long for a link on the way, and is lost:  explain path MTU
            SEND; EHOSTUNREACH; an unreachable route of this machine leads there, or ICMP said so of an earlier datagram
            SEND; ENETUNREACH;  no route of this machine leads there, or ICMP said so of an earlier datagram
            """)
    void ofAConnectedDatagramSocketAnEarlierDatagramIsTold(Call call, Errno errno, String hint) {
        typing.all("socket udp --as alice", "connect alice 9").ends(0);
        assertThat(failed(call, None.NONE, errno)).isEqualTo("  " + hint);
        typing.all("close alice", "socket udp --as alice").ends(0);
        assertThat(failed(call, None.NONE, errno)).doesNotContain("earlier");
    }

    @Test
    void waitingMakesNoSendBufferLarger() {
        typing.all("socket udp --as alice", "options alice SO_SNDBUF 1000").ends(0);
        assertThat(failed(Call.SENDTO, new Message("x", 60_000, Flag.NONE, null), Errno.ENOBUFS))
                .isEqualTo("  its fragments do not fit together:  options alice SO_SNDBUF 120000");
        assertThat(failed(Call.SENDTO, new Message("x", 500, Flag.NONE, null), Errno.ENOBUFS))
                .doesNotContain("SO_SNDBUF");
    }

    @Test
    void aSocketIsInSoManyGroupsOnly() {
        typing.type("socket udp --as alice").ends(0);
        assertThat(failed(Call.SETSOCKOPT, new Arguments.Membership(true, HERE, "lo"), Errno.ENOBUFS))
                .isEqualTo("  it is in as many groups as it may be (igmp_max_memberships)");
    }

    /** The hint under a call that failed so; of the only socket. */
    private String failed(Call call, Arguments arguments, Errno errno) {
        OpenSocket socket = typing.session().sockets().all().get(0);
        SocketEvent event =
                new SocketEvent(1, 2, 3, "tcp", call, arguments, new Failed(errno, errno.text()), null, null);
        List<String> lines = new Hints(typing.session(), mock(Job.class), socket, event).lines();
        return lines.isEmpty() ? "" : "  " + lines.get(0);
    }

    @Test
    void nobodyAcceptedAndSoNobodyCouldAnswer() {
        typing.all("socket --as door", "bind 0", "listen", "socket --as alice", "connect {door}")
                .ends(0);
        typing.all("set timeout 20ms").ends(0);
        assertThat(typing.hint("recv alice"))
                .isEqualTo("nothing came within 20ms; nobody has called accept: try  accept door");
    }

    @Test
    void theOtherEndIsInThisSession() {
        typing.connectTcp();
        typing.type("set timeout 20ms").ends(0);
        assertThat(typing.hint("recv bob"))
                .isEqualTo("nothing came within 20ms; the other end is alice (4): try  send alice …");
        typing.all("close *", "set timeout 10s").ends(0);
        typing.connectUdp();
        typing.type("set timeout 20ms").ends(0);
        assertThat(typing.hint("recv bob"))
                .isEqualTo("nothing came within 20ms; the other end is alice (3): try  send alice …");
    }

    @Test
    void whatIsUrgentIsNotInTheStream() {
        typing.connectTcp();
        typing.all("set timeout 20ms", "send alice ! --urgent").ends(0);
        assertThat(typing.hint("recv bob"))
                .isEqualTo("nothing came within 20ms; what alice (4) sent last is urgent, outside the stream:  explain"
                        + " SO_OOBINLINE");
        typing.type("options bob SO_OOBINLINE on").ends(0);
        assertThat(typing.hint("recv bob")).contains("try  send alice");
    }

    @Test
    void theOtherEndIsElsewhere() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, HERE)) {
            typing.all("socket", "connect " + server.getLocalPort(), "set timeout 20ms")
                    .ends(0);
            assertThat(typing.hint("recv"))
                    .isEqualTo("nothing came within 20ms; 1 connection waits there for accept: its server is busy with"
                            + " another, or does not call it");
            try (Socket accepted = server.accept()) {
                assertThat(accepted.isConnected()).isTrue();
                assertThat(typing.hint("recv")).isEqualTo("nothing came within 20ms");
            }
        }
    }

    @Test
    void nobodyIsBlamedForNotReadingWhatHasNotCome() {
        typing.connectTcp();
        OpenSocket alice = typing.session().sockets().all().get(1);
        SocketEvent full =
                new SocketEvent(1, 2, 4, "tcp", Call.SEND, None.NONE, new Failed(Errno.EAGAIN, ""), null, null);
        assertThat(Calling.reply(typing.session(), mock(Job.class), alice, full).lines())
                .containsSequence(
                        "  not one byte fitted within 10s: the send buffer is full, the peer has not",
                        "  acknowledged");
        typing.type("send alice hi").ends(0);
        assertThat(Calling.reply(typing.session(), mock(Job.class), alice, full).lines())
                .contains("  not one byte fitted within 10s: the buffers are full, nobody reads");
    }

    @Test
    void thePeerReceivesNothingMore() {
        typing.connectTcp();
        typing.all("close bob", "send alice into-the-void").ends(0);
        assertThat(typing.hint("send alice more"))
                .isIn("the peer does not receive any more", "the peer threw the connection away, noticed at 12:01:07");
        typing.all("close *").ends(0);
        typing.connectTcp();
        typing.all("close bob", "recv alice", "send alice into-the-void").ends(0);
        assertThat(typing.hint("send alice more"))
                .isIn(
                        "closed by the peer, noticed at 12:01:07",
                        "the peer threw the connection away, noticed at 12:01:07");
    }
}
