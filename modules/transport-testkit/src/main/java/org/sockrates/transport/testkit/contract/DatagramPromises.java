package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.text.HostText;

/** What a transport without connections promises instead. */
interface DatagramPromises extends Promises {
    @Test
    default void sendToGivesTheSenderAnAddress() throws Exception {
        needsNoConnections();
        TransportSocket reader = bench().bound();
        TransportSocket sender = bench().open();
        assertThat(sender.sendTo(Payload.of("hi"), Bench.local(reader))).isEqualTo(2);
        assertThat(sender.phase()).isEqualTo(Phase.BOUND);
        InetSocketAddress from = reader.receiveFrom(ByteBuffer.allocate(10));
        assertThat(from).isEqualTo(bench().loopback(Bench.local(sender).getPort()));
    }

    @Test
    default void anUnconnectedSocketHearsEverybody() throws Exception {
        needsNoConnections();
        TransportSocket reader = bench().bound();
        TransportSocket one = bench().bound();
        TransportSocket other = bench().bound();
        one.sendTo(Payload.of("one"), Bench.local(reader));
        other.sendTo(Payload.of("other"), Bench.local(reader));
        ByteBuffer into = ByteBuffer.allocate(10);
        assertThat(reader.receiveFrom(into)).isEqualTo(one.local());
        assertThat(reader.receiveFrom(into)).isEqualTo(other.local());
        assertThat(Payload.text(into.flip())).isEqualTo("oneother");
    }

    @Test
    default void aConnectedSocketHearsOnlyItsPeer() throws Exception {
        needsNoConnections();
        Bench.Pair pair = bench().pair();
        TransportSocket stranger = bench().bound();
        stranger.sendTo(Payload.of("stranger"), Bench.local(pair.near()));
        pair.far().send(Payload.of("peer"));
        assertThat(Bench.receive(pair.near())).isEqualTo("peer");
        pair.near().waiting(Waiting.NOT_AT_ALL);
        assertErrno(Errno.EAGAIN, () -> pair.near().receive(ByteBuffer.allocate(10)));
    }

    @Test
    default void connectMayChooseAnotherPeer() throws Exception {
        needsNoConnections();
        Bench.Pair pair = bench().pair();
        TransportSocket other = bench().bound();
        InetSocketAddress own = Bench.local(pair.near());
        pair.near().connect(Bench.local(other));
        assertThat(pair.near().remote()).isEqualTo(other.local());
        assertThat(pair.near().local()).isEqualTo(own);
        pair.near().send(Payload.of("hello, other"));
        assertThat(Bench.receive(other)).isEqualTo("hello, other");
    }

    /** As in C: {@code connect(2)} asks for another peer, and where that fails nothing has changed. */
    @Test
    default void aConnectThatFailsKeepsThePeer() throws Exception {
        needsNoConnections();
        Bench.Pair pair = bench().pair();
        InetSocketAddress own = Bench.local(pair.near());
        InetSocketAddress name = InetSocketAddress.createUnresolved("nowhere.invalid", 9);
        assertErrno(Errno.EINVAL, () -> pair.near().connect(name));
        if (bench().family() == Family.AF_INET) {
            InetSocketAddress everybody = new InetSocketAddress("255.255.255.255", 9);
            assertErrno(Errno.EACCES, () -> pair.near().connect(everybody));
            InetSocketAddress six = new InetSocketAddress(HostText.loopback(Family.AF_INET6), 9);
            assertErrno(Errno.EAFNOSUPPORT, () -> pair.near().connect(six));
        }
        assertThat(pair.near().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(pair.near().remote()).isEqualTo(pair.far().local());
        assertThat(pair.near().local()).isEqualTo(own);
        pair.near().send(Payload.of("still here"));
        assertThat(Bench.receive(pair.far())).isEqualTo("still here");
    }

    @Test
    default void aConnectedSocketIsToldOfAClosedPort() throws Exception {
        needsNoConnections();
        TransportSocket socket = bench().bound();
        socket.connect(bench().loopback(bench().freePort()));
        socket.send(Payload.of("anybody?"));
        assertErrno(Errno.ECONNREFUSED, () -> socket.receive(ByteBuffer.allocate(10)));
    }

    @Test
    default void theNewsOfAClosedPortMayComeWithTheNextSend() throws Exception {
        needsNoConnections();
        TransportSocket socket = bench().bound();
        socket.connect(bench().loopback(bench().freePort()));
        socket.send(Payload.of("anybody?"));
        ByteBuffer second = Payload.of("really nobody?");
        assertErrno(Errno.ECONNREFUSED, () -> socket.send(second));
        assertThat(second.position()).isZero();
        assertThat(socket.send(second)).as("the error was about the first").isEqualTo(14);
    }

    @Test
    default void anUnconnectedSocketIsNotToldOfAClosedPort() throws Exception {
        needsNoConnections();
        TransportSocket socket = bench().bound();
        InetSocketAddress nobody = bench().loopback(bench().freePort());
        socket.waiting(Waiting.atMost(Duration.ofMillis(20)));
        socket.sendTo(Payload.of("anybody?"), nobody);
        assertErrno(Errno.EAGAIN, () -> socket.receive(ByteBuffer.allocate(10)));
        assertThat(socket.sendTo(Payload.of("anybody?"), nobody)).isEqualTo(8);
    }

    @Test
    default void withoutAPeerThereMustBeAnAddress() throws Exception {
        needsNoConnections();
        assertErrno(Errno.EDESTADDRREQ, () -> bench().bound().send(Payload.of("hi")));
    }

    /** As on BSD, and as Java has it everywhere; in C on Linux the datagram goes where sendto says, this once. */
    @Test
    default void aConnectedSocketSendsToNobodyElse() throws Exception {
        needsNoConnections();
        Bench.Pair pair = bench().pair();
        TransportSocket other = bench().bound();
        assertErrno(Errno.EISCONN, () -> pair.near().sendTo(Payload.of("hi"), Bench.local(other)));
        assertThat(pair.near().sendTo(Payload.of("hi"), Bench.local(pair.far())))
                .isEqualTo(2);
    }

    @Test
    default void thereIsNoEndOfStreamToAnnounce() throws Exception {
        needsNoConnections();
        Bench.Pair pair = bench().pair();
        assertErrno(Errno.EOPNOTSUPP, () -> pair.near().shutdown(Direction.OUT));
        assertErrno(Errno.ENOTCONN, () -> bench().open().shutdown(Direction.OUT));
        pair.near().close();
        pair.far().waiting(Waiting.atMost(Duration.ofMillis(20)));
        assertErrno(Errno.EAGAIN, () -> pair.far().receive(ByteBuffer.allocate(1)));
    }

    @Test
    default void thePortOfNobodyCannotBeSentTo() throws Exception {
        needsNoConnections();
        assertErrno(Errno.EINVAL, () -> bench().bound().sendTo(Payload.of("hi"), bench().loopback(0)));
    }

    @Test
    default void addressesOfTheOtherFamilyAreRefused() throws Exception {
        needsNoConnections();
        needs(bench().family() == Family.AF_INET, "IPv4 only");
        InetSocketAddress six = new InetSocketAddress(HostText.loopback(Family.AF_INET6), 9);
        assertErrno(Errno.EAFNOSUPPORT, () -> bench().bound().sendTo(Payload.of("hi"), six));
        InetSocketAddress name = InetSocketAddress.createUnresolved("nowhere.invalid", 9);
        assertErrno(Errno.EINVAL, () -> bench().bound().sendTo(Payload.of("hi"), name));
    }
}
