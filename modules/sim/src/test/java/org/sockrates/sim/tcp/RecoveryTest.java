package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.sim.tcp.Recovery.Phase;

/** What duplicates and timeouts make of the flight and the window; each segment takes one number. */
final class RecoveryTest {
    private final Flight flight = new Flight();
    private final CongestionWindow window = new CongestionWindow(10);
    private final Recovery recovery = new Recovery(flight, window);
    private int una;
    private int next;

    /** RFC 3042: at each of the first two duplicates there is room for one more; RFC 5681 §3.2: the third tells a loss. */
    @Test
    void twoDuplicatesMakeRoomForNewSegmentsAndTheThirdTellsALoss() {
        send(10);
        duplicates(2);
        assertThat(recovery.phase()).isEqualTo(Phase.DISORDER);
        assertThat(flight.underWay()).isEqualTo(8);
        assertThat(sentAgain()).isEmpty();
        send(2);
        duplicates(1);
        assertThat(recovery.phase()).isEqualTo(Phase.RECOVERY);
        assertThat(window.threshold()).isEqualTo(5);
        assertThat(window.segments()).as("one goes, RFC 9937").isEqualTo(8 + 1);
        assertThat(sentAgain()).containsExactly(0);
        assertThat(flight.underWay()).as("12, of which 3 have arrived").isEqualTo(9);
    }

    /** RFC 5681 §3.2: only duplicates in a row count. */
    @Test
    void whatIsAcknowledgedBetweenThemMakesDuplicatesCountFromOneAgain() {
        send(10);
        duplicates(2);
        acknowledge(1);
        assertThat(recovery.phase()).isEqualTo(Phase.OPEN);
        assertThat(flight.underWay()).isEqualTo(9);
        duplicates(2);
        assertThat(recovery.phase()).isEqualTo(Phase.DISORDER);
        assertThat(window.threshold()).isEqualTo(Integer.MAX_VALUE);
    }

    /** RFC 6582 §3.2 step 3: a partial acknowledgement tells the next loss, in the same recovery. */
    @Test
    void aPartialAcknowledgementIsAnsweredByTheNextThatIsMissing() {
        send(10);
        duplicates(3);
        assertThat(sentAgain()).containsExactly(0);
        duplicates(4);
        assertThat(sentAgain()).isEmpty();
        acknowledge(4);
        assertThat(recovery.phase()).isEqualTo(Phase.RECOVERY);
        assertThat(sentAgain()).containsExactly(4);
        assertThat(flight.arrived()).as("of 7, 3 are acknowledged").isEqualTo(4);
        acknowledge(6);
        assertThat(sentAgain()).containsExactly(6);
        assertThat(window.threshold()).as("halved once").isEqualTo(5);
    }

    /** RFC 6582 §3.2 step 3, full acknowledgements, and its note of duplicates of before. */
    @Test
    void aRecoveryIsOverWhenSomethingBehindItIsAcknowledged() {
        send(10);
        duplicates(3);
        sentAgain();
        duplicates(6);
        send(3);
        duplicates(2);
        acknowledge(10);
        assertThat(recovery.phase()).isEqualTo(Phase.RECOVERY);
        duplicates(3);
        assertThat(sentAgain()).isEmpty();
        assertThat(flight.underWay()).isEqualTo(3);
        acknowledge(11);
        assertThat(recovery.phase()).isEqualTo(Phase.OPEN);
        assertThat(window.segments()).isEqualTo(5);
    }

    /** RFC 9937: what tells of no further loss lets one segment more go. */
    @Test
    void onlyAnAcknowledgementThatTellsOfNoLossLetsOneMoreGo() {
        send(5);
        duplicates(3);
        sentAgain();
        acknowledge(2);
        assertThat(window.segments() - flight.underWay()).as("one more is lost").isEqualTo(1);
        sentAgain();
        acknowledge(5);
        assertThat(window.segments() - flight.underWay()).as("all came").isEqualTo(2);
        send(1);
        acknowledge(6);
        assertThat(window.segments()).as("the threshold").isEqualTo(5);
    }

    /** As in Linux: who has seen packets overtake each other waits for more duplicates, as many as there were segments. */
    @Test
    void moreDuplicatesThanSegmentsTellOfOvertaking() {
        send(6);
        duplicates(6);
        assertThat(flight.arrived()).as("the first is missing").isEqualTo(5);
        acknowledge(6);
        send(1);
        acknowledge(7);
        send(10);
        duplicates(5);
        assertThat(recovery.phase()).isEqualTo(Phase.DISORDER);
        duplicates(1);
        assertThat(recovery.phase()).isEqualTo(Phase.RECOVERY);
    }

    /** The same, found by an acknowledgement: four are held for arrived, and only the lost one is acknowledged. */
    @Test
    void anAcknowledgementOfLessThanWhatArrivedTellsOfOvertaking() {
        send(5);
        duplicates(4);
        sentAgain();
        acknowledge(1);
        assertThat(flight.arrived()).isEqualTo(3);
        acknowledge(5);
        send(1);
        acknowledge(6);
        send(10);
        duplicates(4);
        assertThat(recovery.phase()).isEqualTo(Phase.DISORDER);
        duplicates(1);
        assertThat(recovery.phase()).isEqualTo(Phase.RECOVERY);
    }

