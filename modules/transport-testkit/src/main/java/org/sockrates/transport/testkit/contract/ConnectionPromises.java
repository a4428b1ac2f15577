package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.transport.testkit.contract.Promises.assertErrno;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
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
    default void aRefusedSocketConnectsAsSoonAsSomebodyListens() throws Exception {
        needsConnections();
        TransportSocket door = bench().bound();
        TransportSocket client = bench().open();
        for (int i = 0; i < 3; i++) {
            assertErrno(Errno.ECONNREFUSED, () -> client.connect(Bench.local(door)));
            assertThat(client.phase()).isEqualTo(Phase.CREATED);
        }
        door.listen(1);
        client.connect(Bench.local(door));
        client.send(Payload.of("at last"));
        assertThat(Bench.receive(bench().accept(door))).isEqualTo("at last");
    }

    @Test
    default void aRefusedSocketKeepsItsAddressItsOptionsAndItsPatience() throws Exception {
        needsConnections();
        needsOption("SO_KEEPALIVE");
        TransportSocket client = bench().bound();
        InetSocketAddress address = Bench.local(client);
        client.option("SO_KEEPALIVE", "on");
        client.waiting(Waiting.unlimited());
        int nobody = bench().freePort();
        assertErrno(Errno.ECONNREFUSED, () -> client.connect(bench().loopback(nobody)));
        assertThat(client.local()).isEqualTo(address);
        assertThat(client.phase()).isEqualTo(Phase.BOUND);
        assertThat(client.options()).containsEntry("SO_KEEPALIVE", "on");
        assertThat(client.waiting()).isEqualTo(Waiting.unlimited());
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
        lonely.listen(1);
        bench().open().connect(address);
    }

    @Test
    default void aFullBacklogLetsTheNextOneWait() throws Exception {
        needsConnections();
        TransportSocket door = bench().bound();
        door.listen(1);
        TransportSocket turnedAway = fill(door);
        InetSocketAddress address = Bench.local(turnedAway);
        bench().accept(door);
        bench().accept(door);
        turnedAway.waiting(Waiting.atMost(Bench.LIMIT));
        turnedAway.connect(Bench.local(door));
        assertThat(turnedAway.local()).isEqualTo(address);
    }

    @Test
    default void closeEndsAConnect() throws Exception {
        needsConnections();
        TransportSocket door = bench().bound();
        door.listen(1);
        fill(door);
        TransportSocket waits = bench().open();
        Task<Errno> connect = bench().start(() -> errno(waits, door)).awaitBlocked();
        waits.close();
        assertThat(connect.result()).isEqualTo(Errno.EBADF);
        assertThat(waits.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    default void wakeEndsAConnectAndTheSocketLivesOn() throws Exception {
        needsConnections();
        TransportSocket door = bench().bound();
        door.listen(1);
        fill(door);
        TransportSocket waits = bench().open();
        Task<Errno> connect = bench().start(() -> errno(waits, door)).awaitBlocked();
        while (!connect.done()) {
            waits.wake();
        }
        assertThat(connect.result()).isEqualTo(Errno.EINTR);
        bench().accept(door);
        bench().accept(door);
        waits.connect(Bench.local(door));
    }

    private static Errno errno(TransportSocket socket, TransportSocket door) throws Exception {
        try {
            socket.connect(Bench.local(door));
            throw new AssertionError("connected, though the backlog is full");
        } catch (SocketCallException failure) {
            return failure.errno();
        }
    }

    /** Connects until somebody is kept waiting, and gives that one: bound, and not connected. */
    private TransportSocket fill(TransportSocket door) throws Exception {
        List<TransportSocket> waiting = new ArrayList<>();
        while (waiting.size() < 10) {
            TransportSocket client = bench().bound();
            client.waiting(Waiting.atMost(Duration.ofMillis(100)));
            try {
                client.connect(Bench.local(door));
                waiting.add(client);
            } catch (SocketCallException full) {
                assertThat(full.errno()).isEqualTo(Errno.ETIMEDOUT);
                assertThat(waiting).hasSizeLessThan(5);
                return client;
            }
        }
        throw new AssertionError("a backlog of 1 took 10");
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
