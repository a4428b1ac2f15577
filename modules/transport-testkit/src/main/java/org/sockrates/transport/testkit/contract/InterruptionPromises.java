package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.nio.ByteBuffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;

/** What becomes of a call, and of its socket, whose thread is interrupted. */
interface InterruptionPromises extends Promises {
    @ParameterizedTest
    @MethodSource(WaitingPromises.WAITS)
    default void anInterruptedThreadDoesNotWaitAndTheSocketLivesOn(Waiting waiting) throws Exception {
        needs(!waiting.equals(Waiting.unlimited()), "an interruption in the middle of a system call");
        Bench.Pair pair = bench().pair();
        pair.near().waiting(waiting);
        Task<Boolean> receive = bench().start(() -> {
            Thread.currentThread().interrupt();
            assertErrno(Errno.EINTR, () -> pair.near().receive(ByteBuffer.allocate(1)));
            return Thread.interrupted();
        });
        assertThat(receive.result()).as("still interrupted").isTrue();
        pair.far().send(Payload.of("x"));
        assertThat(Bench.receive(pair.near())).isEqualTo("x");
    }

    @Test
    default void whoMayNotWaitIsToldSoInterruptedOrNot() throws Exception {
        Bench.Pair pair = bench().pair();
        pair.near().waiting(Waiting.NOT_AT_ALL);
        Task<?> receive = bench().start(() -> {
            Thread.currentThread().interrupt();
            return pair.near().receive(ByteBuffer.allocate(1));
        });
        assertErrno(Errno.EAGAIN, receive::result);
    }

    @Test
    default void anInterruptionInAWaitWithoutALimitEndsTheSocketOrTheCallAlone() throws Exception {
        TransportSocket near = bench().pair().near();
        assertEndsOneOfBoth(near, () -> near.receive(ByteBuffer.allocate(1)));
        if (traits().connectionOriented()) {
            TransportSocket door = bench().listening();
            assertEndsOneOfBoth(door, door::accept);
        }
    }

    private void assertEndsOneOfBoth(TransportSocket socket, ThrowingCallable wait) throws Exception {
        socket.waiting(Waiting.unlimited());
        Task<Throwable> end = bench().start(() -> {
            Thread.currentThread().interrupt();
            return catchThrowable(wait);
        });
        assertThat(end.result()).isInstanceOf(SocketCallException.class);
        Errno errno = ((SocketCallException) end.result()).errno();
        assertThat(errno).isIn(Errno.EBADF, Errno.EINTR);
        boolean closed = errno == Errno.EBADF;
        assertThat(socket.phase() == Phase.CLOSED).as("closed").isEqualTo(closed);
        if (closed) {
            assertErrno(Errno.EBADF, () -> socket.bind(bench().loopback(0)));
            assertErrno(Errno.EBADF, wait);
            assertThat(socket.abort()).as("there is something to reset").isFalse();
        }
    }
}
