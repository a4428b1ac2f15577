package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is outstanding; each segment takes ten numbers, and is sent as many nanoseconds after the first as its number. */
final class FlightTest {
    private static final int LENGTH = 10;

    private final Flight flight = new Flight();
    private int next;

    /** RFC 6298 §3, Karn's rule; and what acknowledges nothing tells nothing. */
    @Test
    void onlyWhatWasSentOnceTellsTheRoundTrip() {
        add(5);
        assertThat(flight.acknowledge(20)).isEqualTo(2);
        assertThat(flight.isMeasurable()).isTrue();
        assertThat(flight.measuredFromNanos()).as("of the first").isZero();
        assertThat(flight.acknowledge(20)).isZero();
        assertThat(flight.isMeasurable()).isFalse();
        flight.loseFirst();
        flight.repeated(flight.nextToRepeat(), 100);
        assertThat(flight.acknowledge(40)).isEqualTo(2);
        assertThat(flight.isMeasurable()).isFalse();
        assertThat(flight.acknowledge(50)).isEqualTo(1);
        assertThat(flight.measuredFromNanos()).isEqualTo(40);
    }

    @Test
    void moreThanItWasMadeForAreKeptInOrderWithAllThatIsKnown() {
        add(30);
        flight.acknowledge(20 * LENGTH);
        flight.loseFirst();
        add(30);
        assertThat(flight.segments()).isEqualTo(40);
        assertThat(flight.nextToRepeat()).isZero();
        for (int i = 0; i < 40; i++) {
            assertThat(flight.sequence(i)).isEqualTo((20 + i) * LENGTH);
            assertThat(flight.length(i)).isEqualTo(LENGTH);
        }
        for (int i = 20; i < 60; i++) {
            assertThat(flight.acknowledge((i + 1) * LENGTH)).isEqualTo(1);
            assertThat(flight.measuredFromNanos()).isEqualTo((long) i * LENGTH);
        }
        assertThat(flight.isEmpty()).isTrue();
        assertThat(flight.underWay()).isZero();
    }

    @Test
    void whatIsLostIsNamedInOrderUntilItIsSentAgain() {
        add(3);
        assertThat(flight.nextToRepeat()).isEqualTo(Flight.NONE);
        flight.loseAll();
        assertThat(flight.underWay()).isZero();
        assertThat(flight.nextToRepeat()).isZero();
        flight.repeated(0, 100);
        assertThat(flight.underWay()).isEqualTo(1);
        assertThat(flight.nextToRepeat()).isEqualTo(1);
        flight.repeated(1, 100);
        flight.acknowledge(LENGTH);
        assertThat(flight.underWay()).isEqualTo(1);
        assertThat(flight.nextToRepeat()).as("the last, now the second").isEqualTo(1);
        flight.loseAll();
        assertThat(flight.nextToRepeat()).as("sent again and lost again").isZero();
        flight.repeated(0, 200);
        flight.repeated(1, 200);
        assertThat(flight.nextToRepeat()).isEqualTo(Flight.NONE);
        assertThat(flight.loseFirst()).as("it is known").isFalse();
    }

    @Test
    void whatIsGoneIsNotNamedWhereItsPlaceIsNext() {
        add(32);
        flight.loseAll();
        flight.acknowledge(LENGTH);
        for (int i = 0; i < 31; i++) {
            assertThat(flight.nextToRepeat()).isEqualTo(i);
            flight.repeated(i, 1000);
        }
        assertThat(flight.nextToRepeat()).isEqualTo(Flight.NONE);
    }

    @Test
    void aSegmentAcknowledgedInTheMiddleBeginsThere() {
        add(2);
        assertThat(flight.acknowledge(LENGTH + 4)).isEqualTo(1);
        assertThat(flight.sequence(0)).isEqualTo(LENGTH + 4);
        assertThat(flight.length(0)).isEqualTo(6);
        assertThat(flight.acknowledge(2 * LENGTH)).isEqualTo(1);
    }

    /** RFC 9937: of three duplicates and an acknowledgement of six, two segments are news, and the one that was missing. */
    @Test
    void whatDuplicatesToldOfIsNoNews() {
        add(10);
        for (int i = 0; i < 3; i++) {
            assertThat(flight.oneMoreArrived()).isFalse();
        }
        flight.acknowledge(6 * LENGTH);
        assertThat(flight.countOff()).isEqualTo(3);
        assertThat(flight.arrived()).isZero();
        flight.oneMoreArrived();
        flight.oneMoreArrived();
        flight.acknowledge(7 * LENGTH);
        assertThat(flight.countOff()).as("the one that was missing").isEqualTo(1);
        assertThat(flight.arrived()).isEqualTo(2);
        assertThat(flight.oneMoreArrived()).as("more than there can be").isTrue();
        assertThat(flight.arrived()).isEqualTo(2);
        flight.acknowledge(8 * LENGTH);
        assertThat(flight.countOff()).isEqualTo(1);
        assertThat(flight.limitArrived()).isTrue();
        assertThat(flight.arrived()).isEqualTo(1);
    }

    private void add(int segments) {
        for (int i = 0; i < segments; i++) {
            flight.add(next, LENGTH, 0, next);
            next += LENGTH;
        }
    }
}
