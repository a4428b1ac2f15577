package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Waits;

class RateTest {
    @Test
    void aPacketIsOnTheWireAsLongAsItsBitsTake() {
        LinkBench bench = new LinkBench("rate 1mbit");
        bench.offer(0, 1250);
        assertThat(bench.delaysMillis()).containsExactly(10.0);
    }

    @Test
    void itsTimeIsRoundedOnlyOnce() {
        assertThat(new Rate(3_000_000).nanos(1500)).isEqualTo(4_000_000);
    }

    @Test
    void thoseBehindWaitForTheWire() {
        LinkBench bench = new LinkBench("rate 1mbit");
        bench.offer(0, 1250);
        bench.offer(2_000_000, 1250);
        bench.offer(0, 125);
        bench.offer(100_000_000, 1250);
        assertThat(bench.delaysMillis()).containsExactly(10.0, 18.0, 19.0, 10.0);
        assertThat(bench.report().byRule()).isEqualTo(Map.of("rate", 4L));
    }

    /** Also where there was no rate in between: the wire is the link's. */
    @Test
    void otherRulesDoNotMakeAnotherWire() {
        LinkBench bench = new LinkBench("rate 1mbit");
        bench.offer(0, 1250);
        bench.offer(0, 1250);
        bench.link().use(LinkSpec.parse("rate 1mbit"));
        bench.offer(0, 1250);
        bench.link().use(LinkSpec.parse(""));
        bench.offer(0, 1250);
        bench.link().use(LinkSpec.parse("rate 10mbit"));
        bench.offer(0, 1250);
        assertThat(bench.delaysMillis()).containsExactly(10.0, 20.0, 30.0, 0.0, 31.0);
    }

    @Test
    void theDelayComesBehindTheWire() {
        LinkBench bench = new LinkBench("delay 5ms rate 1mbit");
        bench.offer(0, 1250);
        bench.offer(0, 1250);
        assertThat(bench.delaysMillis()).containsExactly(15.0, 25.0);
    }

    @Test
    void theReportTellsHowLongPacketsWaitedUntilTheirFirstBitWentAndForgetsThoseDropped() {
        LinkBench bench = new LinkBench("delay 5ms rate 1mbit limit 2");
        bench.offer(0, 1250);
        bench.offer(0, 1250);
        bench.offer(0, 1250);
        assertThat(bench.report().waits()).isEqualTo(new Waits(2, 10_000_000));
        bench.offer(100_000_000, 1250);
        assertThat(bench.report().waits().minus(new Waits(2, 10_000_000))).isEqualTo(new Waits(1, 0));
    }

    @Test
    void whatOnlyAcknowledgesIsNotCountedAmongThoseThatWait() {
        LinkBench bench = new LinkBench("rate 1mbit");
        bench.offer(0, PacketKind.ACK, new byte[125]);
        bench.offer(0, 1250);
        assertThat(bench.report().waits()).isEqualTo(new Waits(1, 1_000_000));
    }

    @Test
    void whereOnePacketAtATimeIsInsideNothingWaits() {
        LinkBench bench = new LinkBench("rate 1mbit limit 1");
        bench.offer(0, 1250);
        bench.offer(0, 1250);
        bench.offer(20_000_000, 1250);
        assertThat(bench.report().waits()).isEqualTo(new Waits(2, 0));
    }

    @Test
    void withoutARateNothingWaits() {
        LinkBench bench = new LinkBench("delay 5ms");
        bench.offer(0, 1250);
        assertThat(bench.report().waits()).isEqualTo(Waits.NONE);
    }

    @Test
    void aFastWireDelaysNothingThatCouldBeMeasured() {
        LinkBench bench = new LinkBench("rate 1tbit");
        bench.offer(0, 100);
        assertThat(bench.delivered().get(0).delayNanos()).isZero();
    }

    @Test
    void theSlowestRateAndTheLongestPacketDoNotOverflow() {
        LinkBench bench = new LinkBench("rate 1bit limit 100000");
        for (int i = 0; i < 2000; i++) {
            bench.offer(0, 65_507);
        }
        assertThat(bench.delivered()).hasSize((64 << 20) / 65_507).allMatch(one -> one.delayNanos() > 0);
    }
}
