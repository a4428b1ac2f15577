package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverrunsTest {
    private static final List<String> LINES = List.of(
            "Inter-|   Receive                                                |  Transmit",
            " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier"
                    + " compressed",
            "    lo:       1       2    3    4    5     6          7         8        9      10   11   12   13    14      15"
                    + "         16",
            "wire10:     101     102  103  104  105   106        107       108      109     110  111  112  113   114     115"
                    + "        116");

    @Test
    void readsWhatADeviceCouldNotTake() {
        assertThat(Overruns.of("lo", LINES)).isEqualTo(12);
        assertThat(Overruns.of("wire10", LINES)).isEqualTo(112);
        assertThat(Overruns.of("wire1", LINES)).isZero();
    }
}
