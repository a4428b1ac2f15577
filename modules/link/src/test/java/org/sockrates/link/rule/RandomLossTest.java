package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.testkit.Lottery;

class RandomLossTest {
    @Test
    void losesThesePackets() {
        LinkBench bench = new LinkBench("loss 20% seed 42");
        bench.offerEach(60, 1000);
        assertThat(bench.map()).isEqualTo(".........x...x......x.......xx.xx........xx.....x...xxxx....");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5, 30, 99})
    void losesTheShareThatWasTyped(double percent) {
        LinkBench bench = new LinkBench("loss " + percent + "% seed 7");
        bench.offerEach(20_000, 1000);
        Lottery.assertRate(bench.lost().size(), 20_000, percent / 100);
    }

    @Test
    void losesNothingOrEverythingAtTheEnds() {
        LinkBench none = new LinkBench("loss 0%");
        none.offerEach(1000, 1000);
        assertThat(none.lost()).isEmpty();
        LinkBench all = new LinkBench("loss 100%");
        all.offerEach(1000, 1000);
        assertThat(all.delivered()).isEmpty();
    }

    /** The first has none before it, and draws a lot as any. */
    @Test
    void whereEachSharesTheFateBeforeItTheFirstDecidesForAll() {
        int lost = 0;
        for (int seed = 1; seed <= 100; seed++) {
            LinkBench bench = new LinkBench("loss 50% 100% seed " + seed);
            bench.offerEach(10, 1000);
            assertThat(bench.lost().size()).isIn(0, 10);
            lost += bench.lost().size() / 10;
        }
        Lottery.assertRate(lost, 100, 0.5);
    }

    @Test
    void aCorrelationMakesRunsAndKeepsTheShare() {
        LinkBench bench = new LinkBench("loss 20% 60% seed 3");
        bench.offerEach(50_000, 1000);
        int pairs = bench.map().split("(?<=x)(?=x)", -1).length - 1;
        // a packet behind a lost one is lost when it repeats (0.6), or draws its own loss (0.4 * 0.2)
        Lottery.assertRate(pairs, bench.lost().size(), 0.68);
        // the correlation widens the spread of the share by (1 + 0.6) / (1 - 0.6) = 4 in variance
        assertThat(bench.lost().size() / 50_000.0).isBetween(0.2 - 0.0143, 0.2 + 0.0143);
    }
}
