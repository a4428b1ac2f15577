package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CongestionWindowTest {
    private final CongestionWindow window = new CongestionWindow(10);

    @Test
    void aboveTheThresholdItGrowsByOneForEachWindowThatArrived() {
        repairedAtFive();
        window.used(true, 5, 0, 5);
        assertThat(grown(4)).isEqualTo(5);
        assertThat(grown(1)).isEqualTo(6);
        assertThat(grown(5)).isEqualTo(6);
        assertThat(grown(2)).isEqualTo(7);
        assertThat(grown(6)).as("one that had arrived is counted").isEqualTo(8);
    }

    @Test
    void whatPassesTheThresholdGrowsSlowly() {
        window.reduce();
        window.collapse();
        window.used(true, 1, 0, 1);
        assertThat(grown(1)).isEqualTo(2);
        assertThat(grown(2)).isEqualTo(4);
        assertThat(grown(5)).as("one of them to the threshold, four above it").isEqualTo(5);
        assertThat(grown(1)).isEqualTo(6);
    }

    /** RFC 7661. */
    @Test
    void whatIsNotUsedDoesNotGrow() {
        window.used(false, 5, 0, 5);
        assertThat(grown(5)).isEqualTo(10);
        window.used(false, 6, 0, 6);
        window.used(false, 2, 3, 9);
        assertThat(grown(6))
                .as("in slow start more than half of it is enough, once in a round trip")
                .isEqualTo(16);
        repairedAtFive();
        window.used(false, 5, 6, 11);
        assertThat(grown(50)).as("above the threshold only all of it is").isEqualTo(8);
    }

    @Test
    void whatWasFullOnceIsUsedUntilThatIsAcknowledged() {
        repairedAtFive();
        window.used(true, 5, 0, 500);
        window.used(false, 6, 400, 700);
        assertThat(grown(5)).isEqualTo(6);
        window.used(false, 3, 500, 800);
        assertThat(grown(6)).isEqualTo(6);
    }

    /** As in Linux: as many as before is no new most, and what is counted ends with the round trip. */
    @Test
    void whatWasUsedIsForgottenAfterARoundTripThoughItWasUsedAgain() {
        window.used(false, 6, 0, 6);
        window.used(false, 6, 3, 9);
        window.used(false, 2, 6, 10);
        assertThat(grown(6)).isEqualTo(10);
    }

    private void repairedAtFive() {
        window.reduce();
        window.reduced();
    }

    private int grown(int arrived) {
        window.grow(arrived);
        return window.segments();
    }

    /** RFC 9937 §6.2, of ten segments under way, of which the first is lost: five are to go within the round trip. */
    @Test
    void halfOfItGoesOverTheRoundTripOfTheRepair() {
        window.reduce();
        assertThat(window.threshold()).isEqualTo(5);
        assertThat(reducing(3, 6, false))
                .as("of three every second, rounded up")
                .isEqualTo(6 + 2);
        window.sentReducing(2);
        assertThat(reducing(1, 7, false)).isEqualTo(7);
        assertThat(reducing(1, 6, false)).isEqualTo(6 + 1);
        window.sentReducing(1);
        assertThat(reducing(0, 9, false)).as("nothing arrived").isEqualTo(7);
        window.reduced();
        assertThat(window.segments()).isEqualTo(5);
    }

    /** Where more was lost than is to go it begins as slow start does, up to the threshold. */
    @Test
    void belowTheThresholdTheRepairGoesOnAsSlowStart() {
        window.reduce();
        assertThat(reducing(1, 1, false)).isEqualTo(1 + 1);
        window.sentReducing(1);
        assertThat(reducing(1, 1, false)).as("as many as arrive").isEqualTo(1 + 1);
        window.sentReducing(1);
        assertThat(reducing(1, 1, true)).as("one more where all is well").isEqualTo(1 + 2);
        assertThat(reducing(3, 1, false)).as("what was not sent yet, too").isEqualTo(1 + 4);
        assertThat(reducing(3, 4, true)).as("not above the threshold").isEqualTo(5);
    }

    @Test
    void aRepairBeginsWithOneThoughThereIsNoRoom() {
        window.reduce();
        assertThat(reducing(1, 5, false)).isEqualTo(5 + 1);
        window.sentReducing(1);
        assertThat(reducing(4, 5, false)).isEqualTo(5);
    }

    private int reducing(int arrived, int underWay, boolean safe) {
        window.reducing(arrived, underWay, safe);
        return window.segments();
    }

    /** RFC 2861 §2. */
    @Test
    void eachTimeoutOfSilenceTakesHalf() {
        window.used(true, 10, 0, 10);
        window.grow(70);
        window.idle(1);
        assertThat(window.segments()).isEqualTo(40);
        assertThat(window.isSlowStart()).as("whose threshold nobody knows yet").isTrue();
        assertThat(window.threshold()).isEqualTo(Integer.MAX_VALUE);
        window.idle(Long.MAX_VALUE);
        assertThat(window.segments()).isEqualTo(10);
    }

    @Test
    void behindASilenceTheThresholdRemembersThreeQuarters() {
        window.used(true, 10, 0, 10);
        window.grow(30);
        window.reduce();
        window.reduced();
        window.idle(1);
        assertThat(window.threshold()).as("what it was").isEqualTo(20);
        window.grow(20);
        window.grow(20 * 12);
        int before = window.segments();
        window.idle(3);
        assertThat(window.threshold()).isEqualTo(before / 2 + before / 4).isGreaterThan(20);
    }
}
