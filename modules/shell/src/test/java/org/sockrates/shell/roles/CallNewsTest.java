package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Returned;

class CallNewsTest {
    private static final long MILLISECOND = 1_000_000;

    private final List<String> told = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final CallNews news = new CallNews("server 1", told::add, later::add);

    private static SocketEvent recv(long endMillis, @Nullable Outcome outcome) {
        long end = endMillis * MILLISECOND;
        return new SocketEvent(
                end, end, 4, "tcp", Call.RECV, new Message("\"x\"", 9, Flag.NONE, null), outcome, null, null);
    }

    private void calls(int number, long fromMillis) {
        for (int i = 0; i < number; i++) {
            news.heard("server 1", recv(fromMillis + i, new Returned(1)));
        }
    }

    @Test
    void tellsEveryCallOfItsServerAndNoOthers() {
        calls(1, 5);
        news.heard("server 2", recv(6, new Returned(1)));
        assertThat(told).containsExactly("server 1 recv(4, \"x\", 9, 0) = 1");
    }

    @Test
    void countsWhatIsTooMuchForASecondAndSaysSoInTheNext() {
        calls(50, 5);
        assertThat(told).hasSize(20);
        calls(1, 1_004);
        assertThat(told).as("the second is not over").hasSize(20);
        calls(1, 1_005);
        assertThat(told).hasSize(22).contains("server 1 … 31 calls more");
    }

    /** Nobody may call any more. */
    @Test
    void tellsTheRestASecondLaterByItself() {
        calls(20, 5);
        assertThat(later).isEmpty();
        calls(30, 25);
        assertThat(later).hasSize(1);
        later.get(0).run();
        assertThat(told).hasSize(21).last().isEqualTo("server 1 … 30 calls more");
        calls(1, 60);
        assertThat(later).hasSize(2);
    }

    @Test
    void whatIsLeftOfASecondIsToldOnceAndNotInTheMiddleOfTheNext() {
        calls(50, 5);
        calls(50, 1_005);
        assertThat(told).hasSize(41).contains("server 1 … 30 calls more");
        later.get(0).run();
        assertThat(told).as("the next second is not over").hasSize(41);
        later.get(1).run();
        assertThat(told).hasSize(42).last().isEqualTo("server 1 … 30 calls more");
    }

    @Test
    void leavesOutWhatWaitsAndWhatItsOwnEndCutShort() {
        news.heard("server 1", recv(5, null));
        news.heard("server 1", recv(5, new Failed(Errno.EBADF, "closed")));
        assertThat(told).isEmpty();
        news.heard("server 1", recv(5, new Failed(Errno.ECONNRESET, "reset")));
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsTheRestAtTheEnd() {
        calls(50, 5);
        news.close();
        assertThat(told).hasSize(21).last().isEqualTo("server 1 … 30 calls more");
        news.close();
        assertThat(told).hasSize(21);
    }
}
