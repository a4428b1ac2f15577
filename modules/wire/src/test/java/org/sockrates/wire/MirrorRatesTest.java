package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkReport;
import org.sockrates.transport.testkit.Lottery;
import org.sockrates.transport.testkit.Property;

/** What a link does over many packets: at the rates that were typed, by the same decisions for the same seed. */
class MirrorRatesTest {
    private static final int MANY = 100_000;
    private static final Duration APART = Duration.ofNanos(10_000);

    @Test
    void ratesAreThoseThatWereTypedWithinFourSigma() {
        MirrorBench bench =
                new MirrorBench("loss 2% duplicate 3% corrupt 1% delay 1ms reorder 5% limit 100000 seed 42");
        bench.mirror.observers().remove(bench);
        ByteBuffer datagram = Crafted.four().datagram(7, 8, 10);
        for (int i = 0; i < MANY; i++) {
            bench.came(datagram);
            bench.pass(APART);
        }
        bench.pass(Duration.ofSeconds(1));
        LinkReport report = bench.mirror.report();
        assertThat(report.in()).isEqualTo(MANY);
        Lottery.assertRate(report.dropped(), MANY, 0.02);
        long survivors = MANY - report.dropped();
        Lottery.assertRate(report.duplicated(), survivors, 0.03);
        Lottery.assertRate(report.corrupted(), survivors + report.duplicated(), 0.01);
        Lottery.assertRate(report.byRule().get("reorder"), survivors + report.duplicated(), 0.05);
        assertThat(bench.written).hasSize((int) report.out());
    }

    @Test
    void theSameSeedMakesTheSameDecisions() {
        assertThat(story(7)).isEqualTo(story(7)).isNotEqualTo(story(8));
    }

    private static List<String> story(int seed) {
        MirrorBench bench = new MirrorBench("loss 5% duplicate 5% corrupt 5% delay 5ms 2ms reorder 5% seed " + seed);
        bench.connect();
        bench.data(500, Duration.ofMillis(1));
        bench.pass(Duration.ofSeconds(1));
        return bench.heard;
    }

    @Test
    void nothingIsMadeAndNothingVanishesWhateverIsDone() {
        List<String> links = List.of(
                "loss 10% duplicate 10% delay 3ms 2ms limit 20",
                "rate 10mbit limit 5", "corrupt 10% reorder 10% delay 1ms", "");
        List<String> orders = List.of("drop next", "delay 2nd data 5ms", "duplicate next", "corrupt next");
        Property.forAll(40, draw -> {
            MirrorBench bench = new MirrorBench(draw.oneOf(links) + " seed " + draw.seed());
            bench.gathering = draw.chance(0.5);
            for (int i = 0; i < 300; i++) {
                switch (draw.between(0, 12)) {
                    case 0 -> bench.gate().pause();
                    case 1, 2 -> bench.gate().resume();
                    case 3 -> bench.order(draw.oneOf(orders));
                    case 4 -> bench.refusing = draw.chance(0.2);
                    default -> bench.came(Crafted.four().datagram(7, 8, draw.between(0, 1000)));
                }
                if (bench.gate().shut() && draw.chance(0.2)) {
                    bench.gate().step(draw.between(1, 3));
                }
                bench.pass(Duration.ofNanos(draw.between(0, 2_000_000)));
                MirrorTest.assertBalanced(bench.mirror.report());
            }
            bench.gate().resume();
            bench.pass(Duration.ZERO);
            bench.pass(Duration.ofHours(1));
            LinkReport end = bench.mirror.report();
            assertThat(end.queued()).isZero();
            assertThat(bench.written).hasSize((int) end.out());
            assertThat(bench.heard)
                    .filteredOn(line -> line.startsWith("came"))
                    .hasSize((int) end.out() + bench.refused);
        });
    }
}
