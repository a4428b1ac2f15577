package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReorderTest {
    @Test
    void thesePacketsOvertakeThoseBefore() {
        LinkBench bench = new LinkBench("delay 10ms reorder packets 3");
        bench.offerEach(4, 1_000_000);
        assertThat(bench.arrivals()).containsExactly(3L, 1L, 2L, 4L);
        assertThat(bench.story())
                .containsExactly(
                        "1 delayed 10000us delay",
                        "2 delayed 10000us delay",
                        "3 reordered reorder",
                        "4 delayed 10000us delay");
        assertThat(bench.report().reordered()).isEqualTo(1);
    }

    @Test
    void letsTheShareThatWasTypedOvertake() {
        LinkBench bench = new LinkBench("delay 10ms reorder 25% seed 6 limit 100000");
        bench.offerEach(20_000, 1_000_000);
        Lottery.assertRate(bench.report().reordered(), 20_000, 0.25);
    }

    @Test
    void aGapOfFiveLetsEveryFifthOvertake() {
        LinkBench bench = new LinkBench("delay 10ms reorder 100% gap 5");
        bench.offerEach(12, 1_000_000);
        assertThat(overtakers(bench)).containsExactly(5L, 10L);
    }

    @Test
    void betweenTwoThatOvertakeThereAreAtLeastGapMinusOne() {
        LinkBench bench = new LinkBench("delay 10ms reorder 50% gap 4 seed 2");
        bench.offerEach(1000, 1_000_000);
        List<Long> overtakers = overtakers(bench);
        assertThat(overtakers.get(0)).isGreaterThanOrEqualTo(4);
        for (int i = 1; i < overtakers.size(); i++) {
            assertThat(overtakers.get(i) - overtakers.get(i - 1)).isGreaterThanOrEqualTo(4);
        }
        assertThat(overtakers.size()).isBetween(150, 250);
    }

    private static List<Long> overtakers(LinkBench bench) {
        return bench.delivered().stream()
                .filter(one -> one.verdict() == Verdict.REORDERED)
                .map(LinkBench.Leaving::number)
                .toList();
    }
}
