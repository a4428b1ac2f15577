package org.sockrates.link.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.rule.Rule;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.testkit.Lottery;

class StreamPlanTest {
    @Test
    void faultsAndALinksDelayAndRateAreInTheirOrder() {
        StreamPlan plan = plan("rate 1mbit delay 5ms limit 10", "slow_close 1s slicer 10");
        assertThat(plan.ofFaults(1, Way.UPSTREAM, new StreamWire()))
                .extracting(StreamFault.Active::word)
                .containsExactly("slicer", "slow_close");
        assertThat(plan.ofLink(1, Way.UPSTREAM, new StreamWire()))
                .extracting(StreamFault.Active::word)
                .containsExactly("delay", "rate");
    }

    @Test
    void whatItDoesNotDoToAStreamItDoesNotTake() {
        assertThatThrownBy(() -> plan("loss 5%", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loss: no part of a stream's plan");
        assertThatThrownBy(() -> plan("delay 5ms packets 2", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delay: no part of a stream's plan");
    }

    @Test
    void everyPartHasRandomNumbersOfItsOwn() {
        assertThat(Fault.SEQUENCE).hasSizeLessThanOrEqualTo(StreamPlan.LINK_PART);
        assertThat(Rule.SEQUENCE).hasSizeLessThan(Rule.PARTS - StreamPlan.LINK_PART);
    }

    @Test
    void hitsTheShareOfConnectionsThatWasTyped() {
        StreamPlan plan = plan("", "slicer 10 toxicity 30% seed 4");
        int hit = 0;
        for (int connection = 1; connection <= 5000; connection++) {
            int up = plan.ofFaults(connection, Way.UPSTREAM, new StreamWire()).size();
            hit += up;
            assertThat(plan.ofFaults(connection, Way.DOWNSTREAM, new StreamWire()))
                    .hasSize(up);
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
    void readsAFullSegmentWhereALimitHoldsFew() {
        assertThat(plan("rate 10mbit limit 1", "").pieceBytes(Way.UPSTREAM, 65_536))
                .isEqualTo(1448);
        assertThat(plan("limit 127", "").pieceBytes(Way.UPSTREAM, 65_536)).isEqualTo(1448);
        assertThat(plan("limit 640", "").pieceBytes(Way.UPSTREAM, 65_536)).isEqualTo(14_480);
        assertThat(plan("rate 1mbit limit 20", "").pieceBytes(Way.UPSTREAM, 65_536))
                .isEqualTo(625);
        assertThat(plan("limit 100000", "").pieceBytes(Way.UPSTREAM, 65_536)).isEqualTo(65_536);
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

    private static StreamPlan plan(String link, String faults) {
        return new StreamPlan(LinkSpec.parse(link), FaultSpec.parse(faults, FaultSpec.USUAL_SEED));
    }
}
