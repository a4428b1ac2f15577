package org.sockrates.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.compare.Comparer;
import org.sockrates.compare.Progress;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.compare.Settings;
import org.sockrates.compare.experiment.Experiments;
import org.sockrates.link.LinkSpec;
import org.sockrates.sim.path.SimPath;
import org.sockrates.transport.Transport;

/** Figures beside what the link in use allows, in virtual time. */
@Timeout(60)
final class SimFiguresTest {
    @Test
    void whereThereIsNoQueueNothingWaits() {
        Result result = asked("congestion", "limit 1", "udp", true);

        assertThat(figure(result, "queue_alike_ms")).isZero();
        assertThat(result.finding()).contains("data waiting 0 ms");
    }

    /** In ten seconds each of two floods sends twice the rate, with 28 bytes of headers to 1000 of its own. */
    @Test
    void aQueueIsLookedAtWhileItIsSharedAndThrowsAwayWhatTheLinkCannotCarry() {
        assertThat(reading(asked("congestion", "rate 8mbit limit 50", "udp", true), "dropped_alike"))
                .isInstanceOfSatisfying(Reading.Measured.class, dropped -> {
                    assertThat((double) dropped.n()).isCloseTo(10 * 4 * 1000, within(100.0));
                    assertThat(dropped.number() / dropped.n()).isCloseTo(1 - 1 / (4 * 1.028), within(0.005));
                });
    }

    @Test
    void whenAFlowBeginsIsDrawn() {
        Result result = new Comparer(new SimPath(), LinkSpec.NONE, new Settings(42, true), Progress.SILENT)
                .run(List.of(Experiments.named("congestion").orElseThrow()), found("tcp"), 3)
                .experiments()
                .get(0);

        Reading share = reading(result, "share_alike_percent");
        assertThat(share.low().orElseThrow()).isLessThan(share.high().orElseThrow());
    }

    @Test
    void acknowledgementsThatGoBackDoNotHalveTheWaiting() {
        Result oneWay =
                asked("congestion", "upstream delay 10ms limit 50 rate 8mbit downstream delay 10ms", "tcp", true);
        Result bothWays = asked("congestion", "delay 10ms rate 8mbit limit 50", "tcp", true);

        double waited = figure(oneWay, "queue_alike_ms");
        assertThat(figure(bothWays, "queue_alike_ms")).isCloseTo(waited, within(waited / 10));
    }

    @Test
    void roundTripsThatAreAllAlikeHaveOneFigure() {
        Result result = asked("latency", "delay 20ms", "udp");

        double least = figure(result, "rtt_min_us");
        assertThat(figure(result, "jitter_ms")).isZero();
        assertThat(least).isGreaterThanOrEqualTo(40_000);
        for (String name : List.of("rtt_p25_us", "rtt_p50_us", "rtt_p99_us", "rtt_max_us")) {
            assertThat(figure(result, name)).isEqualTo(least);
        }
    }

    /** What a receiver gets in its time is what was sent in the sender's, which ended a delay earlier. */
    @Test
    void aLongWayTakesNothingOffWhatGoesThrough() {
        assertThat(figure(asked("throughput", "delay 700ms rate 10mbit", "udp"), "bits_per_second"))
                .isCloseTo(9.8e6, within(1e5));
    }

    /** What slow start lost is repaired in the warm-up, and what a filled gap hands over is a small part of what counts. */
    @Test
    void tcpDeliversWhatTheLinkCarriesHoweverLongItsQueueIs() {
        for (String queue : List.of("delay 5ms limit 30", "delay 20ms limit 50")) {
            assertThat(figure(asked("throughput", "rate 10mbit " + queue, "tcp"), "bits_per_second"))
                    .as(queue)
                    .isBetween(9.5e6, 9.8e6);
        }
    }

    /** What its queue holds when the sender has ended takes 19 minutes to come, and whoever reads it ends before that. */
    @Test
    void aLinkSlowerThanItsSenderByFarHasFigures() {
        assertThat(figure(asked("throughput", "rate 10kbit", "udp"), "sender_bits_per_second"))
                .isPositive();
    }

    /** The link's own queue has room for all. */
    @Test
    void whatASlowReaderLosesItLosesAtItsFullBuffer() {
        assertThat(figure(asked("slow-reader", "delay 20ms limit 10000", "udp"), "full_buffer_percent"))
                .isEqualTo(100);
    }

    /** A message of 1400 bytes for each round trip, and whoever asks waits for none of them. */
    @Test
    void whoWaitsForEachAnswerIsMeasuredOverManyRoundTrips() {
        assertThat(figure(asked("throughput", "delay 500ms", "rdt-sw"), "bits_per_second"))
                .isCloseTo(8 * 1400, within(1e2));
        assertThat(figure(asked("throughput", "delay 250ms", "rdt-sw", true), "bits_per_second"))
                .isCloseTo(2 * 8 * 1400, within(2e2));
    }

    @Test
    void whatAQueueHoldsUpDoesNotWaitForTheLostMessage() {
        Result result = asked("head-of-line", "delay 20ms rate 500kbit", "udp");

        assertThat(figure(result, "held_up")).isZero();
        assertThat(figure(result, "ordinary_ms")).isCloseTo(figure(result, "behind_ms"), within(20.0));
    }

    @Test
    void whereTheLinkLosesMoreThanTheChosenPacketThereIsNoFigureOfOne() {
        Result result = asked("recovery", "limit 5 delay 20ms", "tcp");

        assertThat(result.finding())
                .isEqualTo("tcp (model): n/a, the link's full queue lost packets that nobody chose.");
    }

    @Test
    void whatAReliableTransportStillTriesToSayIsNotLost() {
        Result result = asked("latency", "loss 20% 50% seed 102", "rdt-sr", true);

        assertThat(result.finding()).contains("had no answer to").doesNotContain("lost");
    }

    @Test
    void aMessageThatIsLateIsNeitherRefusedNorBrokenPromise() {
        assertThat(asked("oversize", "rate 1kbit", "udp").finding())
                .contains("65,507 bytes still on the way when time was up")
                .contains("refused 65,508 bytes")
                .doesNotContain("promises");
        assertThat(asked("oversize", "rate 1kbit", "tcp").finding())
                .contains("still on the way when time was up")
                .doesNotContain("refused");
    }

    private static Result asked(String experiment, String link, String transport) {
        return asked(experiment, link, transport, false);
    }

    private static Result asked(String experiment, String link, String transport, boolean quick) {
        return new Comparer(new SimPath(), LinkSpec.parse(link), new Settings(42, quick), Progress.SILENT)
                .run(List.of(Experiments.named(experiment).orElseThrow()), found(transport), 1)
                .experiments()
                .get(0);
    }

    /** Of the one transport that was asked. */
    private static double figure(Result result, String name) {
        return reading(result, name).value().orElseThrow();
    }

    private static Reading reading(Result result, String name) {
        return result.metrics().stream()
                .filter(metric -> metric.measure().name().equals(name))
                .findFirst()
                .orElseThrow()
                .readings()
                .values()
                .iterator()
                .next();
    }

    private static List<Transport> found(String transport) {
        return Transports.found().stream()
                .filter(one -> one.name().equals(transport))
                .toList();
    }
}
