package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Arguments.Backlog;
import org.sockrates.transport.Arguments.Half;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Remark;
import org.sockrates.transport.SocketEvent.Returned;
import org.sockrates.transport.testkit.Task;

class PastTest {
    private static final Instant FIRST = Instant.ofEpochSecond(1);
    private static final Instant LATER = Instant.ofEpochSecond(2);
    private static final Outcome END = new Returned(0, 0, Remark.END_OF_STREAM);

    private final Past past = new Past(asked -> asked);

    @Test
    void hearsAllThatIsToldAtOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Void> ends = () -> {
            together.await();
            for (int i = 0; i < 100_000; i++) {
                hear(Call.RECV, FIRST, END);
            }
            return null;
        };
        Task<Void> beside = Task.start(ends);
        ends.call();
        beside.result();
        assertThat(past.endsRead()).isEqualTo(200_000);
    }

    private void hear(Call call, Instant at, Outcome outcome) {
        hear(call, at, outcome, None.NONE);
    }

    private void hear(Call call, Instant at, Outcome outcome, Arguments arguments) {
        past.heard(new SocketEvent(1, 2, 3, "tcp", call, arguments, outcome, null, null), at);
    }

    @Test
    void remembersWhenThePeerEndedFirst() {
        hear(Call.RECV, FIRST, new Returned(5));
        assertThat(past.peerEnded()).isNull();
        hear(Call.RECV, FIRST, END);
        hear(Call.RECVFROM, LATER, END);
        assertThat(past.peerEnded()).isEqualTo(FIRST);
        assertThat(past.endsRead()).isEqualTo(2);
    }

    /** A receive that waits is told at once, and may be heard of before the shutdown that ended it. */
    @Test
    void anEndThatItsOwnShutdownMadeIsNotThePeers() {
        Half in = new Half(Direction.IN);
        past.heard(new SocketEvent(1, 6, 3, "tcp", Call.RECV, None.NONE, END, null, null), FIRST);
        past.heard(new SocketEvent(5, 7, 3, "tcp", Call.SHUTDOWN, in, new Returned(0), null, null), LATER);
        assertThat(past.peerEnded()).isNull();
    }

    @Test
    void anEndBeforeItsOwnShutdownIsThePeers() {
        Half in = new Half(Direction.IN);
        past.heard(new SocketEvent(1, 4, 3, "tcp", Call.RECV, None.NONE, END, null, null), FIRST);
        past.heard(new SocketEvent(5, 7, 3, "tcp", Call.SHUTDOWN, in, new Returned(0), null, null), LATER);
        assertThat(past.peerEnded()).isEqualTo(FIRST);
    }

    @Test
    void anAttemptThatWasResetIsForgottenOnceConnected() {
        hear(Call.CONNECT, FIRST, new Failed(Errno.ECONNRESET, ""));
        assertThat(past.loss()).isNotNull();
        hear(Call.CONNECT, LATER, new Returned(0));
        assertThat(past.loss()).isNull();
    }

    @Test
    void aConnectThatFailedMayCostTheAddress() {
        InetSocketAddress local = new InetSocketAddress("127.0.0.1", 7);
        SocketEvent bind = new SocketEvent(1, 2, 3, "tcp", Call.BIND, None.NONE, new Returned(0), local, null);
        past.heard(bind, FIRST);
        assertThat(past.boundTo()).isEqualTo(local);
        hear(Call.CONNECT, LATER, new Failed(Errno.ECONNREFUSED, ""));
        assertThat(past.boundTo()).isNull();
        assertThat(past.bound()).isFalse();
    }

    @Test
    void anEndBehindOnesOwnShutdownIsNotThePeers() {
        hear(Call.SHUTDOWN, FIRST, new Returned(0), new Half(Direction.IN));
        hear(Call.RECV, LATER, END);
        assertThat(past.peerEnded()).isNull();
        assertThat(past.endsRead()).isEqualTo(1);
        assertThat(past.inputEnded()).isTrue();
        assertThat(past.outputEnded()).isFalse();
    }

    @Test
    void knowsHowManyMayWaitAtADoor() {
        hear(Call.LISTEN, FIRST, new Returned(0), new Backlog(5));
        hear(Call.LISTEN, LATER, new Returned(0), new Backlog(6));
        hear(Call.LISTEN, LATER, new Failed(Errno.EINVAL, ""), new Backlog(7));
        assertThat(past.backlog()).isEqualTo(5);
    }

    @Test
    void knowsTheBacklogThatIsKept() {
        Past cut = new Past(asked -> Math.min(asked, 2));
        cut.heard(new SocketEvent(1, 2, 3, "tcp", Call.LISTEN, new Backlog(5), new Returned(0), null, null), FIRST);
        assertThat(cut.backlog()).isEqualTo(2);
    }

    @Test
    void knowsWhichDirectionsWereEnded() {
        hear(Call.SHUTDOWN, FIRST, new Failed(Errno.ENOTCONN, ""), new Half(Direction.BOTH));
        assertThat(past.inputEnded() || past.outputEnded()).isFalse();
        hear(Call.SHUTDOWN, FIRST, new Returned(0), new Half(Direction.OUT));
        assertThat(past.inputEnded()).isFalse();
        assertThat(past.outputEnded()).isTrue();
        assertThat(past.endedAgain()).isFalse();
        hear(Call.SHUTDOWN, FIRST, new Returned(0), new Half(Direction.BOTH));
        assertThat(past.inputEnded() && past.outputEnded()).isTrue();
        assertThat(past.endedAgain()).as("one of them is new").isFalse();
        hear(Call.SHUTDOWN, FIRST, new Returned(0), new Half(Direction.IN));
        assertThat(past.endedAgain()).isTrue();
    }

    @Test
    void remembersHowAConnectionWasLost() {
        hear(Call.CONNECT, FIRST, new Failed(Errno.ETIMEDOUT, ""));
        hear(Call.SEND, FIRST, new Failed(Errno.EPIPE, ""));
        hear(Call.SEND, FIRST, new Returned(1));
        assertThat(past.loss()).isNull();
        hear(Call.SEND, LATER, new Failed(Errno.ETIMEDOUT, ""));
        hear(Call.RECV, LATER, new Failed(Errno.ECONNRESET, ""));
        assertThat(past.loss()).isEqualTo(new Past.Loss(Errno.ETIMEDOUT, LATER));
        hear(Call.RECV, LATER, END);
        assertThat(past.peerEnded()).as("nobody ended it").isNull();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "EACCES",
                "ECONNREFUSED",
                "EHOSTDOWN",
                "EHOSTUNREACH",
                "ENETUNREACH",
                "ENONET",
                "ENOPROTOOPT",
                "EOPNOTSUPP",
                "EPROTO"
            })
    void whatTheKernelHeardOfTheWayWhenItGaveUpIsALoss(Errno heard) {
        hear(Call.CONNECT, FIRST, new Failed(heard, ""));
        assertThat(past.loss()).isNull();
        hear(Call.SETSOCKOPT, FIRST, new Failed(heard, ""));
        assertThat(past.loss()).isNull();
        hear(Call.RECV, LATER, new Failed(heard, ""));
        assertThat(past.loss()).isEqualTo(new Past.Loss(heard, LATER));
    }

    @ParameterizedTest
    @EnumSource(names = {"EAGAIN", "EINTR", "EPIPE", "EBADF", "EMSGSIZE", "EOPNOTSUPP"})
    void whatASendSaysOfItselfIsNoLoss(Errno errno) {
        hear(Call.SEND, FIRST, new Failed(errno, ""));
        assertThat(past.loss()).isNull();
    }
}
