package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sockrates.compare.experiment.Congestion.DROPPED_ALIKE;
import static org.sockrates.compare.experiment.Congestion.FAIR_ALIKE;
import static org.sockrates.compare.experiment.Congestion.FAIR_FLOOD;
import static org.sockrates.compare.experiment.Congestion.QUEUE_ALIKE;
import static org.sockrates.compare.experiment.Congestion.SHARE_ALIKE;
import static org.sockrates.compare.experiment.Congestion.SHARE_FLOOD;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.compare.Comparer;
import org.sockrates.compare.DrawnLine;
import org.sockrates.compare.PretendPath;
import org.sockrates.compare.Progress;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Waits;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.transport.tcp.TcpTransport;

@Timeout(30)
class CongestionTest {
    private final Congestion congestion = new Congestion();

    @Test
    void twoFlowsShareOneLink() {
        PretendPath path = new PretendPath();
        Asked asked = Asked.of(congestion, path, LinkSpec.parse("rate 1tbit limit 7 loss 50%"));

        assertThat(path.links())
                .startsWith("upstream delay 10ms limit 7 rate 1tbit downstream delay 10ms limit 7 rate 1tbit");
        isFairness(asked.value(FAIR_ALIKE, "tcp"), asked.value(SHARE_ALIKE, "tcp"));
        isFairness(asked.value(FAIR_FLOOD, "tcp"), asked.value(SHARE_FLOOD, "tcp"));
        isFairness(asked.value(FAIR_ALIKE, "udp"), asked.value(SHARE_ALIKE, "udp"));
        assertThat(asked.value(DROPPED_ALIKE, "udp")).isZero();
        assertThat(asked.reason(QUEUE_ALIKE, "udp")).isEqualTo("no data met a rate");
        assertThat(asked.reason(SHARE_FLOOD, "udp")).isEqualTo("it is the flood itself");
        assertThat(asked.result().drawings().get("tcp"))
                .hasSize(5)
                .satisfies(lines -> assertThat(lines.get(0)).endsWith("congestion control pretended"));
        assertThat(asked.result().drawings().get("udp")).hasSize(3);
    }

    @Test
    void moreThanTheLinkCarriesTellsNoShare() {
        Asked asked = Asked.of(congestion, new PretendPath(), LinkSpec.parse("rate 1kbit"));

        assertThat(asked.reason(SHARE_ALIKE, "tcp")).contains("and the link carries 1.00 kbit/s");
        assertThat(asked.reason(FAIR_FLOOD, "tcp")).contains("and the link carries 1.00 kbit/s");
        assertThat(asked.result().drawings().get("tcp")).as("the link alone").hasSize(1);
    }

    @Test
    void theLinkThatTheMethodTellsIsTheOneThatIsUsedIfNoneIsTyped() throws IOException {
        PretendPath path = new PretendPath();
        String method = Asked.of(congestion, path, LinkSpec.NONE).result().method();
        String told = method.replaceFirst(".*\\((.*) if none\\).*", "$1");

        try (Passage passage = path.open(new TcpTransport().traits(), LinkSpec.parse(told));
                ChosenLink link = ChosenLink.of(passage, "")) {
            assertThat(path.links()).startsWith(link.text());
        }
    }

    /** Both are told of the same two rates: Jain's index follows from the share. */
    private static void isFairness(double fairness, double sharePercent) {
        double one = sharePercent / 100;
        double other = 1 - one;
        assertThat(fairness).isCloseTo(1 / (2 * (one * one + other * other)), within(1e-9));
    }

    @Test
    void ofTwoRatesTheFirstIsThreeQuarters() {
        assertThat(Congestion.figures(
                        new Shared(3e6, 1e6, 7, Optional.empty(), new Queued(new Waits(9, 112_500_000), 11, 2)),
                        SHARE_ALIKE,
                        FAIR_ALIKE,
                        QUEUE_ALIKE,
                        DROPPED_ALIKE))
                .containsExactly(
                        SHARE_ALIKE.measured(7, 75),
                        FAIR_ALIKE.computed(0.8, Shared.FORMULA),
                        QUEUE_ALIKE.measured(9, 12.5),
                        DROPPED_ALIKE.counted(11, 2));
    }

