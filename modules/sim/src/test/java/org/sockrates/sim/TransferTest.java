package org.sockrates.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.rdt.AdaptiveTimeout;
import org.sockrates.transport.rdt.FixedTimeout;
import org.sockrates.transport.rdt.Numbers;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.RetransmissionTimeout;

/** The three protocols in virtual time. */
final class TransferTest {
    private static final long MILLI = 1_000_000;

    private static Transfer over(String link, int messages, int window) {
        return over(
                link,
                messages,
                window,
                Numbers.ALL,
                0,
                () -> new AdaptiveTimeout(1_000 * MILLI, 10 * MILLI, 60_000 * MILLI, MILLI));
    }

    private static Transfer over(
            String link,
            int messages,
            int window,
            Numbers numbers,
            int first,
            Supplier<RetransmissionTimeout> timeout) {
        return new Transfer(LinkSpec.parse(link), messages, 100, window, numbers, first, timeout, Duration.ofHours(10));
    }

    private static RetransmissionTimeout fixed() {
        return new FixedTimeout(20 * MILLI);
    }

    @ParameterizedTest
    @EnumSource
    void aPerfectLineCostsNothingTwice(Protocol protocol) {
        Transfer.Outcome outcome = over("delay 20ms", 100, 8).run(protocol::end);

        assertThat(outcome.delivered()).isEqualTo(100);
        assertThat(outcome.wrong()).isZero();
        assertThat(outcome.finished()).isTrue();
        assertThat(outcome.dataPackets()).isEqualTo(100);
        assertThat(outcome.acknowledgements()).isEqualTo(100);
    }

    @Test
    void stopAndWaitTakesARoundTripForEach() {
        Transfer.Outcome outcome = over("delay 20ms", 100, 8).run(Protocol.STOP_AND_WAIT::end);

        assertThat(outcome.lastDeliveryNanos()).isEqualTo((99 * 40 + 20) * MILLI);
    }

    @ParameterizedTest
    @CsvSource({
        "'delay 20ms', false",
        "'delay 20ms upstream loss 30%', false",
        "'delay 20ms downstream loss 30%', true",
        "'delay 20ms downstream corrupt 30%', true",
        "'delay 20ms downstream duplicate 50%', false",
    })
    void tellsWhetherAnAcknowledgementWasLost(String link, boolean lost) {
        assertThat(over(link, 100, 8).run(Protocol.GO_BACK_N::end).acknowledgementLost())
                .isEqualTo(lost);
    }

    /** A copy is corrupted by itself: of two, one is enough for the sender. */
    @Test
    void whereACopyCameNoAcknowledgementIsLost() {
        int told = 0;
        for (int seed = 1; seed <= 50; seed++) {
            Transfer.Outcome outcome = over("downstream duplicate 100% corrupt 50% seed " + seed, 1, 1)
                    .run(Protocol.STOP_AND_WAIT::end);
            assertThat(outcome.acknowledgementLost()).as("seed %d", seed).isEqualTo(outcome.acknowledgements() > 1);
            told += outcome.acknowledgements() == 1 ? 1 : 0;
        }
        assertThat(told).as("about three quarters").isBetween(20, 49);
    }

    /** Nothing is measured here: in every window a packet is lost, and all go again. */
    @Test
    void whatIsLostBeforeAnythingIsLearntCostsNoLongTimeoutForEver() {
        String link = "delay 50ms loss 5% seed 3 drop data ";

        assertThat(over(link + "1", 300, 64).run(Protocol.GO_BACK_N::end).lastDeliveryNanos())
                .isLessThan(60_000 * MILLI);
        assertThat(over(link + "1-64", 300, 64).run(Protocol.GO_BACK_N::end).lastDeliveryNanos())
                .isLessThan(60_000 * MILLI);
    }

    @ParameterizedTest
    @EnumSource
    void whereTheFirstTimeoutIsTooShortARoundTripIsMeasuredSoon(Protocol protocol) {
        assertThat(over("delay 3s", 100, 8).run(protocol::end).dataPackets()).isLessThanOrEqualTo(100 + 3 * 8);
    }