    // --- timeouts ---------------------------------------------------------------------------------------------------

    /** RFC 5681 §3.1: all are lost, and go again in slow start. */
    @Test
    void afterATimeoutAllGoAgainInSlowStart() {
        send(10);
        timeout(false);
        assertThat(recovery.phase()).isEqualTo(Phase.LOSS);
        assertThat(window.threshold()).isEqualTo(5);
        assertThat(sentAgain()).containsExactly(0);
        acknowledge(1);
        assertThat(recovery.phase()).isEqualTo(Phase.LOSS);
        assertThat(sentAgain()).containsExactly(1, 2);
        acknowledge(2);
        acknowledge(3);
        assertThat(sentAgain()).containsExactly(3, 4, 5, 6);
        assertThat(flight.underWay()).isEqualTo(4);
    }

    /** RFC 5681 §3.1 (the threshold is held where the retransmission times out, too) and RFC 6298 §5. */
    @Test
    void theThresholdIsHalvedOncePerLoss() {
        send(10);
        timeout(false);
        sentAgain();
        timeout(true);
        assertThat(window.threshold()).isEqualTo(5);
        assertThat(sentAgain()).as("those sent again are lost, too").containsExactly(0);
        acknowledge(1);
        sentAgain();
        acknowledge(2);
        acknowledge(3);
        timeout(false);
        assertThat(window.threshold()).as("of a window of four").isEqualTo(2);
    }

    @Test
    void aTimeoutInARecoveryHalvesNothingASecondTime() {
        send(20);
        duplicates(10);
        sentAgain();
        timeout(false);
        assertThat(window.threshold()).isEqualTo(5);
        assertThat(flight.arrived()).isZero();
        assertThat(sentAgain()).containsExactly(0);
    }

    @Test
    void aTimeoutBehindARecoveryIsALossOfItsOwn() {
        send(20);
        duplicates(3);
        sentAgain();
        acknowledge(20);
        send(2);
        int segments = window.segments();
        timeout(false);
        assertThat(window.threshold()).isEqualTo(Math.max(segments / 2, 2)).isNotEqualTo(5);
    }

    /** RFC 6582 §4: what was sent again without need makes duplicates, and they tell of no loss. */
    @Test
    void duplicatesOfWhatATimeoutSentAgainTellOfNoLoss() {
        send(4);
        timeout(false);
        sentAgain();
        acknowledge(4);
        send(1);
        duplicates(3);
        assertThat(recovery.phase()).isEqualTo(Phase.LOSS);
        assertThat(sentAgain()).isEmpty();
        acknowledge(5);
        assertThat(recovery.phase()).isEqualTo(Phase.OPEN);
        send(4);
        duplicates(3);
        assertThat(recovery.phase()).isEqualTo(Phase.RECOVERY);
    }

    /** As in Linux: once something new was sent, a duplicate says that it arrived, up to the next that is acknowledged. */
    @Test
    void afterATimeoutDuplicatesCountOnceSomethingNewWasSent() {
        send(6);
        timeout(false);
        sentAgain();
        duplicates(1);
        assertThat(flight.arrived()).isZero();
        for (int i = 1; i <= 3; i++) {
            acknowledge(i);
            sentAgain();
        }
        send(4);
        duplicates(1);
        assertThat(flight.arrived()).isEqualTo(1);
        acknowledge(4);
        assertThat(flight.arrived()).isZero();
        duplicates(3);
        acknowledge(7);
        assertThat(recovery.phase()).isEqualTo(Phase.OPEN);
        assertThat(flight.arrived()).isZero();
    }

    // --- how a story is told ----------------------------------------------------------------------------------------

    private void send(int segments) {
        for (int i = 0; i < segments; i++) {
            flight.add(next++, 1, 0, 0);
            countReducing();
        }
        window.used(true, flight.segments(), una, next);
    }

    private void acknowledge(int upTo) {
        una = upTo;
        recovery.acknowledged(flight.acknowledge(una), true, false, una, next);
    }

    private void duplicates(int times) {
        for (int i = 0; i < times; i++) {
            recovery.acknowledged(flight.acknowledge(una), false, true, una, next);
        }
    }

    private void timeout(boolean again) {
        recovery.timeout(again, una, next);
    }

    /** Sends what is lost, as far as the window lets it; which numbers those are. */
    private List<Integer> sentAgain() {
        List<Integer> again = new ArrayList<>();
        int index = flight.nextToRepeat();
        while (index != Flight.NONE && flight.underWay() < window.segments()) {
            again.add(flight.sequence(index));
            flight.repeated(index, 0);
            countReducing();
            index = flight.nextToRepeat();
        }
        return again;
    }

    private void countReducing() {
        if (recovery.phase() == Phase.RECOVERY) {
            window.sentReducing(1);
        }
    }
}
