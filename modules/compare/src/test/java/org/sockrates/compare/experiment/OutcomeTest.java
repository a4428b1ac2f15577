package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockrates.transport.Errno;

class OutcomeTest {
    @Test
    void aResetTellsTheReaderButIsNoEndOfTheStream() {
        Outcome reset = new Outcome(-1, Errno.ECONNRESET, 1);
        assertThat(reset.ended()).isFalse();
        assertThat(reset.told()).isTrue();
        assertThat(reset.text()).startsWith("-1 ECONNRESET");
    }

    @Test
    void anEndOfTheStreamIsNotSilence() {
        assertThat(new Outcome(Ear.END, null, 1).ended()).isTrue();
        assertThat(new Outcome(Ear.SILENCE, null, 1).ended()).isFalse();
        assertThat(new Outcome(Ear.SILENCE, null, 1).told()).isFalse();
    }
}
