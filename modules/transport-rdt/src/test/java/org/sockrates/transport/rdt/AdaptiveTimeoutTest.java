package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The arithmetic of RFC 6298 §2, by hand. */
final class AdaptiveTimeoutTest {
    private static final long MILLI = 1_000_000;

    private final AdaptiveTimeout timeout = new AdaptiveTimeout(1_000 * MILLI, MILLI, 60_000 * MILLI, MILLI);

    @Test
    void beforeAnythingIsKnownItIsTheFirst() {
        assertThat(timeout.nanos()).isEqualTo(1_000 * MILLI);
    }

    @Test
    void theFirstRoundTripGivesThreeTimesItself() {
        timeout.measured(100 * MILLI);

        assertThat(timeout.nanos()).as("R + 4 R/2").isEqualTo(300 * MILLI);
    }

    @Test
    void theSecondIsSmoothedIn() {
        timeout.measured(100 * MILLI);
        timeout.measured(180 * MILLI);

        assertThat(timeout.nanos())
                .as("variation 3/4 50 + 1/4 80 = 57.5, smoothed 7/8 100 + 1/8 180 = 110")
                .isEqualTo(340 * MILLI);
    }

    @Test
    void whatNeverVariesIsStillGivenOneTickMore() {
        for (int i = 0; i < 500; i++) {
            timeout.measured(100 * MILLI);
        }

        assertThat(timeout.nanos()).isEqualTo(101 * MILLI);
    }

    @Test
    void itDoublesUpToTheMostAndForgetsThatAtTheNextRoundTrip() {
        timeout.expired();
        assertThat(timeout.nanos()).isEqualTo(2_000 * MILLI);
        for (int i = 0; i < 20; i++) {
            timeout.expired();
        }
        assertThat(timeout.nanos()).isEqualTo(60_000 * MILLI);

        timeout.measured(10 * MILLI);
        assertThat(timeout.nanos()).isEqualTo(30 * MILLI);
    }

    @Test
    void whatGetsOnHalvesItDownToWhatWasLearnt() {
        timeout.measured(100 * MILLI);
        timeout.expired();
        timeout.expired();
        assertThat(timeout.nanos()).isEqualTo(1_200 * MILLI);

        timeout.progressed(500 * MILLI);
        assertThat(timeout.nanos()).isEqualTo(600 * MILLI);
        timeout.progressed(500 * MILLI);
        timeout.progressed(500 * MILLI);
        assertThat(timeout.nanos()).isEqualTo(300 * MILLI);
    }

    @Test
    void whatWasLearntIsNotMadeShorterByTheFirstNorByWhatGetsOn() {
        timeout.measured(1_000 * MILLI);
        timeout.expired();
        timeout.progressed(500 * MILLI);
        timeout.progressed(500 * MILLI);

        assertThat(timeout.nanos()).isEqualTo(3_000 * MILLI);
    }

    @Test
    void whereNothingWasLearntItGoesDownToTheFirst() {
        timeout.expired();
        timeout.expired();
        timeout.progressed(500 * MILLI);
        assertThat(timeout.nanos()).isEqualTo(2_000 * MILLI);

        timeout.progressed(500 * MILLI);
        timeout.progressed(500 * MILLI);
        assertThat(timeout.nanos()).isEqualTo(1_000 * MILLI);
    }

    /** Shorter, each packet might be sent again for ever before it can be acknowledged, and nothing be measured. */
    @Test
    void whereNothingWasLearntItIsNotShorterThanTheRoundTripCanBe() {
        timeout.expired();
        timeout.progressed(2_500 * MILLI);
        assertThat(timeout.nanos()).as("2 s were too short").isEqualTo(2_501 * MILLI);

        timeout.expired();
        timeout.progressed(2_600 * MILLI);
        assertThat(timeout.nanos()).as("what took longer was lost first").isEqualTo(2_501 * MILLI);
        timeout.progressed(1_700 * MILLI);
        assertThat(timeout.nanos()).isEqualTo(1_701 * MILLI);
    }

    @Test
    void itIsNeverLessThanTheLeast() {
        AdaptiveTimeout patient = new AdaptiveTimeout(MILLI, 200 * MILLI, 60_000 * MILLI, MILLI);

        assertThat(patient.nanos()).isEqualTo(200 * MILLI);
        patient.measured(MILLI);
        assertThat(patient.nanos()).isEqualTo(200 * MILLI);
    }

    @Test
    void aFixedOneNeitherLearnsNorBacksOff() {
        FixedTimeout fixed = new FixedTimeout(7);
        fixed.measured(100);
        fixed.expired();

        assertThat(fixed.nanos()).isEqualTo(7);
    }
}
