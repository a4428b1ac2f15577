package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class BarsTest {
    @Test
    void aBarForEachDoublingOfTime() {
        Histogram nanos = new Histogram(3);
        nanos.recordValueWithCount(9_000, 10);
        nanos.recordValueWithCount(17_000, 20);
        nanos.recordValue(70_000);

        assertThat(Bars.of(nanos))
                .containsExactly(
                        "from        8 us  ####################                         10",
                        "from       16 us  ########################################     20",
                        "from       32 us                                                0",
                        "from       64 us  ##                                            1");
    }

    @Test
    void nothingIsDrawnOfNothing() {
        assertThat(Bars.of(new Histogram(3))).isEmpty();
    }
}
