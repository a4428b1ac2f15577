package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SalvoTest {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long[] SENT = {1_000_000, 2_000_000, 3_000_000};

    @Test
    void allHaveComeWhenTheLastHasAndTheFirstWasSentFirst() {
        Salvo salvo = new Salvo(SENT, new long[] {41_000_000, 63_000_000, 43_000_000}, 1, Optional.empty());

        assertThat(salvo.allMillis()).isEqualTo(62);
        assertThat(salvo.millis(2)).isEqualTo(40);
        assertThat(salvo.missing()).isZero();
    }

    @Test
    void whereOneNeverCameAllNeverDid() {
        Salvo salvo = new Salvo(SENT, new long[] {41_000_000, NEVER, 43_000_000}, 1, Optional.empty());

        assertThat(salvo.allMillis()).isNaN();
        assertThat(salvo.millis(1)).isNaN();
        assertThat(salvo.missing()).isEqualTo(1);
    }
}
