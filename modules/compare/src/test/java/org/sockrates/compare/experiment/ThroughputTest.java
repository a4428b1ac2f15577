package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Throughput.LOST;
import static org.sockrates.compare.experiment.Throughput.LOST_PERCENT;
import static org.sockrates.compare.experiment.Throughput.MESSAGES_PER_SECOND;
import static org.sockrates.compare.experiment.Throughput.RECEIVED;
import static org.sockrates.compare.experiment.Throughput.SENT;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Settings;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.link.rule.Rate;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.testkit.ManualClock;
import org.sockrates.transport.udp.UdpTransport;

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
    }

    @Test
    void whatWasSentAndDidNotComeIsLost() throws IOException {
        Window window = Window.after(new ManualClock(), Duration.ZERO, Duration.ofSeconds(1));
        Tally sent = new Tally(window);
        Tally received = new Tally(window);
        for (int i = 0; i < 10; i++) {
            sent.add(1400, i);
            sent.mark(true);
            if (i % 3 != 0) {
                received.add(1400, i);
                received.mark(true);
            }
        }
        Traits traits = new UdpTransport().traits();

        assertThat(Throughput.observations(
                                traits, LinkReport.NONE, window, sent, received.completed(), "", Optional.empty())
                        .figures())
                .contains(
                        SENT.measured(10, 10 * 1400 * 8),
                        RECEIVED.measured(6, 6 * 1400 * 8),
                        MESSAGES_PER_SECOND.measured(6, 6),
                        LOST.counted(10, 4),
                        LOST_PERCENT.measured(10, 40));
    }

    @Test
    void theLostAreAPartOfThoseThatWereSent() {
        long sent = asked.samples(LOST, "udp");
        assertThat(asked.value(SENT, "udp")).isPositive();
        assertThat(asked.value(LOST, "udp")).isLessThan(sent);
        assertThat(asked.value(LOST_PERCENT, "udp")).isEqualTo(100 * asked.value(LOST, "udp") / sent);
    }

    @Test
    void aZeroThatOnlySaysThatTheTimeWasTooShortIsNoFigure() {
        Asked far = Asked.of(throughput, new RelayPath(), LinkSpec.parse("delay 30s"));

        for (String transport : far.result().transports()) {
            assertThat(far.reason(RECEIVED, transport))
                    .isEqualTo("nothing arrived within 400 ms, too short for this link; compare without --quick");
        }
        assertThat(far.reason(MESSAGES_PER_SECOND, "udp")).startsWith("nothing arrived within");
        assertThat(far.result().finding())
                .isEqualTo("tcp and udp: n/a, nothing arrived within 400 ms, too short for this link.");
    }

    /** The sender's time is over before anything has come. */
    @Test
    void theReceiversTimeBeginsWithWhatComesFirst() {
        Asked far = Asked.of(throughput, new RelayPath(), LinkSpec.parse("delay 900ms rate 10mbit"));

        assertThat(far.value(RECEIVED, "udp")).isPositive();
    }

    @Test
    void whereNothingEverArrivesZeroIsTheFigure() {
        assertThat(Asked.of(throughput, new RelayPath(), LinkSpec.parse("loss 100%"))
                        .value(RECEIVED, "udp"))
                .isZero();
    }

    private static Tally heard(Window window, long nanos) {
        Tally received = new Tally(window);
        received.add(1400, nanos);
        return received;
    }

    private static List<Figure> ofOneMessage(
            Transport transport, Window window, Tally received, Optional<String> burst) {
        Tally sent = new Tally(window);
        sent.add(1400, 0);
        return Throughput.observations(transport.traits(), LinkReport.NONE, window, sent, received, "short", burst)
                .figures();
    }

    /** An answer must come before the next is sent, and takes longer than is measured. */
    @Test
    void whoWaitsForAnAnswerThatIsStillOnItsWayDoesNotDeliverZero() {
        Window window = Window.after(new ManualClock(), Duration.ofMillis(400), Duration.ofMillis(600));
        Tally late = heard(window, 300_000_001L).completed();
        assertThat(ofOneMessage(new UdpTransport(), window, late, Optional.empty()))
                .contains(RECEIVED.absent("short"), MESSAGES_PER_SECOND.absent("short"));
    }

    /** What waited behind a lost packet comes at once when that has come: in real time the time measured may be too short for it. */
    @Test
    void moreThanTheLinkCarriesIsNoSpeed() throws IOException {
        Rate rate = new Rate(10_000_000);
        Window window = Window.after(new ManualClock(), Duration.ZERO, Duration.ofSeconds(1));
        Measuring real = new Measuring(new Settings(7, false));
        Measuring virtual = new Measuring(new Settings(7, false, "", 50));

        assertThat(Throughput.burst(rate, real, window, 1_400_000))
                .contains(
                        "11.2 Mbit/s came in the time measured, and the link carries 10.0 Mbit/s: some had waited before,"
                                + " as behind a lost packet");
        assertThat(Throughput.burst(rate, real, window, 1_300_000)).isEmpty();
        assertThat(Throughput.burst(rate, virtual, window, 1_300_000)).isPresent();
        assertThat(Throughput.burst(rate, virtual, window, 1_263_000)).isEmpty();
    }

    @Test
    void whatIsNoSpeedIsNoFigure() throws IOException {
        Window window = Window.after(new ManualClock(), Duration.ZERO, Duration.ofSeconds(1));
        assertThat(ofOneMessage(new UdpTransport(), window, heard(window, 0).completed(), Optional.of("burst")))
                .contains(RECEIVED.absent("burst"), MESSAGES_PER_SECOND.absent("burst"));
    }

    @Test
    void moreThanWasSentInTheSendersTimeCameOutOfBuffers() {
        String finding = new Told(throughput)
                .of("tcp", RECEIVED.measured(9, 1.43e9), SENT.measured(9, 1.42e9), LOST_PERCENT.measured(9, 0))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp delivered 1.43 Gbit/s while buffers emptied, of 1.42 Gbit/s sent, and lost nothing.");
    }

    /** The ends measure each a time of its own: a little more in the one is none. */
    @Test
    void whatIsTheSameInThreeDigitsCameOutOfNoBuffers() {
        String finding = new Told(throughput)
                .of("tcp", RECEIVED.measured(9, 1.004e9), SENT.measured(9, 1e9), LOST_PERCENT.measured(9, 0))
                .conclusion();

        assertThat(finding).isEqualTo("tcp delivered 1.00 Gbit/s of 1.00 Gbit/s sent, and lost nothing.");
    }

    @Test
    void whatTheLinkCopiedCameOutOfNoBuffers() {
        String finding = new Told(throughput)
                .of("udp", RECEIVED.measured(9, 1.5e9), SENT.measured(9, 1e9), LOST_PERCENT.absent(Missing.COPIES))
                .conclusion();

        assertThat(finding).isEqualTo("udp delivered 1.50 Gbit/s, the link's copies among it, of 1.00 Gbit/s sent.");
    }

    @Test
    void mediansOfDifferentRunsExplainNothing() {
        String finding = new Told(throughput)
                .of(
                        "tcp",
                        new Figure(RECEIVED, new Reading.Measured(9, 3e5, 1e5, 4e5, "7 of 9 runs; otherwise: late")),
                        SENT.measured(9, 2e5))
                .conclusion();

        assertThat(finding).isEqualTo("tcp delivered 300 kbit/s (known in 7 of 9 runs) of 200 kbit/s sent.");
    }

    /** A stream that waits for its timer delivers nothing meanwhile: without such a run the median of several is too much. */
    @Test
    void whoStandsStillInTheTimeMeasuredDeliversZero() {
        Window window = Window.after(new ManualClock(), Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(ofOneMessage(new TcpTransport(), window, heard(window, 0), Optional.empty()))
                .contains(
                        RECEIVED.measured(0, 0),
                        SENT.measured(0, 0),
                        LOST.absent("no message fell into the time that was measured"));
    }

    @Test
    void whatAnotherRunLostIsToldToo() {
        String finding = new Told(throughput)
                .of(
                        "udp",
                        RECEIVED.measured(9, 1e9),
                        SENT.measured(9, 1e9),
                        new Figure(LOST_PERCENT, new Reading.Measured(9, 0, 0, 37)))
                .conclusion();

        assertThat(finding)
                .isEqualTo("udp delivered 1.00 Gbit/s of 1.00 Gbit/s sent, and lost nothing (at worst 37.0 %).");
    }

    @Test
    void inHowManyRunsItIsKnownWhatWasLostIsTold() {
        String late = "1 of 3 runs; otherwise: " + Missing.UNDER_WAY;
        String finding = new Told(throughput)
                .of(
                        "udp",
                        RECEIVED.measured(9, 1e9),
                        SENT.measured(9, 1e9),
                        new Figure(LOST_PERCENT, new Reading.Measured(9, 0, 0, 0, late)))
                .of(
                        "tcp",
                        new Figure(RECEIVED, new Reading.Measured(9, 1e9, 1e9, 1e9, "1 of 3 runs; otherwise: burst")),
                        SENT.measured(9, 1e9),
                        new Figure(LOST_PERCENT, new Reading.Measured(9, 0, 0, 0, late)))
                .of(
                        "rdt",
                        new Figure(RECEIVED, new Reading.Measured(9, 1e9, 1e9, 1e9, late)),
                        SENT.measured(9, 1e9),
                        LOST_PERCENT.counted(9, 0))
                .conclusion();

        assertThat(finding)
                .isEqualTo("udp delivered 1.00 Gbit/s of 1.00 Gbit/s sent, and lost nothing (known in 1 of 3 runs);"
                        + " tcp delivered 1.00 Gbit/s (known in 1 of 3 runs) of 1.00 Gbit/s sent, and lost nothing"
                        + " (known in 1 of 3 runs);"
                        + " rdt delivered 1.00 Gbit/s (known in 1 of 3 runs) of 1.00 Gbit/s sent, and lost nothing.");
    }

    @Test
    void whatRestsOnFewMessagesSaysSo() {
        String finding = new Told(throughput)
                .of("rdt-sw", RECEIVED.measured(3, 1e9), SENT.measured(4, 1e9))
                .conclusion();

        assertThat(finding).isEqualTo("rdt-sw delivered 1.00 Gbit/s (n = 3) of 1.00 Gbit/s sent.");
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

    /** Its sender had no more than begun it when the time was over, and it is one of those that may be lost. */
    @Test
    void aSendThatOnlyBeganInTheTimeMeasuredCountsAmongThoseSentInIt() throws IOException {
        Window window = Window.after(new ManualClock(), Duration.ZERO, Duration.ofSeconds(1));
        Tally sent = new Tally(window);
        Tally received = new Tally(window);
        for (int i = 1; i <= 5; i++) {
            sent.add(1400, i * 250_000_000L);
            sent.mark(true);
            received.mark(i < 5);
        }

        assertThat(Throughput.observations(
                                new UdpTransport().traits(),
                                LinkReport.NONE,
                                window,
                                sent,
                                received.completed(),
                                "",
                                Optional.empty())
                        .figures())
                .contains(LOST.counted(5, 1), LOST_PERCENT.measured(5, 20));
    }
}
