package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;
import static org.sockrates.compare.experiment.SynLoss.CONNECT;
import static org.sockrates.compare.experiment.SynLoss.END;
import static org.sockrates.compare.experiment.SynLoss.FIN_LOST;
import static org.sockrates.compare.experiment.SynLoss.SYN_ACK_LOST;
import static org.sockrates.compare.experiment.SynLoss.SYN_LOST;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.compare.Observations;
import org.sockrates.compare.PretendPath;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Run;
import org.sockrates.link.LinkControl;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.transport.tcp.TcpTransport;

@Timeout(30)
class SynLossTest {
    private final SynLoss synLoss = new SynLoss();

    @Test
    void eachPacketOfGreetingAndFarewellIsLostOnce() {
        PretendPath path = new PretendPath();
        Asked asked = Asked.of(synLoss, path, LinkSpec.NONE);

        assertThat(path.links())
                .filteredOn(link -> link.contains("drop"))
                .containsExactly(
                        "upstream delay 20ms drop syn 1 downstream delay 20ms",
                        "upstream delay 20ms downstream delay 20ms drop syn-ack 1",
                        "upstream delay 20ms drop fin 1 downstream delay 20ms");
        assertThat(synLoss.measures())
                .allSatisfy(measure -> assertThat(asked.value(measure, "tcp")).isPositive());
    }

    @Test
    void whereNoPacketIsOfTheKindThereIsNoFigure() throws IOException {
        LinkControl deaf = mock();
        when(deaf.link()).thenReturn(LinkSpec.NONE);
        Passage passage = spy(new LoopbackPath().open(new TcpTransport().traits(), LinkSpec.NONE));
        when(passage.control()).thenReturn(Optional.of(deaf));
        try (passage) {
            Observations seen = synLoss.observe(new Run(new TcpTransport(), passage, Asked.QUICK));

            assertThat(seen.reading(CONNECT)).isInstanceOf(Reading.Measured.class);
            assertThat(List.of(SYN_LOST, SYN_ACK_LOST, FIN_LOST))
                    .allSatisfy(measure -> assertThat(seen.reading(measure))
                            .isEqualTo(new Reading.Absent(
                                    "its datagrams say nothing of themselves (Transport.head): none was chosen")));
        }
    }

    @Test
    void whoDoesNotGreetIsNotAsked() {
        Asked asked = Asked.of(synLoss, new LoopbackPath(), LinkSpec.NONE);

        assertThat(asked.reason(SYN_LOST, "udp")).startsWith("no greeting and no farewell");
        assertThat(asked.reason(SYN_LOST, "tcp")).endsWith("use --path wire or --path sim");
        assertThat(Asked.of(synLoss, new RelayPath(), LinkSpec.NONE).reason(FIN_LOST, "tcp"))
                .contains("the path wire");
    }

    @Test
    void theFindingTellsWhatEachCost() {
        String finding = new Told(synLoss)
                .of(
                        "tcp",
                        SYN_LOST.measured(1, 1060),
                        CONNECT.measured(1, 40.4),
                        SYN_ACK_LOST.measured(1, 1050),
                        END.measured(1, 20.2),
                        FIN_LOST.measured(1, 280))
                .conclusion();

        assertThat(finding)
                .isEqualTo(
                        "tcp connected after 40.4 ms, 1,060 ms with its SYN lost and 1,050 ms with the answer lost, and"
                                + " its reader knew of the end after 20.2 ms, 280 ms with the FIN lost.");
    }
}
