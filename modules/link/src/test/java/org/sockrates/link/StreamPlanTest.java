package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamPlanTest {
    @Test
    void aLinksDelayAndRateStandBehindTheFaults() {
        StreamPlan plan = plan("rate 1mbit delay 5ms limit 10", "slow_close 1s slicer 10");
        assertThat(plan.at(1, Way.UPSTREAM, 0))
                .extracting(StreamFault.Active::word)
                .containsExactly("slicer", "slow_close", "delay", "rate");
    }

    @Test
    void everyPartHasRandomNumbersOfItsOwn() {
        assertThat(Fault.ORDER).hasSizeLessThanOrEqualTo(StreamPlan.LINK_PART);
        assertThat(Rule.ORDER).hasSizeLessThan(Rule.PARTS - StreamPlan.LINK_PART);
    }

    @Test
    void hitsTheShareOfConnectionsThatWasTyped() {
        StreamPlan plan = plan("", "slicer 10 toxicity 30% seed 4");
        int hit = 0;
        for (int connection = 1; connection <= 5000; connection++) {
            hit += plan.at(connection, Way.UPSTREAM, 0).size();
            assertThat(plan.at(connection, Way.UPSTREAM, 0)).hasSameSizeAs(plan.at(connection, Way.DOWNSTREAM, 0));
        }
        Lottery.assertRate(hit, 5000, 0.3);
    }

    @Test
    void readsSlowStreamsInSmallPieces() {
        assertThat(plan("rate 1mbit", "").pieceBytes(Way.UPSTREAM, 65_536)).isEqualTo(625);
        assertThat(plan("", "bandwidth 2mbit").pieceBytes(Way.UPSTREAM, 65_536)).isEqualTo(1250);
        assertThat(plan("delay 1ms", "upstream bandwidth 2mbit").pieceBytes(Way.DOWNSTREAM, 65_536))
                .isEqualTo(65_536);
    }

    @Test
    void readsNoMoreSlicesAtOnceThanItCanKeep() {
        assertThat(plan("", "slicer 2").pieceBytes(Way.UPSTREAM, 65_536)).isEqualTo(2048);
        assertThat(plan("", "slicer 1448").pieceBytes(Way.UPSTREAM, 65_536)).isEqualTo(65_536);
    }

    @Test
    void aLimitIsHowManyFullSegmentsAreHeld() {
        assertThat(plan("limit 10", "").mostHeld(Way.UPSTREAM)).isEqualTo(14_480);
        assertThat(plan("", "").mostHeld(Way.UPSTREAM)).isEqualTo(Long.MAX_VALUE);
    }

    /** As a link's packets wait for the wire, whatever rule let those before them on. */
    @Test
    void whatIsOnTheWireKeepsIt() {
        StreamFaults faults = new StreamFaults(plan("rate 1mbit", "").at(1, Way.UPSTREAM, 50_000_000));
        List<Long> due = new ArrayList<>();
        for (long now : new long[] {10_000_000, 20_000_000, 100_000_000}) {
            faults.meet(Piece.data(now, ByteBuffer.allocate(1250)), piece -> due.add(piece.dueNanos()));
        }
        assertThat(due).containsExactly(60_000_000L, 70_000_000L, 110_000_000L);
    }

    private static StreamPlan plan(String link, String faults) {
        return new StreamPlan(LinkSpec.parse(link), FaultSpec.parse(faults, FaultSpec.USUAL_SEED));
    }
}
