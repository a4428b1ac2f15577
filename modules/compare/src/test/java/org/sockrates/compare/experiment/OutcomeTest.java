package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;

class OutcomeTest {
    @Test
    void aResetTellsTheReaderButIsNoEndOfTheStream() {
        Outcome reset = new Outcome(-1, Errno.ECONNRESET, 1);
        assertThat(reset.ended()).isFalse();
        assertThat(reset.told()).isTrue();
        assertThat(reset.text()).startsWith("-1 ECONNRESET");
    }

    /** The system would go on asking for two minutes: that we stopped waiting is no word of anybody's. */
    @Test
    void ourOwnPatienceTellsNothing() throws IOException {
        Calls calls = new Calls(() -> 0);
        SocketCallException limit = new SocketCallException(Call.CONNECT, Errno.EAGAIN);
        Outcome inVain = calls.make("connect(client)", () -> {
            throw new SocketCallException(Call.CONNECT, Errno.ETIMEDOUT, "no answer within the limit", limit);
        });
        assertThat(inVain.told()).isFalse();
        assertThat(inVain.silent()).isTrue();
        assertThat(calls.lines()).last().asString().contains("= (silence)");

        Outcome system = calls.make("connect(client)", () -> {
            throw new SocketCallException(Call.CONNECT, Errno.ETIMEDOUT);
        });
        assertThat(system.told()).isTrue();
    }

    /** A column has one unit, in its head, and its points below each other: 301 ms is no neighbour of 0.0108 ms. */
    @Test
    void howLongCallsTookStandsPointBelowPoint() throws IOException {
        long[] nanos = {0, 9_790, 10_000, 301_010_000, 400_000_000, 401_230_000};
        int[] next = {0};
        Calls calls = new Calls(() -> nanos[next[0]++]);
        calls.make("recv(client)", () -> 0);
        calls.note("the client is killed");
        calls.make("recv(server)", () -> Ear.SILENCE);
        calls.make("send(client)", () -> 3);

        assertThat(calls.lines())
                .containsExactly(
                        "call               its answer                              took (ms)",
                        "recv(client)     = 0                                         0.00979",
                        "the client is killed",
                        "recv(server)     = (silence)                               301",
                        "send(client)     = 3                                         1.23");
    }

    @Test
    void anEndOfTheStreamIsNotSilence() {
        assertThat(new Outcome(Ear.END, null, 1).ended()).isTrue();
        assertThat(new Outcome(Ear.SILENCE, null, 1).ended()).isFalse();
        assertThat(new Outcome(Ear.SILENCE, null, 1).told()).isFalse();
    }
}
