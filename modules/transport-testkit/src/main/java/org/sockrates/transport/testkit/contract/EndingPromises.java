package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.sockrates.transport.testkit.Errnos.assertErrno;
import static org.sockrates.transport.testkit.Errnos.assertErrnoIn;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;

/** How a conversation ends: politely, halfway, or with a reset. */
interface EndingPromises extends Promises {
    @Test
    default void closeIsTheEndOfThePeersStream() throws Exception {
        needsConnections();
        Bench.Pair pair = bench().pair();
        pair.near().close();
        ByteBuffer into = ByteBuffer.allocate(10);
        assertThat(pair.far().receive(into)).isEqualTo(TransportSocket.END_OF_STREAM);
        assertThat(pair.far().receive(into)).as("and it stays so").isEqualTo(TransportSocket.END_OF_STREAM);
        assertThat(pair.far().receiveFrom(into)).isNull();
        assertThat(into.position()).isZero();
    }

    @Test
    default void whatWasSentBeforeCloseStillArrives() throws Exception {
        needs(traits().connectionOriented() && traits().reliable(), "connectionOriented, reliable");
        Bench.Pair pair = bench().pair();
        ByteBuffer last = Payload.pattern(0, 20_000);
        while (last.hasRemaining()) {
            pair.near().send(last.limit(Math.min(last.position() + 1000, 20_000)));
            last.limit(20_000);
        }
        pair.near().close();
        ByteBuffer into = ByteBuffer.allocate(30_000);
        while (pair.far().receive(into) != TransportSocket.END_OF_STREAM) {
            // until the end
        }
        assertThat(into.flip()).isEqualTo(Payload.pattern(0, 20_000));
    }

    @Test
    default void halfAConversationGoesOn() throws Exception {
        needsConnections();
        Bench.Pair pair = bench().pair();
        pair.near().send(Payload.of("last question"));
        pair.near().shutdown(Direction.OUT);
        assertThat(Bench.receive(pair.far())).isEqualTo("last question");
        assertThat(Bench.receive(pair.far())).isEqualTo("END");
        pair.far().send(Payload.of("answer"));
        assertThat(Bench.receive(pair.near())).isEqualTo("answer");
        pair.far().close();
        assertThat(Bench.receive(pair.near())).isEqualTo("END");
    }

    @ParameterizedTest
    @MethodSource(WaitingPromises.WAITS)
    default void thePeersEndEndsAReceive(Waiting waiting) throws Exception {
        needsConnections();
        Bench.Pair pair = bench().pair();
        pair.near().waiting(waiting);
        Task<String> receive = bench().receiving(pair.near());
        pair.far().shutdown(Direction.OUT);
        assertThat(receive.result()).isEqualTo("END");
    }

    @ParameterizedTest
    @MethodSource(WaitingPromises.WAITS)
    default void thePeersResetEndsAReceive(Waiting waiting) throws Exception {
        needsConnections();
        Bench.Pair pair = bench().pair();
        pair.near().waiting(waiting);
        Task<String> receive = bench().receiving(pair.near());
        pair.far().abort();
        assertErrno(Errno.ECONNRESET, receive::result);
    }

    @ParameterizedTest
    @MethodSource(WaitingPromises.WAITS)
    default void shutdownByAnotherThreadEndsAReceive(Waiting waiting) throws Exception {
        needsConnections();
        Bench.Pair pair = bench().pair();
        pair.near().waiting(waiting);
        Task<String> receive = bench().receiving(pair.near());
        pair.near().shutdown(Direction.IN);
        assertThat(receive.result()).isEqualTo("END");
    }

    @Test
    default void afterTheLastWordNothingCanBeSent() throws Exception {
        needsConnections();
        Bench.Pair pair = bench().pair();
        pair.near().shutdown(Direction.OUT);
        pair.near().shutdown(Direction.OUT);
        ByteBuffer tooLate = Payload.of("and another thing");
        assertErrno(Errno.EPIPE, () -> pair.near().send(tooLate));
        assertErrno(Errno.EPIPE, () -> pair.near().send(new ByteBuffer[] {tooLate}, 0, 1));
        assertThat(tooLate.position()).isZero();
        pair.near().close();
        assertErrno(Errno.EBADF, () -> pair.near().send(tooLate));
    }

    @Test
    default void whoShutsHisEarsReadsTheEnd() throws Exception {
        needsConnections();
        Bench.Pair pair = bench().pair();
        pair.near().shutdown(Direction.IN);
        assertThat(Bench.receive(pair.near())).isEqualTo("END");
        pair.near().send(Payload.of("I still speak"));
        assertThat(Bench.receive(pair.far())).isEqualTo("I still speak");
        pair.near().shutdown(Direction.BOTH);
        assertThat(Bench.receive(pair.far())).isEqualTo("END");
    }

    @Test
    default void aConnectionThatIsOverCannotBeShutDown() throws Exception {
        needsTheSystemsStream();
        Bench.Pair pair = bench().pair();
        pair.far().abort();
        assertErrno(Errno.ENOTCONN, () -> pair.near().shutdown(Direction.IN));
        assertErrno(Errno.ENOTCONN, () -> pair.near().shutdown(Direction.OUT));
        assertErrno(Errno.ECONNRESET, () -> pair.near().receive(ByteBuffer.allocate(1)));
        assertThat(Bench.receive(pair.near())).as("a reset is told once").isEqualTo("END");
        Bench.Pair polite = bench().pair();
        polite.far().close();
        assertThat(Bench.receive(polite.near())).isEqualTo("END");
        polite.near().shutdown(Direction.OUT);
        assertErrno(Errno.ENOTCONN, () -> polite.near().shutdown(Direction.IN));
        assertErrno(Errno.ENOTCONN, () -> polite.near().shutdown(Direction.OUT));
        assertThat(Bench.receive(polite.near())).isEqualTo("END");
    }