    @Test
    void ratesOfMoreThanTheLinkCarriesTellNoShare() {
        Shared more = new Shared(3e6, 1e6, 7, Optional.of("some had waited"), new Queued(Waits.NONE, 11, 2));

        assertThat(Congestion.figures(more, SHARE_ALIKE, FAIR_ALIKE, QUEUE_ALIKE, DROPPED_ALIKE))
                .containsExactly(
                        SHARE_ALIKE.absent("some had waited"),
                        FAIR_ALIKE.absent("some had waited"),
                        QUEUE_ALIKE.absent("no data met a rate"),
                        DROPPED_ALIKE.counted(11, 2));
    }

    @Test
    void withoutATransportThatFloodsThereIsNoFlood() {
        Result result = new Comparer(new PretendPath(), LinkSpec.parse("rate 1tbit"), Asked.QUICK, Progress.SILENT)
                .run(List.of(congestion), List.of(new TcpTransport()), 1)
                .experiments()
                .get(0);

        assertThat(result.reading(SHARE_FLOOD, "tcp"))
                .isEqualTo(new Reading.Absent("none of the transports asked floods"));
        assertThat(result.value(SHARE_ALIKE, "tcp")).isPresent();
    }

    @Test
    void aRelayHasNoLinkThatFlowsShare() {
        assertThat(Asked.of(congestion, new RelayPath(), LinkSpec.NONE).reason(SHARE_ALIKE, "udp"))
                .endsWith("use --path wire or --path sim");
        assertThat(Asked.of(congestion, new LoopbackPath(), LinkSpec.NONE).reason(FAIR_FLOOD, "tcp"))
                .endsWith("use --path wire or --path sim");
    }

    @Test
    void fairnessIsOneForEqualsAndAHalfForAllOrNothing() {
        assertThat(rates(5, 5).fairness()).isEqualTo(1);
        assertThat(rates(9, 0).fairness()).isEqualTo(0.5);
        assertThat(rates(3, 1).fairness()).isCloseTo(0.8, within(1e-9));
        assertThat(rates(3, 1).sharePercent()).isEqualTo(75);
        assertThat(rates(0, 0).any()).isFalse();
    }

    private static Shared rates(double one, double other) {
        return new Shared(one, other, 9, Optional.empty(), new Queued(Waits.NONE, 0, 0));
    }

    @Test
    void barsAreAsLongAsTheirFlowsAreQuick() {
        assertThat(rates(8_000_000, 2_000_000).drawn("one", "the other"))
                .extracting(line -> line.text(new DrawnLine.Scale(8_000_000, 40)))
                .containsExactly(
                        "one                  " + "#".repeat(40) + " 8.00 Mbit/s",
                        "the other            " + "#".repeat(10) + " ".repeat(30) + " 2.00 Mbit/s");
        assertThat(rates(0, 0).drawn("one", "the other").get(0).text(new DrawnLine.Scale(1, 40)))
                .endsWith(" 0 bit/s");
    }

    @Test
    void theFindingTellsSharesAndTheWait() {
        String finding = new Told(congestion)
                .of("tcp", SHARE_ALIKE.measured(9, 53.3), QUEUE_ALIKE.measured(9, 51.4), SHARE_FLOOD.measured(9, 5.12))
                .of("udp", SHARE_ALIKE.measured(9, 50.4), QUEUE_ALIKE.measured(9, 40.2))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp shared with its like 53.3 to 46.7, data waiting 51.4 ms, and kept 5.12 % of what came"
                        + " through beside a flood; udp shared with its like 50.4 to 49.6, data waiting 40.2 ms.");
    }
}
