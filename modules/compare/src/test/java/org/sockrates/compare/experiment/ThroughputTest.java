package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Throughput.LOST;
import static org.sockrates.compare.experiment.Throughput.LOST_PERCENT;
import static org.sockrates.compare.experiment.Throughput.MESSAGES_PER_SECOND;
import static org.sockrates.compare.experiment.Throughput.RECEIVED;
import static org.sockrates.compare.experiment.Throughput.SENT;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.RelayPath;

class ThroughputTest {
    private final Throughput throughput = new Throughput();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new Throughput());
    }

    @Test
    void aReliableTransportLosesNothingHoweverFastTheSenderIs() {
        assertThat(asked.value(LOST_PERCENT, "tcp")).isZero();
        assertThat(asked.value(RECEIVED, "tcp")).isPositive();
        assertThat(asked.value(SENT, "tcp")).isPositive();
        assertThat(asked.reason(MESSAGES_PER_SECOND, "tcp")).contains("stream");
        assertThat(asked.value(LOST_PERCENT, "udp")).isBetween(0.0, 100.0);
        assertThat(asked.value(SENT, "udp")).isPositive();
    }

    @Test
    void aZeroThatOnlySaysThatTheTimeWasTooShortIsNoFigure() {
        Asked far = Asked.of(throughput, new RelayPath(), LinkSpec.parse("delay 900ms"));

        for (String transport : far.result().transports()) {
            assertThat(far.reason(RECEIVED, transport))
                    .isEqualTo("nothing arrived within 400 ms, too short for this link; compare without --quick");
        }
        assertThat(far.reason(MESSAGES_PER_SECOND, "udp")).startsWith("nothing arrived within");
        assertThat(far.result().finding())
                .isEqualTo("tcp and udp: n/a, nothing arrived within 400 ms, too short for this link.");
    }

    @Test
    void whereNothingEverArrivesZeroIsTheFigure() {
        assertThat(Asked.of(throughput, new RelayPath(), LinkSpec.parse("loss 100%"))
                        .value(RECEIVED, "udp"))
                .isZero();
    }

    @Test
    void moreThanWasSentMeanwhileCameOutOfBuffers() {
        String finding = new Told(throughput)
                .of("tcp", RECEIVED.measured(9, 1.43e9), SENT.measured(9, 1.42e9), LOST_PERCENT.measured(9, 0))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp delivered 1.43 Gbit/s while buffers emptied, of 1.42 Gbit/s sent, and lost nothing.");
    }

    @Test
    void theFindingTellsTheEndsApart() {
        String finding = new Told(throughput)
                .of(
                        "tcp",
                        RECEIVED.measured(9, 2e9),
                        SENT.measured(9, 2e9),
                        LOST.counted(9, 0),
                        LOST_PERCENT.measured(9, 0))
                .of("udp", RECEIVED.measured(9, 5e8), SENT.measured(9, 1e9), LOST_PERCENT.measured(9, 50))
                .of("rdt", RECEIVED.measured(9, 5e8), SENT.measured(9, 1e9))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp delivered 2.00 Gbit/s of 2.00 Gbit/s sent, and lost nothing; udp delivered 500 Mbit/s"
                        + " of 1.00 Gbit/s sent, and lost 50.0 % of the bytes;"
                        + " rdt delivered 500 Mbit/s of 1.00 Gbit/s sent.");
    }
}