    @Test
    default void shutdownHidesNoReset() throws Exception {
        needsTheSystemsStream();
        Bench.Pair pair = bench().pair();
        pair.far().send(Payload.of("before it"));
        pair.near().shutdown(Direction.OUT);
        pair.far().abort();
        assertErrno(Errno.ENOTCONN, () -> pair.near().shutdown(Direction.IN));
        assertErrno(Errno.ENOTCONN, () -> pair.near().shutdown(Direction.BOTH));
        assertThat(Bench.receive(pair.near())).isEqualTo("before it");
        assertErrno(Errno.ECONNRESET, () -> pair.near().receive(ByteBuffer.allocate(1)));
    }

    @Test
    default void whoEndsBothDirectionsMayEndThemAgain() throws Exception {
        needsConnections();
        Bench.Pair pair = bench().pair();
        pair.near().shutdown(Direction.BOTH);
        for (Direction direction : Direction.values()) {
            pair.near().shutdown(direction);
        }
    }

    @Test
    default void aResetBehindOnesOwnEndIsToldByTheNextReceive() throws Exception {
        needsConnections();
        List<Errno> refused = List.of(Errno.EPIPE, Errno.ECONNRESET);
        ByteBuffer tooLate = Payload.of("and another thing");
        Bench.Pair pair = bench().pair();
        pair.near().shutdown(Direction.OUT);
        pair.far().abort();
        assertErrnoIn(refused, () -> pair.near().send(tooLate));
        assertErrnoIn(refused, () -> pair.near().send(new ByteBuffer[] {tooLate}, 0, 1));
        assertErrno(Errno.ECONNRESET, () -> pair.near().receive(ByteBuffer.allocate(1)));
    }

    @Test
    default void ofALostConnectionNothingIsRefusedAsSomethingIs() throws Exception {
        needsConnections();
        List<Errno> refused = List.of(Errno.EPIPE, Errno.ECONNRESET);
        ByteBuffer nothing = ByteBuffer.allocate(0);
        Bench.Pair pair = bench().pair();
        pair.far().abort();
        assertErrno(Errno.ECONNRESET, () -> pair.near().receive(ByteBuffer.allocate(1)));
        assertErrnoIn(refused, () -> pair.near().send(nothing));
        assertErrnoIn(refused, () -> pair.near().send(new ByteBuffer[] {nothing, nothing}, 0, 2));
    }

    @Test
    default void aResetThatCameBehindBytesMeetsTheNextCall() throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        pair.far().send(Payload.of("abc"));
        assertThat(Bench.receive(pair.near())).isEqualTo("abc");
        pair.near().keep(Errno.EAGAIN);
        pair.far().abort();
        assertErrno(Errno.ECONNRESET, () -> pair.near().receive(ByteBuffer.allocate(1)));
        pair.near().keep(Errno.ECONNRESET);
        pair.near().keep(Errno.EAGAIN); // which takes nothing away
        assertErrno(Errno.ECONNRESET, () -> pair.near().receive(ByteBuffer.allocate(1)));
        pair.near().keep(Errno.ECONNRESET);
        assertErrno(Errno.ECONNRESET, () -> pair.near().send(Payload.of("x")));
    }

    @Test
    default void abortIsAReset() throws Exception {
        needsConnections();
        Bench.Pair pair = bench().pair();
        assertThat(pair.near().abort()).isTrue();
        assertErrno(Errno.ECONNRESET, () -> pair.far().receive(ByteBuffer.allocate(1)));
        assertThat(pair.far().abort()).as("there is nothing left to reset").isFalse();
        assertThat(pair.far().abort()).as("and it is closed").isFalse();
    }

    @Test
    default void closeWithInputUnreadIsAReset() throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        pair.far().send(Payload.of("never read"));
        pair.near().close();
        assertErrno(Errno.ECONNRESET, () -> pair.far().receive(ByteBuffer.allocate(1)));
    }

    @Test
    default void closeWithInputUnreadIsAResetAlsoOfOneThatHasWaited() throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        pair.near().waiting(Waiting.atMost(Duration.ofMillis(20)));
        assertErrno(Errno.EAGAIN, () -> pair.near().receive(ByteBuffer.allocate(1)));
        pair.far().send(Payload.of("never read"));
        pair.near().close();
        assertErrno(Errno.ECONNRESET, () -> pair.far().receive(ByteBuffer.allocate(1)));
    }

    @Test
    default void whoSendsToNobodyIsToldSoonerOrLater() throws Exception {
        needsConnections();
        Bench.Pair pair = bench().pair();
        pair.far().close();
        assertErrnoIn(List.of(Errno.EPIPE, Errno.ECONNRESET), () -> {
            for (int i = 0; i < 100_000; i++) {
                pair.near().send(Payload.of("hello?"));
            }
        });
    }

    @Test
    default void anAbortedConnectionLeavesNoTimeWait() throws Exception {
        needsConnections();
        TransportSocket door = bench().listening();
        InetSocketAddress address = Bench.local(door);
        TransportSocket near = bench().open();
        near.connect(address);
        bench().accept(door).abort();
        door.close();
        assertThatCode(() -> bench().open().bind(address)).doesNotThrowAnyException();
    }
}
