package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.transport.testkit.Errnos.assertErrno;
import static org.sockrates.transport.testkit.Errnos.assertErrnoIn;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;

/** What happens when the reader stops reading: back-pressure, or drop. */
interface PressurePromises extends Promises {
    /** Room may still turn up for a moment behind buffers that were full: makes the call until it is refused. */
    private static void assertRefusedAtLast(Callable<?> send) throws Exception {
        for (int calls = 0; calls < 1 << 20; calls++) {
            try {
                send.call();
            } catch (SocketCallException full) {
                assertThat(full.errno()).isEqualTo(Errno.EAGAIN);
                return;
            }
        }
        throw new AssertionError("there was always room");
    }

    /** A send that waited for room answers what was taken before it ended. */
    private static void assertTakenInPart(Task<Integer> send, ByteBuffer message) throws Exception {
        assertThat(send.result()).isEqualTo(message.position()).isBetween(1, message.limit() - 1);
    }

    @Test
    default void aReaderThatStopsMakesTheSenderWait() throws Exception {
        needs(traits().flowControlled(), "flowControlled");
        Bench.Pair pair = bench().pair();
        pair.near().waiting(Waiting.NOT_AT_ALL);
        assertThat(sendUntilFull(pair.near())).isPositive();
        ByteBuffer noRoom = Payload.of("no room");
        assertRefusedAtLast(() -> pair.near().send(noRoom.rewind()));
        assertThat(noRoom.position()).isZero();
        ByteBuffer[] alone = {noRoom};
        assertRefusedAtLast(() -> {
            noRoom.rewind();
            return pair.near().send(alone, 0, 1);
        });
        assertThat(noRoom.position()).isZero();
    }

    @Test
    default void aSenderGoesOnWhenTheReaderDoesAndNothingIsLost() throws Exception {
        needs(traits().flowControlled() && traits().reliable(), "flowControlled, reliable");
        Bench.Pair pair = bench().pair();
        pair.near().waiting(Waiting.NOT_AT_ALL);
        long sentBytes = sendUntilFull(pair.near());
        pair.near().waiting(Waiting.atMost(Bench.LIMIT));
        bench().start(() -> pair.near().send(Payload.pattern(sentBytes, 1000)));
        ByteBuffer into = ByteBuffer.allocateDirect(1 << 16);
        for (long at = 0; at < sentBytes + 1000; at += into.limit()) {
            pair.far().receive(into.clear());
            assertThat(into.flip()).as("from byte %d on", at).isEqualTo(Payload.pattern(at, into.limit()));
        }
    }

    @Test
    default void aBigSendIsTakenInPartAndTheBufferSaysHowMuch() throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        pair.near().waiting(Waiting.atMost(Duration.ofMillis(20)));
        ByteBuffer big = Payload.pattern(0, 1 << 25);
        int taken = pair.near().send(big);
        assertThat(taken).isPositive().isLessThan(1 << 25).isEqualTo(big.position());
        ByteBuffer[] more = {big, Payload.of("the end")};
        pair.near().waiting(Waiting.NOT_AT_ALL);
        long[] further = {taken};
        assertRefusedAtLast(() -> further[0] += pair.near().send(more, 0, 2));
        assertThat(big.position()).as("what was taken, and no more").isEqualTo((int) further[0]);
        assertThat(more[1].position()).isZero();
    }

    @Test
    default void aReaderThatBreaksOffEndsASendThatHasNoRoom() throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        ByteBuffer big = Payload.pattern(0, WaitingPromises.MUCH);
        Task<Integer> send = bench().start(() -> pair.near().send(big)).awaitBlocked();
        pair.far().abort();
        assertTakenInPart(send, big);
        assertErrnoIn(List.of(Errno.ECONNRESET, Errno.EPIPE), () -> pair.near().send(big));
    }

    @ParameterizedTest
    @MethodSource(WaitingPromises.WAITS)
    default void closeEndsASendOfWhichSomeWasTaken(Waiting waiting) throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        pair.near().waiting(waiting);
        ByteBuffer big = Payload.pattern(0, WaitingPromises.MUCH);
        Task<Integer> send = bench().start(() -> pair.near().send(big)).awaitBlocked();
        pair.near().close();
        assertTakenInPart(send, big);
        assertErrno(Errno.EBADF, () -> pair.near().send(big));
    }

    @Test
    default void aBigSendIsTakenWholeWhenTheReaderReads() throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        bench().start(() -> {
            ByteBuffer into = ByteBuffer.allocateDirect(1 << 16);
            while (pair.far().receive(into.clear()) != TransportSocket.END_OF_STREAM) {
                // read on
            }
            return null;
        });
        ByteBuffer[] big = {Payload.pattern(0, 1 << 23), Payload.of(""), Payload.pattern(0, 1 << 22), Payload.of("")};
        for (Waiting waiting : WaitingPromises.waits()) {
            pair.near().waiting(waiting);
            assertThat(pair.near().send(big, 0, 4)).isEqualTo((1 << 23) + (1 << 22));
            big[0].rewind();
            big[2].rewind();
        }
        pair.near().close();
    }

    @Test
    default void aReaderThatStopsLosesWhatDoesNotFit() throws Exception {
        needs(!traits().flowControlled(), "not flowControlled");
        needsOption("SO_RCVBUF");
        Bench.Pair pair = bench().pair();
        pair.far().option("SO_RCVBUF", "8192");
        for (int i = 0; i < 500; i++) {
            assertThat(pair.near().send(Payload.pattern(i, 1000)))
                    .as("the sender notices nothing")
                    .isEqualTo(1000);
        }
        pair.far().waiting(Waiting.NOT_AT_ALL);
        int received = 0;
        ByteBuffer into = ByteBuffer.allocate(2000);
        try {
            while (true) {
                assertThat(pair.far().receive(into.clear())).isEqualTo(1000);
                received++;
            }
        } catch (SocketCallException nothingLeft) {
            assertThat(nothingLeft.errno()).isEqualTo(Errno.EAGAIN);
        }
        assertThat(received).isBetween(1, 499);
    }
}
