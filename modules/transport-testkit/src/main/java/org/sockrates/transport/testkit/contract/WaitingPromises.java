package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;

/** How calls wait, how long, and what ends a wait. */
interface WaitingPromises extends Promises {
    Duration SHORT = Duration.ofMillis(30);

    /** More than the room that may still turn up in buffers that were full a moment ago. */
    int MUCH = 1 << 23;

    /** Where a test gets {@link #waits()} from. */
    String WAITS = "org.sockrates.transport.testkit.contract.WaitingPromises#waits";

    static List<Waiting> waits() {
        return List.of(Waiting.atMost(Bench.LIMIT), Waiting.unlimited(), Waiting.spinning(Bench.LIMIT));
    }

    @Test
    default void notAtAllAnswersAtOnce() throws Exception {
        Bench.Pair pair = bench().pair();
        pair.near().waiting(Waiting.NOT_AT_ALL);
        assertErrno(Errno.EAGAIN, () -> pair.near().receive(ByteBuffer.allocate(1)));
        pair.far().send(Payload.of("x"));
        assertThat(Bench.receive(pair.near())).isEqualTo("x");
    }

    /** Else it would be met in the next call, or never. */
    @Test
    default void noWayOfWaitingIsNone() throws Exception {
        TransportSocket socket = bench().open();
        Waiting before = socket.waiting();
        Waiting[] none = new Waiting[1];
        assertThatThrownBy(() -> socket.waiting(none[0])).isInstanceOf(NullPointerException.class);
        assertThat(socket.waiting()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("org.sockrates.transport.testkit.contract.WaitingPromises#limits")
    default void aLimitIsKept(Waiting waiting) throws Exception {
        Bench.Pair pair = bench().pair();
        pair.near().waiting(waiting);
        assertThat(pair.near().waiting()).isEqualTo(waiting);
        long start = SystemClock.INSTANCE.nanoTime();
        assertErrno(Errno.EAGAIN, () -> pair.near().receive(ByteBuffer.allocate(1)));
        Duration waited = Duration.ofNanos(SystemClock.INSTANCE.nanoTime() - start);
        assertThat(waited).isBetween(SHORT, SHORT.plusSeconds(2));
    }

    static List<Waiting> limits() {
        return List.of(Waiting.atMost(SHORT), Waiting.spinning(SHORT));
    }

    @ParameterizedTest
    @MethodSource(WAITS)
    default void whatComesInTimeIsReceived(Waiting waiting) throws Exception {
        Bench.Pair pair = bench().pair();
        pair.near().waiting(waiting);
        Task<String> receive = bench().receiving(pair.near());
        pair.far().send(Payload.of("in time"));
        assertThat(receive.result()).isEqualTo("in time");
    }

    @Test
    default void theWayOfWaitingMayChange() throws Exception {
        Bench.Pair pair = bench().pair();
        for (int round = 0; round < 2; round++) {
            pair.near().waiting(Waiting.atMost(Duration.ofMillis(1)));
            assertErrno(Errno.EAGAIN, () -> pair.near().receive(ByteBuffer.allocate(1)));
            pair.near().waiting(Waiting.unlimited());
            Task<String> receive = bench().receiving(pair.near());
            pair.far().send(Payload.of("x"));
            assertThat(receive.result()).isEqualTo("x");
        }
    }

    @ParameterizedTest
    @MethodSource(WAITS)
    default void closeEndsAReceive(Waiting waiting) throws Exception {
        Bench.Pair pair = bench().pair();
        pair.near().waiting(waiting);
        Task<String> receive = bench().receiving(pair.near());
        pair.near().close();
        assertErrno(Errno.EBADF, receive::result);
    }

    @ParameterizedTest
    @MethodSource(WAITS)
    default void closeEndsAnAccept(Waiting waiting) throws Exception {
        needsConnections();
        TransportSocket door = bench().listening();
        door.waiting(waiting);
        Task<TransportSocket> accept = bench().start(door::accept).awaitBlocked();
        door.close();
        assertErrno(Errno.EBADF, accept::result);
    }

    @ParameterizedTest
    @MethodSource(WAITS)
    default void closeEndsASendThatHasNoRoom(Waiting waiting) throws Exception {
        needs(traits().flowControlled(), "flowControlled");
        Bench.Pair pair = bench().pair();
        ByteBuffer message = Payload.pattern(0, upTo(MUCH));
        Task<Integer> send = startWithoutRoom(pair.near(), message, waiting, Errno.EBADF);
        pair.near().close();
        assertTakenOrFailed(send, message);
    }

    @ParameterizedTest
    @MethodSource(WAITS)
    default void wakeEndsAReceiveAndTheSocketLivesOn(Waiting waiting) throws Exception {
        needs(!waiting.equals(Waiting.unlimited()), "a wake-up in the middle of a system call");
        Bench.Pair pair = bench().pair();
        pair.near().waiting(waiting);
        Task<String> receive = bench().receiving(pair.near());
        while (!receive.done()) {
            pair.near().wake();
        }
        assertErrno(Errno.EINTR, receive::result);
        pair.far().send(Payload.of("x"));
        assertThat(Bench.receive(pair.near())).isEqualTo("x");
    }

    @Test
    default void wakeEndsAnAcceptAndTheSocketLivesOn() throws Exception {
        needsConnections();
        TransportSocket door = bench().listening();
        Task<TransportSocket> accept = bench().start(door::accept).awaitBlocked();
        while (!accept.done()) {
            door.wake();
        }
        assertErrno(Errno.EINTR, accept::result);
        TransportSocket near = bench().open();
        near.connect(Bench.local(door));
        assertThat(bench().accept(door).remote()).isEqualTo(near.local());
    }

    @Test
    default void wakeEndsASendThatHasNoRoom() throws Exception {
        needs(traits().flowControlled(), "flowControlled");
        Bench.Pair pair = bench().pair();
        ByteBuffer message = Payload.pattern(0, upTo(MUCH));
        Task<Integer> send = startWithoutRoom(pair.near(), message, Waiting.atMost(Bench.LIMIT), Errno.EINTR);
        while (!send.done()) {
            pair.near().wake();
        }
        assertTakenOrFailed(send, message);
    }

    /**
     * A send that waits for room, though some may still turn up behind buffers that were full: what it answers, or -1 where
     * it fails so. Where a message goes whole, it is sent until there is no room for it.
     */
    private Task<Integer> startWithoutRoom(TransportSocket socket, ByteBuffer message, Waiting waiting, Errno why)
            throws Exception {
        socket.waiting(Waiting.atMost(SHORT));
        sendUntilFull(socket);
        socket.waiting(waiting);
        return bench().start(() -> {
                    try {
                        int taken = socket.send(message);
                        for (int i = 0; traits().keepsBoundaries() && i < 1 << 20; i++) {
                            taken = socket.send(message.rewind());
                        }
                        return taken;
                    } catch (SocketCallException ended) {
                        assertThat(ended.errno()).isEqualTo(why);
                        return -1;
                    }
                })
                .awaitBlocked();
    }

    private void assertTakenOrFailed(Task<Integer> send, ByteBuffer message) throws Exception {
        int answer = send.result();
        assertThat(answer).as("what was taken").isEqualTo(message.position() == 0 ? -1 : message.position());
        assertThat(answer).isLessThan(traits().keepsBoundaries() ? 0 : MUCH);
    }

    @Test
    default void aWakeUpForNobodyIsForgotten() throws Exception {
        Bench.Pair pair = bench().pair();
        pair.near().wake();
        pair.near().waiting(Waiting.atMost(SHORT));
        assertErrno(Errno.EAGAIN, () -> pair.near().receive(ByteBuffer.allocate(1)));
        pair.near().wake();
        pair.far().send(Payload.of("x"));
        assertThat(Bench.receive(pair.near())).isEqualTo("x");
    }

    @Test
    default void aSelectorSaysWhenASocketCanGoOn() throws Exception {
        Bench.Pair pair = bench().pair();
        Optional<SelectableChannel> channel = pair.near().selectable();
        needs(channel.isPresent(), "selectable");
        try (Selector selector = Selector.open()) {
            channel.orElseThrow().register(selector, SelectionKey.OP_READ);
            assertThat(pair.near().waiting()).isEqualTo(Waiting.NOT_AT_ALL);
            assertThat(selector.selectNow()).isZero();
            pair.far().send(Payload.of("x"));
            assertThat(selector.select(5_000)).isOne();
            assertThat(Bench.receive(pair.near())).isEqualTo("x");
            pair.near().waiting(Waiting.unlimited());
            Task<String> receive = bench().receiving(pair.near());
            pair.far().send(Payload.of("y"));
            assertThat(receive.result())
                    .as("a selected socket may still wait by itself")
                    .isEqualTo("y");
        }
    }

    @Test
    default void aSelectorSaysWhenADoorHasANewcomerAndWhenThereIsRoom() throws Exception {
        needsConnections();
        TransportSocket door = bench().listening();
        Optional<SelectableChannel> channel = door.selectable();
        needs(channel.isPresent(), "selectable");
        try (Selector selector = Selector.open()) {
            channel.orElseThrow().register(selector, SelectionKey.OP_ACCEPT);
            assertThat(selector.selectNow()).isZero();
            TransportSocket near = bench().open();
            near.connect(Bench.local(door));
            assertThat(selector.select(5_000)).isOne();
            TransportSocket far = bench().accept(door);
            SelectionKey room = near.selectable().orElseThrow().register(selector, SelectionKey.OP_WRITE);
            selector.selectedKeys().clear();
            assertThat(selector.select(5_000)).isOne();
            assertThat(selector.selectedKeys()).containsExactly(room);
            near.send(Payload.of("x"));
            assertThat(Bench.receive(far)).isEqualTo("x");
        }
    }
}
