package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.capture.kernel.KernelValue;
import org.sockrates.shell.MadeUpRows;
import org.sockrates.shell.Typing;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/** What is said of a connect nobody answered: who keeps silent, and why. */
class UnansweredTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int LONGEST = 65_535;
    private static final String VANISH = "packets vanish or take longer on the way";

    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void theBacklogIsFull() {
        typing.all("socket --as door", "bind 0", "listen . 1", "set timeout 300ms")
                .ends(0);
        typing.all("socket", "connect {door}", "socket", "connect {door}", "socket --as late")
                .ends(0);
        assertThat(typing.hint("connect late {door}"))
                .isEqualTo("no answer within 300ms: the backlog of door (3) is full, nobody accepts");
    }

    @Test
    void whatIsSetMeanwhileIsNotTheLimit() {
        typing.all("socket --as door", "bind 0", "listen . 1", "socket", "connect {door}", "socket", "connect {door}")
                .ends(0);
        typing.all("set timeout 300ms", "socket --as late", "connect late {door} &", "set timeout 5s")
                .ends(0);
        typing.hears("  no answer within 300ms: the backlog of door \\(3\\) is full, .*");
    }

    @Test
    void thatOfAnotherAddressIsNotBlamed() throws IOException {
        typing.all("socket --as door", "bind 0", "listen door", "set timeout 300ms", "socket --as caller")
                .ends(0);
        InetAddress elsewhere = InetAddress.getByName("127.0.0.2");
        int port = typing.port("door");
        try (ServerSocket busy = new ServerSocket(port, 1, elsewhere);
                Socket one = new Socket(elsewhere, port);
                Socket two = new Socket(elsewhere, port)) {
            assertThat(typing.hint("connect caller 127.0.0.2 {door}"))
                    .isEqualTo("no answer within 300ms: " + VANISH + ", or the backlog of 127.0.0.2:" + port
                            + " is full, 2 connections wait for accept");
            assertThat(busy.isBound() && one.isConnected() && two.isConnected()).isTrue();
        }
    }

    /** Of a server of the session its backlog is known, and of its door the kernel tells how many wait there. */
    @Test
    void theBacklogOfAServerIsFullOnlyWhereMoreWaitThanItHolds() throws IOException {
        typing.opens("door", "server tcp 0 --backlog 1 --pause-after-listen 60s --quiet");
        int port = typing.port("door");
        try (Socket one = new Socket(HERE, port)) {
            typing.all("socket --as caller", "set timeout 50ms").ends(0);
            assertThat(said(port, KernelRows.NOW)).isEqualTo(VANISH);
            try (Socket two = new Socket(HERE, port)) {
                assertThat(one.isConnected() && two.isConnected()).isTrue();
                assertThat(typing.hint("connect caller {door}"))
                        .isEqualTo("no answer within 50ms: the backlog of 127.0.0.1:" + port
                                + " is full, 2 connections wait for accept");
            }
        }
    }

    @Test
    void ofADoorOfTheSessionTheTableTellsWhetherItIsFull() {
        typing.all("socket --as door", "bind 0", "listen door 3", "socket --as caller", "set timeout 50ms")
                .ends(0);
        int port = typing.port("door");
        assertThat(said(port, waiting(port, 3))).isEqualTo(VANISH);
        assertThat(said(port, waiting(port, 4))).isEqualTo("the backlog of door (3) is full, nobody accepts");
        assertThat(said(port, none -> List.of())).isEqualTo(VANISH + ", or the backlog of door (3) is full");
    }

    @Test
    void theKernelKeepsNoLongerBacklogThanItIsSetTo() {
        int most = Integer.parseInt(new KernelValue("net.core.somaxconn").now().orElse("" + LONGEST));
        assumeTrue(most < LONGEST);
        typing.all("socket --as door", "bind 0", "listen door " + LONGEST, "socket --as caller", "set timeout 50ms")
                .ends(0);
        int port = typing.port("door");
        assertThat(said(port, waiting(port, most))).isEqualTo(VANISH);
        assertThat(said(port, waiting(port, most + 1L))).isEqualTo("the backlog of door (3) is full, nobody accepts");
        typing.opens("server", "server tcp 0 --backlog " + LONGEST + " --quiet");
        int served = typing.port("server");
        assertThat(said(served, waiting(served, most))).isEqualTo(VANISH);
        assertThat(said(served, waiting(served, most + 1L))).startsWith("the backlog of 127.0.0.1:" + served);
    }

    @Test
    void whereNobodyWaitsPacketsVanish() {
        typing.all("socket --as caller", "set timeout 50ms").ends(0);
        assertThat(said(80, waiting(80, 0))).isEqualTo(VANISH);
        assertThat(said(80, waiting(80, 1)))
                .isEqualTo(VANISH + ", or the backlog of 127.0.0.1:80 is full, 1 connection waits for accept");
        assertThat(said(80, none -> List.of())).isEqualTo(VANISH + ", it is not there, or its backlog is full");
    }

    @Test
    void ofAnotherMachineNothingIsKnown() {
        typing.all("socket --as door", "bind any 0", "listen door 1", "socket --as caller", "set timeout 50ms")
                .ends(0);
        int port = typing.port("door");
        assertThat(said(new InetSocketAddress("192.0.2.1", port), waiting(port, 2)))
                .isEqualTo(VANISH + ", it is not there, or its backlog is full");
    }

    private static KernelRows waiting(int port, long waiting) {
        InetSocketAddress local = new InetSocketAddress(HERE, port);
        return asked -> asked == port
                ? List.of(MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, local, waiting))
                : List.of();
    }

    /** Behind the time. */
    private String said(int port, KernelRows kernel) {
        return said(new InetSocketAddress(HERE, port), kernel);
    }

    private String said(InetSocketAddress peer, KernelRows kernel) {
        OpenSocket caller = typing.session().sockets().all().stream()
                .filter(each -> each.word().equals("caller"))
                .findFirst()
                .orElseThrow();
        Failed failed = new Failed(Errno.ETIMEDOUT, "");
        SocketEvent connect = new SocketEvent(0, 50_000_000, 3, "tcp", Call.CONNECT, None.NONE, failed, null, peer);
        String line =
                new Unanswered(typing.session(), caller, kernel).lines(connect).get(0);
        assertThat(line).startsWith("no answer within 50ms: ");
        return line.substring("no answer within 50ms: ".length());
    }
}
