package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.testkit.Lottery;

class DelayTest {
    @Test
    void delaysEveryPacketAlikeWithoutJitter() {
        LinkBench bench = new LinkBench("delay 20ms");
        bench.offerEach(100, 1000);
        assertThat(bench.delaysMillis()).containsOnly(20.0);
    }

    @Test
    void holdsWhatIsUnderWayAndLetsItGoInTime() {
        LinkBench bench = new LinkBench("delay 10ms");
        bench.offerEach(5, 1_000_000);
        assertThat(bench.report().queued()).isEqualTo(5);
        bench.pass(6_000_000 - 1);
        assertThat(bench.report().queued()).isEqualTo(5);
        bench.pass(1);
        assertThat(bench.report().queued()).isEqualTo(4);
        assertThat(bench.report().outBytes()).isEqualTo(10);
        bench.pass(4_000_000);
        assertThat(bench.report().queued()).isZero();
    }

    @Test
    void uniformJitterStaysWithinIt() {
        List<Double> delays = delays("delay 20ms 5ms seed 8");
        assertThat(delays).allMatch(delay -> delay >= 15 && delay < 25);
        Lottery.assertMean(mean(delays), delays.size(), 20, 5 / Math.sqrt(3));
        Lottery.assertRate(delays.stream().filter(delay -> delay < 16).count(), delays.size(), 0.1);
    }

    @Test
    void normalJitterIsItsStandardDeviation() {
        List<Double> delays = delays("delay 20ms 3ms distribution normal seed 8");
        Lottery.assertMean(mean(delays), delays.size(), 20, 3);
        Lottery.assertRate(
                delays.stream().filter(delay -> Math.abs(delay - 20) < 3).count(), delays.size(), 0.6827);
    }

    @Test
    void paretoIsMostlyEarlyAndSeldomVeryLate() {
        List<Double> delays = delays("delay 20ms 2ms distribution pareto seed 8");
        // early: (x - 1.5) * 4/3 < 0 where x^-3 = u, so with probability 1 - 1.5^-3
        Lottery.assertRate(delays.stream().filter(delay -> delay < 20).count(), delays.size(), 1 - Math.pow(1.5, -3));
        // at most 4 jitters late: (x - 1.5) * 4/3 = 4 where x = 4.5
        assertThat(delays).allMatch(delay -> delay > 20 - 2 * 0.6667 && delay <= 20 + 2 * 4);
        Lottery.assertRate(delays.stream().filter(delay -> delay == 28).count(), delays.size(), Math.pow(4.5, -3));
    }

    /** The quantiles of the tables pareto.dist and paretonormal.dist of iproute2, in jitters. */
    @ParameterizedTest
    @CsvSource({
        "pareto, -0.619, -0.532, -0.320, 0.117, 0.872",
        "paretonormal, -0.785, -0.568, -0.240, 0.256, 0.974",
    })
    void asLateAsNetemsTables(String distribution, double p10, double p25, double p50, double p75, double p90) {
        List<Double> delays = delays("delay 20ms 1ms distribution " + distribution + " seed 8");
        double[] quantiles = {p10, p25, p50, p75, p90};
        double[] shares = {0.1, 0.25, 0.5, 0.75, 0.9};
        for (int i = 0; i < shares.length; i++) {
            double quantile = 20 + quantiles[i];
            Lottery.assertRate(delays.stream().filter(delay -> delay < quantile).count(), delays.size(), shares[i]);
        }
    }

    @Test
    void theDistributionsDoNotChangeFromReleaseToRelease() {
        assertThat(first("delay 20ms 5ms seed 42"))
                .containsExactly(20.67912, 18.551023, 22.414242, 19.02984, 20.789631);
        assertThat(first("delay 20ms 5ms distribution normal seed 42"))
                .containsExactly(16.026687, 13.257482, 15.104789, 23.109959, 26.598227);
        assertThat(first("delay 20ms 5ms distribution pareto seed 42"))
                .containsExactly(18.818297, 17.716348, 20.464362, 17.917355, 18.894784);
        assertThat(first("delay 20ms 5ms 50% seed 42"))
                .containsExactly(18.551023, 19.02984, 21.163827, 21.163827, 21.085757);
    }

    @Test
    void neverBelowZero() {
        List<Double> delays = delays("delay 1ms 10ms");
        assertThat(delays).allMatch(delay -> delay >= 0).contains(0.0);
    }

    @Test
    void aCorrelationRepeatsTheDelayBefore() {
        assertThat(delays("delay 20ms 5ms 100% seed 8").stream().distinct())
                .as("the first draws its own")
                .singleElement()
                .isNotEqualTo(20.0);
        List<Double> delays = delays("delay 20ms 5ms 25% seed 8");
        int repeated = 0;
        for (int i = 1; i < delays.size(); i++) {
            repeated += delays.get(i).equals(delays.get(i - 1)) ? 1 : 0;
        }
        Lottery.assertRate(repeated, delays.size() - 1, 0.25);
    }

    @Test
    void jitterLetsPacketsOvertake() {
        LinkBench bench = new LinkBench("delay 20ms 15ms");
        bench.offerEach(50, 1_000_000);
        assertThat(bench.arrivals())
                .isNotEqualTo(bench.arrivals().stream().sorted().toList());
    }

    @Test
    void delaysThesePacketsAndNoOthers() {
        LinkBench bench = new LinkBench("delay 50ms packets 2");
        bench.offerEach(4, 1_000_000);
        assertThat(bench.arrivals()).containsExactly(1L, 3L, 4L, 2L);
        assertThat(bench.story()).containsExactly("1 passed", "2 delayed 50000us delay", "3 passed", "4 passed");
    }

    private static List<Double> delays(String link) {
        LinkBench bench = new LinkBench(link);
        bench.offerEach(10_000, 1_000_000_000);
        return bench.delaysMillis();
    }

    private static List<Double> first(String link) {
        LinkBench bench = new LinkBench(link);
        bench.offerEach(5, 1_000_000_000);
        return bench.delaysMillis();
    }

    private static double mean(List<Double> delays) {
        return delays.stream().mapToDouble(delay -> delay).average().orElseThrow();
    }
}
