package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkReport;

class LimitTest {
    @Test
    void dropsWhatFindsTheLinkFull() {
        LinkBench bench = new LinkBench("delay 10ms limit 3");
        bench.offerEach(5, 1000);
        assertThat(bench.map()).isEqualTo("...xx");
        assertThat(bench.story().get(3)).isEqualTo("4 dropped limit");
    }

    @Test
    void takesMoreOnceSomeHaveLeft() {
        LinkBench bench = new LinkBench("delay 10ms limit 2");
        bench.offerEach(3, 1000);
        bench.pass(10_000_000);
        bench.offerEach(3, 1000);
        assertThat(bench.map()).isEqualTo("..x..x");
    }

    @Test
    void aDroppedPacketDoesNotUseTheWire() {
        LinkBench bench = new LinkBench("rate 1mbit limit 1");
        bench.offer(0, 1250);
        bench.offer(0, 1250);
        bench.pass(10_000_000);
        bench.offer(0, 1250);
        assertThat(bench.delaysMillis()).containsExactly(10.0, 10.0);
    }

    @Test
    void theCopyFindsItsOriginalInside() {
        LinkBench bench = new LinkBench("duplicate 100% delay 10ms limit 1");
        bench.offerEach(1, 1000);
        assertThat(bench.story()).containsExactly("1 delayed 10000us delay", "1 dropped limit");
        assertThat(bench.report())
                .isEqualTo(new LinkReport(1, 0, 1, 1, 0, 0, 1, 10, 0, Map.of("delay", 1L, "limit", 1L)));
    }

    @Test
    void theCopyOfWhatIsOutAlreadyFindsRoom() {
        LinkBench bench = new LinkBench("duplicate 100% limit 1");
        bench.offerEach(1, 1000);
        assertThat(bench.story()).containsExactly("1 passed", "1 duplicated duplicate");
    }

    @Test
    void everyLinkHasALimitOfAThousand() {
        LinkBench bench = new LinkBench("delay 1s");
        bench.offerEach(1001, 1000);
        assertThat(bench.lost()).containsExactly(1001L);
        assertThat(bench.report().byRule()).containsEntry("limit", 1L);
    }

    @Test
    void noLinkHoldsMoreThan64Mebibytes() {
        LinkBench bench = new LinkBench("delay 1s limit 100000");
        for (int i = 0; i < 1100; i++) {
            bench.offer(0, 65_507);
        }
        assertThat(bench.report().queued()).isEqualTo((64 << 20) / 65_507);
    }
}
