package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.testkit.Lottery;

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
        Lottery.assertRate(bench.report().byRule().get("reorder"), 20_000, 0.25);
    }

    @Test
    void whatLeavesBeforeOneThatCameEarlierIsCountedWhicheverRuleMadeIt() {
        LinkBench jitter = new LinkBench("delay 10ms 5ms seed 3");
        jitter.offerEach(100, 1_000_000);
        List<Long> arrivals = jitter.arrivals();
        long overtakers = arrivals.stream()
                .filter(number -> arrivals.subList(arrivals.indexOf(number), arrivals.size()).stream()
                        .anyMatch(later -> later < number))
                .count();
        assertThat(overtakers).isPositive();
        assertThat(jitter.report().reordered()).isEqualTo(overtakers);
    }

    @Test
    void whatFindsNobodyToOvertakeIsNotReorderedNorIsACopyBeforeItsOriginal() {
        LinkBench alone = new LinkBench("delay 10ms reorder packets 1,3");
        alone.offerEach(3, 20_000_000);
        assertThat(alone.report().byRule()).containsEntry("reorder", 2L);
        assertThat(alone.report().reordered()).isZero();

        LinkBench copies = new LinkBench("duplicate 100% delay 10ms 5ms seed 3");
        copies.offerEach(100, 20_000_000);
        assertThat(copies.report().reordered()).isZero();
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
