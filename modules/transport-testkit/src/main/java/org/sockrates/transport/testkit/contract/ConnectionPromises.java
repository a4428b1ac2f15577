package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Phase;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;

/** Listen, accept and connect; and that a transport without connections says so. */
interface ConnectionPromises extends Promises {
    @Test
    default void listenGivesAnUnboundSocketAnAddress() throws Exception {
        needsConnections();
        TransportSocket door = bench().open();
        door.listen(1);
        assertThat(door.phase()).isEqualTo(Phase.LISTENING);
        assertThat(Bench.local(door).getPort()).isPositive();
    }

    @Test
    default void listenKeepsTheAddress() throws Exception {
        needsConnections();
        TransportSocket door = bench().bound();
        InetSocketAddress before = Bench.local(door);
        door.listen(1);
        door.listen(1);
        assertThat(door.local()).isEqualTo(before);
    }

    @Test
    default void aBacklogOfLessThanOneLetsOneWait() throws Exception {
        needsConnections();
        for (int backlog : new int[] {0, -1}) {
            TransportSocket door = bench().bound();
            door.listen(backlog);
            TransportSocket near = bench().open();
            near.connect(Bench.local(door));
            assertThat(bench().accept(door).remote()).isEqualTo(near.local());
        }
    }

    @Test
    default void acceptNeedsListen() throws Exception {
        needsConnections();
        assertErrno(Errno.EINVAL, () -> bench().bound().accept());
    }

    @Test
    default void connectDoesNotWaitForAccept() throws Exception {
        needsConnections();
        TransportSocket door = bench().listening();
        TransportSocket early = bench().open();
        early.connect(Bench.local(door));
        assertThat(early.phase()).isEqualTo(Phase.CONNECTED);
        early.send(Payload.of("early"));
        assertThat(Bench.receive(bench().accept(door))).isEqualTo("early");
    }

    @Test
    default void whoCameSpokeAndWentBeforeAcceptIsHeardAllTheSame() throws Exception {
        needsConnections();
        TransportSocket door = bench().listening();
        TransportSocket hasty = bench().open();
        hasty.connect(Bench.local(door));
        InetSocketAddress address = Bench.local(hasty);
        hasty.send(Payload.of("goodbye"));
        hasty.close();
        TransportSocket late = bench().accept(door);
        assertThat(late.remote()).isEqualTo(address);
        assertThat(Bench.receive(late)).isEqualTo("goodbye");
        assertThat(Bench.receive(late)).isEqualTo("END");
    }

    @Test
    default void acceptTakesWhoeverHasWaitedLongest() throws Exception {
        needsConnections();
        TransportSocket door = bench().listening();
        TransportSocket first = bench().open();
        TransportSocket second = bench().open();
        first.connect(Bench.local(door));
        second.connect(Bench.local(door));
        assertThat(bench().accept(door).remote()).isEqualTo(first.local());
        assertThat(bench().accept(door).remote()).isEqualTo(second.local());
    }

    @Test
    default void anAcceptedSocketIsOneMore() throws Exception {
        needsConnections();
        TransportSocket door = bench().listening();
        TransportSocket near = bench().open();
        near.connect(Bench.local(door));
        TransportSocket far = bench().accept(door);
        assertThat(far).isNotSameAs(door);
        assertThat(far.phase()).isEqualTo(Phase.CONNECTED);
        assertThat(far.local()).isEqualTo(door.local());
        assertThat(door.phase()).isEqualTo(Phase.LISTENING);
        door.close();
        far.send(Payload.of("still here"));
        assertThat(Bench.receive(near, 10)).isEqualTo("still here");
    }

    @Test
    default void acceptWaitsForAPeerThatComesLater() throws Exception {
        needsConnections();
        TransportSocket door = bench().listening();
        Task<TransportSocket> accept = bench().start(() -> bench().accept(door)).awaitBlocked();
        TransportSocket late = bench().open();
        late.connect(Bench.local(door));
        assertThat(accept.result().remote()).isEqualTo(late.local());
    }

    @Test
    default void acceptGivesUpInTime() throws Exception {
        needsConnections();
        TransportSocket door = bench().listening();
        door.waiting(Waiting.atMost(Duration.ofMillis(20)));
        assertErrno(Errno.EAGAIN, door::accept);
        door.waiting(Waiting.NOT_AT_ALL);
        assertErrno(Errno.EAGAIN, door::accept);
    }

    @Test
    default void whereNobodyIsConnectIsRefused() {
        needsConnections();
        assertErrno(Errno.ECONNREFUSED, () -> bench().open().connect(bench().loopback(bench().freePort())));
    }

    @Test
    default void boundIsNotListening() throws Exception {
        needsConnections();
        TransportSocket bound = bench().bound();
        assertErrno(Errno.ECONNREFUSED, () -> bench().open().connect(Bench.local(bound)));
    }

    @Test
    default void aSocketConnectsOnce() throws Exception {
        needsConnections();
        TransportSocket door = bench().listening();
        TransportSocket client = bench().open();
        client.connect(Bench.local(door));
        assertErrno(Errno.EISCONN, () -> client.connect(Bench.local(door)));
        assertErrno(Errno.EINVAL, () -> client.listen(1));
        assertErrno(Errno.EINVAL, () -> client.bind(bench().loopback(0)));
        assertErrno(Errno.EISCONN, () -> door.connect(Bench.local(client)));
    }

    @Test
    default void aSocketNeverMeetsItself() throws Exception {
        needsConnections();
        TransportSocket lonely = bench().bound();
        InetSocketAddress address = Bench.local(lonely);
        assertErrno(Errno.ECONNREFUSED, () -> lonely.connect(address));
        assertThat(lonely.local()).isEqualTo(address);
        TransportSocket alone = bench().bound();
        int port = Bench.local(alone).getPort();
        assertErrno(Errno.ECONNREFUSED, () -> alone.connect(bench().wildcard(port)));
        lonely.listen(1);
        bench().open().connect(address);
    }

    @Test
    default void beforeConnectThereIsNobody() throws Exception {
        needsConnections();
        assertErrno(Errno.ENOTCONN, () -> bench().open().receive(ByteBuffer.allocate(1)));
        assertErrno(Errno.ENOTCONN, () -> bench().open().shutdown(Direction.OUT));
        assertErrno(Errno.EPIPE, () -> bench().open().send(Payload.of("hi")));
        assertErrno(Errno.ENOTCONN, () -> bench().listening().receive(ByteBuffer.allocate(1)));
    }

    @Test
    default void withoutConnectionsThereIsNoListenAndNoAccept() throws Exception {
        needsNoConnections();
        TransportSocket socket = bench().bound();
        assertErrno(Errno.EOPNOTSUPP, () -> socket.listen(1));
        assertErrno(Errno.EOPNOTSUPP, socket::accept);
    }
}
