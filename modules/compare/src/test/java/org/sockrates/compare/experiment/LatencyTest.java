package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sockrates.compare.experiment.Latency.LOST;
import static org.sockrates.compare.experiment.Latency.LOST_PERCENT;
import static org.sockrates.compare.experiment.Latency.MAX;
import static org.sockrates.compare.experiment.Latency.MIN;
import static org.sockrates.compare.experiment.Latency.P50;
import static org.sockrates.compare.experiment.Latency.P99999;
import static org.sockrates.compare.experiment.Latency.PER_SECOND;
import static org.sockrates.compare.experiment.Latency.UNANSWERED;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Reading;
import org.sockrates.compare.experiment.Latency.Percentile;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelayPath;

class LatencyTest {
    private final Latency latency = new Latency();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new Latency());
    }

    @Test
    void percentilesRiseFromTheLeastToTheMost() {
        for (String transport : asked.result().transports()) {
            assertThat(asked.value(MIN, transport)).isPositive().isLessThanOrEqualTo(asked.value(P50, transport));
            assertThat(asked.value(P50, transport)).isLessThanOrEqualTo(asked.value(MAX, transport));
            assertThat(asked.value(PER_SECOND, transport))
                    .as("one after the other")
                    .isBetween(1e6 / (2 * asked.value(MAX, transport)), 1e6 / asked.value(MIN, transport));
            assertThat(asked.result().drawings().get(transport)).isNotEmpty();
        }
        assertThat(asked.value(LOST, "tcp")).isZero();
    }

    @Test
    void theMethodSaysWhatEndsIt() {
        assertThat(asked.result().method()).startsWith("up to 300 round trips of 64 bytes within 750ms, after");
    }

    @Test
    void aPercentileThatTooFewSamplesHoldIsNotMadeUp() {
        assertThat(asked.reason(P99999, "tcp")).isEqualTo("one run would need 100000 samples");
    }

    @Test
    void whereAnswersWereLostTheReasonSaysHowMany() {
        Times one = new Times();
        one.add(10_000_000);
        Percentile median = new Percentile(50, P50);

        assertThat(median.of(one, 1)).isEqualTo(P50.absent("one run would need 2 samples"));
        assertThat(median.of(one, 126))
                .isEqualTo(P50.absent("of 126 questions 125 had no answer; one run would need 2 samples"));
        assertThat(median.of(one, 2))
                .isEqualTo(P50.absent("of 2 questions 1 had no answer; one run would need 2 samples"));
        assertThat(new Told(latency).of("udp", median.of(one, 126)).conclusion())
                .isEqualTo("udp: n/a, of 126 questions 125 had no answer.");
        assertThat(new Percentile(25, Percentile.measure("25"))
                        .of(one, 126)
                        .reading()
                        .value())
                .isEmpty();
    }

    @Test
    void theWorstIsTheWorstOfAllRuns() {
        String finding = new Told(latency)
                .of(
                        "tcp",
                        P50.measured(9, 30),
                        new Figure(MAX, new Reading.Measured(9, 400, 200, 9000)),
                        LOST.counted(9, 0))
                .conclusion();

        assertThat(finding).isEqualTo("tcp answered after 30.0 us in the median, and 9.00 ms at worst.");
    }

    @Test
    void whatAnotherRunLostIsNotHidden() {
        String finding = new Told(latency)
                .of(
                        "udp",
                        P50.measured(9, 30),
                        MAX.measured(9, 400),
                        new Figure(UNANSWERED, new Reading.Measured(9, 0, 0, 3)))
                .conclusion();

        assertThat(finding)
                .isEqualTo(
                        "udp answered after 30.0 us in the median, and 400 us at worst, and had no answer to 0 questions (at"
                                + " worst 3).");
    }

    @Test
    void theFindingComparesTheMedians() {
        String finding = new Told(latency)
                .of("tcp", P50.measured(9, 30), MAX.measured(9, 400), LOST.counted(9, 0))
                .of("udp", P50.measured(9, 20), MAX.measured(9, 300), UNANSWERED.counted(9, 1))
                .conclusion();

        assertThat(finding)
                .isEqualTo(
                        "tcp answered after 30.0 us in the median, 1.50 times udp's, and 400 us at worst; udp answered"
                                + " after 20.0 us in the median, and 300 us at worst, and had no answer to 1 question.");
    }

    @Test
    void whereTheRunsOverlapTheMediansAreNotCompared() {
        String finding = new Told(latency)
                .of("tcp", new Figure(P50, new Reading.Measured(9, 31, 25, 60)), MAX.measured(9, 400))
                .of("udp", new Figure(P50, new Reading.Measured(9, 30, 28, 50)), MAX.measured(9, 300))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp answered after 31.0 us in the median (its runs overlap udp's), and 400 us at worst;"
                        + " udp answered after 30.0 us in the median, and 300 us at worst.");
    }

    @Test
    void anAnswerThatIsLateIsNotLost() {
        Asked far = Asked.of(latency, new RelayPath(), LinkSpec.parse("delay 30s"));

        for (String transport : far.result().transports()) {
            assertThat(far.value(UNANSWERED, transport)).isEqualTo(1);
            assertThat(far.reason(LOST, transport)).isEqualTo(Missing.UNDER_WAY);
            assertThat(far.reason(LOST_PERCENT, transport)).isEqualTo(Missing.UNDER_WAY);
        }
    }

    @Test
    void aQuestionThatTheLinkLostIsLost() {
        Asked lossy = Asked.of(latency, new RelayPath(), LinkSpec.parse("delay 50ms upstream drop 6"));

        assertThat(lossy.value(LOST, "udp")).isEqualTo(1);
        assertThat(lossy.value(UNANSWERED, "udp")).isEqualTo(1);
        assertThat(lossy.value(LOST_PERCENT, "udp")).isCloseTo(100.0 / lossy.samples(LOST, "udp"), within(1e-9));
        assertThat(lossy.value(MIN, "udp")).as("microseconds").isBetween(100e3, 1e6);
    }

    @Test
    void aMedianOfFewIsToldAsOne() {
        String finding = new Told(latency)
                .of("tcp", P50.measured(4, 30), MAX.measured(4, 400), LOST.counted(4, 0))
                .of("udp", P50.measured(5, 20), MAX.measured(5, 300), LOST.counted(5, 0))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp answered after 30.0 us in the median (n = 4), and 400 us at worst; udp answered after"
                        + " 20.0 us in the median, and 300 us at worst.");
    }

    @Test
    void whatIsTheSameInThreeDigitsIsNoTimesAsMuch() {
        String finding = new Told(latency)
                .of("tcp", P50.measured(9, 20.05), MAX.measured(9, 400), LOST.counted(9, 0))
                .of("udp", P50.measured(9, 20), MAX.measured(9, 300), LOST.counted(9, 0))
                .conclusion();

        assertThat(finding).startsWith("tcp answered after 20.1 us in the median, and 400 us at worst;");
    }

    @Test
    void asManySamplesAsAPercentileNeedsAreEnough() {
        Times two = new Times();
        two.add(20_000);
        two.add(30_000);
        assertThat(new Percentile(50, P50).of(two, 2)).isEqualTo(P50.measured(2, 20));
    }
}