    @Test
    void aWindowTakesARoundTripForAWindow() {
        Transfer.Outcome outcome = over("delay 20ms", 100, 10).run(Protocol.GO_BACK_N::end);

        assertThat(outcome.lastDeliveryNanos()).isEqualTo((9 * 40 + 20) * MILLI);
    }

    @ParameterizedTest
    @CsvSource({
        "loss 10%",
        "loss 30%",
        "duplicate 20%",
        "corrupt 10%",
        "delay 10ms 9ms",
        "reorder 20% gap 3",
        "delay 5ms 4ms loss 15% duplicate 10% corrupt 5% reorder 10%"
    })
    void whateverTheLineDoesEachMessageComesOnceInOrderAndUnharmed(String link) {
        for (Protocol protocol : Protocol.values()) {
            for (int seed = 1; seed <= 20; seed++) {
                String seeded = (link.contains("delay") ? "" : "delay 5ms ") + link + " seed " + seed;
                Transfer.Outcome outcome = over(seeded, 200, 8).run(protocol::end);

                assertThat(outcome.wrong()).as(protocol + " over " + seeded).isZero();
                assertThat(outcome.delivered()).as(protocol + " over " + seeded).isEqualTo(200);
                assertThat(outcome.finished()).as(protocol + " over " + seeded).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersComeRoundAgain(Protocol protocol) {
        Transfer wrapping = over("delay 5ms loss 10% seed 3", 100, 8, Numbers.ALL, -50, TransferTest::fixed);

        assertThat(wrapping.run(protocol::end).delivered()).isEqualTo(100);
        assertThat(wrapping.run(protocol::end).wrong()).isZero();
    }

    @Test
    void selectiveRepeatFailsWithTooFewNumbers() {
        int failed = 0;
        for (int seed = 1; seed <= 200; seed++) {
            String link = "delay 5ms loss 20% seed " + seed;
            Transfer small = over(link, 200, 4, new Numbers(5), 0, TransferTest::fixed);
            Transfer enough = over(link, 200, 4, new Numbers(8), 0, TransferTest::fixed);
            failed += small.run(Protocol.SELECTIVE_REPEAT::end).wrong() > 0 ? 1 : 0;
            assertThat(enough.run(Protocol.SELECTIVE_REPEAT::end).wrong()).isZero();
            assertThat(small.run(Protocol.GO_BACK_N::end).wrong()).isZero();
        }
        assertThat(failed).isGreaterThan(100);
    }

    @Test
    void theSameSeedIsTheSameRun() {
        Transfer transfer = over("delay 5ms 4ms loss 15% duplicate 10% corrupt 5% seed 7", 500, 8);

        assertThat(transfer.run(Protocol.SELECTIVE_REPEAT::end))
                .isEqualTo(transfer.run(Protocol.SELECTIVE_REPEAT::end));
    }

    @Test
    void whoeverStopsItGetsWhatThereIs() {
        AtomicInteger asked = new AtomicInteger();
        Transfer.Outcome outcome =
                over("delay 20ms", 100, 8).run(Protocol.STOP_AND_WAIT::end, () -> asked.incrementAndGet() == 60);

        assertThat(outcome.finished()).isFalse();
        assertThat(outcome.stopped()).isTrue();
        assertThat(outcome.events()).isEqualTo(60);
        assertThat(outcome.delivered()).isBetween(20, 30);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyLearnsFromAPacketThatWasSentAgain(Protocol protocol) {
        List<Long> learnt = new ArrayList<>();
        RetransmissionTimeout listening = new RetransmissionTimeout() {
            @Override
            public long nanos() {
                return 100 * MILLI;
            }

            @Override
            public void measured(long roundTripNanos) {
                learnt.add(roundTripNanos);
            }

            @Override
            public void expired() {}
        };
        Transfer.Outcome outcome = over("upstream drop data 2 delay 20ms", 3, 1, Numbers.ALL, 0, () -> listening)
                .run(protocol::end);

        assertThat(outcome.dataPackets()).isEqualTo(4);
        assertThat(learnt).as("Karn: of the first and the third only").hasSize(2);
    }
}
