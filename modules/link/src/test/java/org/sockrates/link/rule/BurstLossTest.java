package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockrates.transport.testkit.Lottery;

class BurstLossTest {
    @Test
    void losesThesePackets() {
        LinkBench bench = new LinkBench("loss gemodel 10% 40% seed 42");
        bench.offerEach(60, 1000);
        assertThat(bench.map()).isEqualTo("...........xxxx.......xxx......xx..........x..............x.");
    }

    @Test
    void losesInBurstsOfTheLengthTheModelSays() {
        LinkBench bench = new LinkBench("loss gemodel 2% 30% seed 5");
        bench.offerEach(100_000, 1000);
        String map = bench.map();
        int bursts = map.split("(?<=\\.)(?=x)", -1).length - 1;
        double meanLength = bench.lost().size() / (double) bursts;
        // lengths are geometric: mean 1/r, standard deviation sqrt(1-r)/r
        Lottery.assertMean(meanLength, bursts, 1 / 0.3, Math.sqrt(0.7) / 0.3);
        // p/(p+r); bursts widen the variance by (2-p-r)/(p+r) = 5.25
        double share = 0.02 / 0.32;
        double sigma = Math.sqrt(5.25 * share * (1 - share) / 100_000);
        assertThat(bench.lost().size() / 100_000.0).isBetween(share - 4 * sigma, share + 4 * sigma);
    }

    @Test
    void mayLoseWhileGoodAndSpareWhileBad() {
        LinkBench bench = new LinkBench("loss gemodel 50% 50% 20% 10% seed 5");
        bench.offerEach(40_000, 1000);
        Lottery.assertRate(bench.lost().size(), 40_000, 0.15);
    }

    @Test
    void aHundredPercentSparesNone() {
        LinkBench bad = new LinkBench("loss gemodel 100% 0% seed 5");
        bad.offerEach(5_000, 1000);
        assertThat(bad.map()).isEqualTo("." + "x".repeat(4_999));
        LinkBench good = new LinkBench("loss gemodel 0% 100% 0% 100% seed 5");
        good.offerEach(5_000, 1000);
        assertThat(good.map()).isEqualTo("x".repeat(5_000));
    }

    @Test
    void withoutASecondValueEachBadPacketStandsAlone() {
        LinkBench bench = new LinkBench("loss gemodel 10% seed 5");
        bench.offerEach(20_000, 1000);
        // r = 1 - p: the next state does not depend on this one
        Lottery.assertRate(bench.lost().size(), 20_000, 0.1);
    }
}
