package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockrates.transport.testkit.Lottery;

class DuplicateTest {
    @Test
    void deliversThesePacketsTwice() {
        LinkBench bench = new LinkBench("duplicate packets 2,4");
        bench.offerEach(4, 1000);
        assertThat(bench.story())
                .containsExactly(
                        "1 passed",
                        "2 passed",
                        "2 duplicated duplicate",
                        "3 passed",
                        "4 passed",
                        "4 duplicated duplicate");
    }

    @Test
    void doublesTheShareThatWasTyped() {
        LinkBench bench = new LinkBench("duplicate 10% seed 9");
        bench.offerEach(20_000, 1000);
        Lottery.assertRate(bench.report().duplicated(), 20_000, 0.1);
        assertThat(bench.report().out()).isEqualTo(20_000 + bench.report().duplicated());
    }

    @Test
    void theCopyHasADelayOfItsOwn() {
        LinkBench bench = new LinkBench("duplicate 100% delay 20ms 10ms");
        bench.offerEach(1, 1000);
        assertThat(bench.delaysMillis()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void theCopyMayBeCorruptWhereTheOriginalIsNot() {
        LinkBench bench = new LinkBench("duplicate 100% corrupt 50% seed 2");
        bench.offerEach(200, 1000);
        long corruptCopies = bench.story().stream()
                .filter(line -> line.endsWith("duplicate,corrupt"))
                .count();
        Lottery.assertRate(corruptCopies, 200, 0.5);
    }

    @Test
    void aLostPacketIsNotDoubled() {
        LinkBench bench = new LinkBench("loss 100% duplicate 100%");
        bench.offerEach(10, 1000);
        assertThat(bench.report().duplicated()).isZero();
        assertThat(bench.report().dropped()).isEqualTo(10);
    }
}
