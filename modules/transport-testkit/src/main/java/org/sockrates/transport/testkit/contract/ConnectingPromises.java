package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;

/** A connect that is under way, and one that has failed: what the socket may do meanwhile, and afterwards. */
interface ConnectingPromises extends Promises {
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
    default void aRefusedSocketMayBeBoundAndListen() throws Exception {
        needsConnections();
        int nobody = bench().freePort();
        TransportSocket binds = bench().open();
        assertErrno(Errno.ECONNREFUSED, () -> binds.connect(bench().loopback(nobody)));
        binds.bind(bench().loopback(0));
        assertThat(binds.phase()).isEqualTo(Phase.BOUND);
        TransportSocket listens = bench().open();
        assertErrno(Errno.ECONNREFUSED, () -> listens.connect(bench().loopback(nobody)));
        listens.listen(1);
        bench().open().connect(bench().loopback(Bench.local(listens).getPort()));
    }

    @Test
    default void aRefusedSocketWithoutAnAddressKeepsItsOptions() throws Exception {
        needsConnections();
        TransportSocket client = bench().open();
        client.option("SO_RCVBUF", "20000");
        String given = client.options().get("SO_RCVBUF");
        assertErrno(Errno.ECONNREFUSED, () -> client.connect(bench().loopback(bench().freePort())));
        assertThat(client.options()).containsEntry("SO_RCVBUF", given);
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
        TransportSocket door = fullDoor();
        TransportSocket waits = bench().open();
        Task<TransportSocket> connect = connecting(waits, door);
        waits.close();
        assertErrno(Errno.EBADF, connect::result);
        assertThat(waits.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    default void wakeEndsAConnectAndTheSocketLivesOn() throws Exception {
        needsConnections();
        TransportSocket door = fullDoor();
        TransportSocket waits = bench().open();
        Task<TransportSocket> connect = connecting(waits, door);
        while (!connect.done()) {
            waits.wake();
        }
        assertErrno(Errno.EINTR, connect::result);
        bench().accept(door);
        bench().accept(door);
        waits.connect(Bench.local(door));
    }

    @Test
    default void aSocketThatConnectsDoesNothingElse() throws Exception {
        needsConnections();
        TransportSocket door = fullDoor();
        TransportSocket waits = bench().open();
        Task<TransportSocket> connect = connecting(waits, door);
        assertErrno(Errno.EINVAL, () -> waits.bind(bench().loopback(0)));
        assertErrno(Errno.EINVAL, () -> waits.listen(1));
        assertErrno(Errno.EALREADY, () -> waits.connect(Bench.local(door)));
        assertThat(connect.done()).isFalse();
        waits.close();
        assertErrno(Errno.EBADF, connect::result);
    }

    private Task<TransportSocket> connecting(TransportSocket waits, TransportSocket door) throws Exception {
        return bench().start(() -> {
                    waits.connect(Bench.local(door));
                    return waits;
                })
                .awaitBlocked();
    }

    private TransportSocket fullDoor() throws Exception {
        TransportSocket door = bench().bound();
        door.listen(1);
        fill(door);
        return door;
    }

    /**
     * Connects until somebody is kept waiting, and gives that one: bound, and not connected. Who waits while there may be room
     * yet may only be slow, as this machine may be: not two of them.
     */
    private TransportSocket fill(TransportSocket door) throws Exception {
        List<TransportSocket> waiting = new ArrayList<>();
        int kept = 0;
        for (int i = 0; i < 10; i++) {
            TransportSocket client = bench().bound();
            client.waiting(Waiting.atMost(Duration.ofMillis(100)));
            try {
                client.connect(Bench.local(door));
                waiting.add(client);
            } catch (SocketCallException full) {
                assertThat(full.errno()).isEqualTo(Errno.ETIMEDOUT);
                assertThat(waiting).hasSizeLessThan(5);
                if (waiting.size() > 1 || ++kept > 1) {
                    return client;
                }
            }
        }
        throw new AssertionError("a backlog of 1 took " + waiting.size());
    }
}
