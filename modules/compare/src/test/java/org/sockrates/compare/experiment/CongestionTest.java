package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sockrates.compare.experiment.Congestion.DROPPED_ALIKE;
import static org.sockrates.compare.experiment.Congestion.DROPPED_FLOOD;
import static org.sockrates.compare.experiment.Congestion.FAIR_ALIKE;
import static org.sockrates.compare.experiment.Congestion.FAIR_FLOOD;
import static org.sockrates.compare.experiment.Congestion.QUEUE_ALIKE;
import static org.sockrates.compare.experiment.Congestion.QUEUE_FLOOD;
import static org.sockrates.compare.experiment.Congestion.SHARE_ALIKE;
import static org.sockrates.compare.experiment.Congestion.SHARE_FLOOD;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.compare.Comparer;
import org.sockrates.compare.DrawnLine;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.PretendPath;
import org.sockrates.compare.Progress;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Waits;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.link.rule.Rate;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.testkit.ManualClock;

@Timeout(30)
class CongestionTest {
    private final Congestion congestion = new Congestion();

    /** How much comes through in so short a time depends on the machine; what is asked of which link does not. */
    @Test
    void twoFlowsShareOneLink() {
        PretendPath path = new PretendPath();
        Asked asked = Asked.of(congestion, path, LinkSpec.parse("rate 1tbit limit 7 loss 50%"));

        assertThat(path.links())
                .startsWith("upstream delay 10ms limit 7 rate 1tbit downstream delay 10ms limit 7 rate 1tbit");
        assertThat(asked.value(DROPPED_ALIKE, "udp")).isZero();
        assertThat(asked.reason(QUEUE_ALIKE, "udp")).isEqualTo("no data met a rate");
        assertThat(asked.reason(SHARE_FLOOD, "udp")).isEqualTo("it is the flood itself");
        assertThat(asked.result().drawings().get("tcp"))
                .hasSize(5)
                .satisfies(lines -> assertThat(lines.get(0)).endsWith("congestion control pretended"));
        assertThat(asked.result().drawings().get("udp")).hasSize(3);
    }

    /** One that read twice as much as the other, of a link of this rate. */
    private static Shared read(String rate) {
        Window window = Window.after(new ManualClock(), Duration.ZERO, Duration.ofSeconds(1));
        Tally ones = new Tally(window);
        Tally others = new Tally(window);
        ones.add(250_000, window.from());
        others.add(250_000, window.from());
        others.add(250_000, window.from());
        return Shared.of(
                LinkSpec.parse(rate).rules(Way.UPSTREAM).stream()
                        .filter(Rate.class::isInstance)
                        .map(Rate.class::cast)
                        .findFirst(),
                new Measuring(Asked.QUICK),
                window,
                ones,
                others,
                new Queued(Waits.NONE, 11, 2));
    }

    @Test
    void moreThanTheLinkCarriesTellsNoShare() {
        Shared more = read("rate 1kbit");
        Observations seen = Congestion.seen("link", more, more);

        for (Measure measure : List.of(SHARE_ALIKE, FAIR_ALIKE, SHARE_FLOOD, FAIR_FLOOD)) {
            assertThat(((Reading.Absent) seen.reading(measure)).reason()).contains("and the link carries 1.00 kbit/s");
        }
        assertThat(seen.reading(QUEUE_ALIKE)).isEqualTo(new Reading.Absent("no data met a rate"));
        assertThat(seen.reading(DROPPED_ALIKE))
                .isEqualTo(DROPPED_ALIKE.counted(11, 2).reading());
        assertThat(seen.drawing()).as("the link alone").containsExactly(DrawnLine.of("link"));
    }

    @Test
    void whatTheLinkCarriesIsSharedByWhoReadIt() {
        assertThat(read("rate 1tbit"))
                .isEqualTo(new Shared(2e6, 4e6, 3, Optional.empty(), new Queued(Waits.NONE, 11, 2)));
    }

    @Test
    void whereNothingCameThroughNothingIsShared() {
        Observations seen = Congestion.seen("link", rates(0, 0));

        assertThat(seen.reading(SHARE_ALIKE)).isEqualTo(new Reading.Absent("nothing came through"));
        assertThat(seen.reading(FAIR_ALIKE)).isEqualTo(new Reading.Absent("nothing came through"));
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

    /** Of two alike none is the first; beside a flood one is. */
    @Test
    void ofTwoAlikeTheLargerPartIsToldAndBesideAFloodTheFlows() {
        Queued queued = new Queued(new Waits(9, 112_500_000), 11, 2);
        Shared less = new Shared(1e6, 3e6, 7, Optional.empty(), queued);
        Observations seen = Congestion.seen("link", less, less);

        assertThat(seen.figures())
                .containsExactly(
                        SHARE_ALIKE.measured(7, 75),
                        FAIR_ALIKE.computed(0.8, Shared.FORMULA),
                        QUEUE_ALIKE.measured(9, 12.5),
                        DROPPED_ALIKE.counted(11, 2),
                        SHARE_FLOOD.measured(7, 25),
                        FAIR_FLOOD.computed(0.8, Shared.FORMULA),
                        QUEUE_FLOOD.measured(9, 12.5),
                        DROPPED_FLOOD.counted(11, 2));
        assertThat(seen.drawing()).hasSize(5);
        assertThat(Congestion.seen("link", new Shared(3e6, 1e6, 7, Optional.empty(), queued))
                        .reading(SHARE_ALIKE))
                .isEqualTo(SHARE_ALIKE.measured(7, 75).reading());
    }

    /** The run that is drawn is the one whose share the sentence tells. */
    @Test
    void theShareThatIsToldIsTheFirstFigure() {
        assertThat(congestion.measures()).startsWith(SHARE_ALIKE);
    }

    @Test
    void withoutATransportThatFloodsThereIsNoFlood() {
        Result result = new Comparer(new PretendPath(), LinkSpec.parse("rate 1tbit"), Asked.QUICK, Progress.SILENT)
                .run(List.of(congestion), List.of(new TcpTransport()), 1)
                .experiments()
                .get(0);

        assertThat(result.reading(SHARE_FLOOD, "tcp"))
                .isEqualTo(new Reading.Absent("none of the transports asked floods"));
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
        assertThat(rates(1, 3).largerPercent()).isEqualTo(75);
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
