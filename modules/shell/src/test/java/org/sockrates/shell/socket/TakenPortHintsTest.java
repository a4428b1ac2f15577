package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Arguments.Backlog;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/** Who is said to have a port that was wanted. */
class TakenPortHintsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void aConversationOfThisSessionHoldsThePort() {
        typing.connectTcp();
        typing.all("close door", "socket --as again").ends(0);
        assertThat(typing.hint("bind again {door}"))
                .isEqualTo("bob (5) of this session has it: try another port, or  close bob");
        typing.type("close *").ends(0);
        typing.connectUdp();
        typing.type("socket udp --as again").ends(0);
        assertThat(typing.hint("bind again {bob}"))
                .isEqualTo("bob (4) of this session has it: try another port, or  close bob");
    }

    /** Where no port is left, a listen that has none finds none, and nobody in particular has it. */
    @Test
    void aBacklogIsNoPort() {
        typing.all("socket --as door", "bind 0", "socket --as other").ends(0);
        int port = typing.port("door");
        Failed failed = new Failed(Errno.EADDRINUSE, "");
        SocketEvent listen = new SocketEvent(1, 2, 4, "tcp", Call.LISTEN, new Backlog(port), failed, null, null);
        Session session = typing.session();
        OpenSocket other = session.sockets().all().get(1);
        assertThat(Calling.reply(session, mock(Job.class), other, listen).lines())
                .containsExactly("listen(4, " + port + ") = -1 EADDRINUSE (Address already in use)");
    }

    @Test
    void twoMayBindAPortAndOneMayListen() {
        typing.all("socket --as one", "options one SO_REUSEADDR on", "bind one 0")
                .ends(0);
        typing.all("socket --as two", "options two SO_REUSEADDR on", "bind two {one}", "listen one")
                .ends(0);
        assertThat(typing.hint("listen two"))
                .isEqualTo("one (3) of this session has it: try another port, or  close one");
    }

    @Test
    void whoIsConnectedAndSharesThePortIsNotInTheWay() throws IOException {
        typing.all("socket --as door", "options door SO_REUSEADDR on", "bind door 0", "listen door")
                .ends(0);
        typing.all("socket --as alice", "connect alice {door}", "accept door --as bob", "socket --as late")
                .ends(0);
        int port = typing.port("door");
        typing.all("close door", "options late SO_REUSEADDR on").ends(0);
        try (ServerSocket other = new ServerSocket()) {
            other.setReuseAddress(true);
            other.bind(new InetSocketAddress(HERE, port));
            assertThat(typing.hint("bind late " + port))
                    .isEqualTo("this very process (see  jobs) has it; try another port, or 0 for any");
        }
        try (Socket unseen = new Socket()) {
            unseen.setReuseAddress(true);
            unseen.bind(new InetSocketAddress(HERE, port));
            unseen.setReuseAddress(false);
            assertThat(typing.hint("bind late " + port)).isEqualTo("somebody has it; try another port, or 0 for any");
        }
        typing.type("bind late " + port).ends(0);
    }

    @Test
    void aServerOfDatagramsSharesNoPort() {
        typing.all("socket udp --as one", "options one SO_REUSEADDR on", "bind one 0")
                .ends(0);
        typing.type("server udp {one}")
                .fails(
                        "server: udp 127.0.0.1:" + typing.port("one")
                                + ": one (3) of this session has it: try another port, or  close one",
                        4);
    }

    @Test
    void thisVeryProcessHasThePort() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, HERE)) {
            typing.type("socket").ends(0);
            assertThat(typing.hint("bind " + other.getLocalPort()))
                    .isEqualTo("this very process (see  jobs) has it; try another port, or 0 for any");
        }
    }

    @Test
    void aConnectionThatIsOverHoldsThePort() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 5, HERE)) {
            port = server.getLocalPort();
            try (Socket client = new Socket(HERE, port);
                    Socket served = server.accept()) {
                served.shutdownOutput();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
        }
        typing.type("socket").ends(0);
        soon("bind " + port, "this port is in TIME-WAIT; it may be bound if both servers set SO_REUSEADDR");
    }

    @Test
    void aConnectionWhoseOtherEndHasNotClosedHoldsThePort() {
        typing.connectTcp();
        typing.all("close bob", "recv alice", "close door", "socket --as again").ends(0);
        String held = "this port is in FIN-WAIT-2: the other end, alice (4), has not closed; it may be bound if both"
                + " servers set SO_REUSEADDR";
        soon("bind again {door}", held);
        typing.type("close alice").ends(0);
        soon("bind again {door}", "this port is in TIME-WAIT; it may be bound if both servers set SO_REUSEADDR");
    }

    /** Linux takes its time to acknowledge a FIN: some 40 ms, where there is nothing to send along. */
    private void soon(String bind, String hint) {
        await().untilAsserted(() -> assertThat(typing.hint(bind)).isEqualTo(hint));
    }
}
