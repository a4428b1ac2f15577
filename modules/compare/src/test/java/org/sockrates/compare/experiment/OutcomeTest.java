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

    @Test
    void anEndOfTheStreamIsNotSilence() {
        assertThat(new Outcome(Ear.END, null, 1).ended()).isTrue();
        assertThat(new Outcome(Ear.SILENCE, null, 1).ended()).isFalse();
        assertThat(new Outcome(Ear.SILENCE, null, 1).told()).isFalse();
    }
}
