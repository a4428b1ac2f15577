package org.sockrates.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.link.LinkSpec;
import org.sockrates.sim.tcp.ModelSettings;

/** Much, over links that do everything a link can do. */
final class TcpTransferTest {
    private static TcpTransfer.Outcome over(String link, long bytes, ModelSettings settings) {
        return new TcpTransfer(LinkSpec.parse(link), bytes, settings, Duration.ofHours(20)).run();
    }

    @ParameterizedTest
    @CsvSource({
        "loss 5%",
        "loss 20%",
        "duplicate 20%",
        "corrupt 10%",
        "delay 10ms 9ms",
        "reorder 20% gap 3",
        "rate 5mbit limit 20",
        "delay 5ms 4ms loss 10% duplicate 10% corrupt 5% reorder 10%"
    })
    void whateverTheLinkDoesEachByteComesOnceInOrderAndBothEnd(String link) {
        for (int seed = 1; seed <= 8; seed++) {
            String seeded = (link.contains("delay") ? "" : "delay 5ms ") + link + " seed " + seed;
            ModelSettings settings = ModelSettings.USUAL.withBufferBytes(100_000, 50_000 << seed % 3);
            TcpTransfer.Outcome outcome = over(seeded, 200_000, settings);

            assertThat(outcome.wrong()).as(seeded).isFalse();
            assertThat(outcome.deliveredBytes()).as(seeded).isEqualTo(200_000);
            assertThat(outcome.finished()).as(seeded).isTrue();
        }
    }

    @Test
    void numbersComeRoundAgainEachWay() {
        for (int firstNumber : new int[] {-1, -10_000, Integer.MAX_VALUE - 10_000, Integer.MIN_VALUE}) {
            ModelSettings settings = ModelSettings.USUAL.withFirstNumber(firstNumber);
            TcpTransfer.Outcome outcome = over("delay 5ms loss 3% reorder 5% seed 3", 1_000_000, settings);

            assertThat(outcome.wrong()).as("from " + firstNumber).isFalse();
            assertThat(outcome.deliveredBytes()).as("from " + firstNumber).isEqualTo(1_000_000);
            assertThat(outcome.finished()).as("from " + firstNumber).isTrue();
        }
    }

    @Test
    void aWindowARoundTripIsTheMostThereIs() {
        ModelSettings settings = ModelSettings.USUAL.withBufferBytes(4 << 20, 146_000);
        TcpTransfer.Outcome outcome = over("delay 20ms", 14_600_000, settings);

        assertThat(outcome.lastDeliveryNanos() / 1e6).isBetween(100 * 40.0, 105 * 40.0);
    }

    @Test
    void whatComesInOneBurstIsReadAtOnceAndAcknowledgedOnce() {
        ModelSettings settings = ModelSettings.USUAL.withBufferBytes(4 << 20, 146_000);
        TcpTransfer.Outcome outcome = over("delay 20ms", 14_600_000, settings);

        assertThat(outcome.dataPackets()).isBetween(9_990L, 10_200L);
        assertThat(outcome.acknowledgements()).isBetween(100L, 130L);
    }

    @Test
    void theSameSeedIsTheSameRun() {
        String link = "delay 5ms 4ms loss 5% duplicate 10% corrupt 5% seed 7";

        assertThat(over(link, 500_000, ModelSettings.USUAL)).isEqualTo(over(link, 500_000, ModelSettings.USUAL));
    }

    @Test
    void nobodyThereIsNoTransfer() {
        TcpTransfer.Outcome outcome = over("loss 100%", 1_000, ModelSettings.USUAL);

        assertThat(outcome.openNanos()).isNegative();
        assertThat(outcome.deliveredBytes()).isZero();
        assertThat(outcome.finished()).isFalse();
    }
}
