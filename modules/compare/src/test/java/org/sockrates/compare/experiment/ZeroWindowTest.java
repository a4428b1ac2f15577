package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;
import static org.sockrates.compare.experiment.ZeroWindow.CROSSED;
import static org.sockrates.compare.experiment.ZeroWindow.DELIVERED;
import static org.sockrates.compare.experiment.ZeroWindow.FIRST_PROBE;
import static org.sockrates.compare.experiment.ZeroWindow.MOVED;
import static org.sockrates.compare.experiment.ZeroWindow.PROBES;
import static org.sockrates.compare.experiment.ZeroWindow.TAKEN;
import static org.sockrates.transport.Traits.Promise.CONNECTION_ORIENTED;
import static org.sockrates.transport.Traits.Promise.FLOW_CONTROLLED;
import static org.sockrates.transport.Traits.Promise.IN_DATAGRAMS;
import static org.sockrates.transport.Traits.Promise.ORDERED;
import static org.sockrates.transport.Traits.Promise.RELIABLE;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.compare.Figure;
import org.sockrates.compare.PretendPath;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Run;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.tcp.TcpTransport;

@Timeout(30)
class ZeroWindowTest {
    private final ZeroWindow zeroWindow = new ZeroWindow();

    @Test
    void aReaderThatStopsHoldsItsSenderAndLosesNothing() {
        Asked asked = Asked.of(zeroWindow, new PretendPath(), LinkSpec.NONE);

        assertThat(asked.value(TAKEN, "tcp")).isPositive().isEqualTo(asked.value(CROSSED, "tcp"));
        assertThat(asked.value(DELIVERED, "tcp")).isGreaterThanOrEqualTo(asked.value(TAKEN, "tcp"));
        assertThat(asked.value(PROBES, "tcp")).isZero();
        assertThat(asked.reason(FIRST_PROBE, "tcp")).isEqualTo("it never asked");
        assertThat(asked.value(MOVED, "tcp")).isPositive();
        assertThat(asked.result().drawings().get("tcp"))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0)).contains("bytes taken"))
                .satisfies(lines -> assertThat(lines.get(2)).endsWith("payload crosses the wire again"));
    }

    @Test
    void whereNoNumbersAreReadNothingTellsAskingFromMoving() throws IOException {
        Transport built = spy(new TcpTransport());
        when(built.traits())
                .thenReturn(Traits.of(
                        Integer.MAX_VALUE, CONNECTION_ORIENTED, RELIABLE, ORDERED, FLOW_CONTROLLED, IN_DATAGRAMS));

        try (Passage passage = new PretendPath().open(built.traits(), LinkSpec.NONE)) {
            assertThatThrownBy(() -> zeroWindow.observe(new Run(built, passage, Asked.QUICK)))
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith("what asks cannot be told from what moves");
        }
    }

    @Test
    void whoIsNeverHeldBackHasNoWindow() {
        Asked asked = Asked.of(zeroWindow, new LoopbackPath(), LinkSpec.NONE);

        assertThat(asked.reason(CROSSED, "udp")).startsWith("no window");
        assertThat(asked.reason(CROSSED, "tcp")).endsWith("use --path wire or --path sim");
    }

    @Test
    void theFindingTellsWhenItStoppedAndHowItAsked() {
        String finding = new Told(zeroWindow)
                .of(
                        "tcp",
                        CROSSED.counted(1, 92_344),
                        TAKEN.counted(1, 599_928),
                        PROBES.counted(1, 3),
                        FIRST_PROBE.measured(1, 220),
                        MOVED.measured(1, 41))
                .of(
                        "rdt",
                        CROSSED.counted(1, 10),
                        TAKEN.counted(1, 20),
                        PROBES.counted(1, 0),
                        MOVED.absent("nothing moved"))
                .of(
                        "udp",
                        CROSSED.counted(1, 10),
                        TAKEN.counted(1, 20),
                        new Figure(PROBES, new Reading.Measured(1, 0, 0, 3)),
                        MOVED.measured(1, 41))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp stopped when 92,344 bytes had crossed and 599,928 bytes were taken, asked 3 times for"
                        + " more, first after 220 ms, and moved 41.0 ms after the reader read on; rdt stopped when 10"
                        + " bytes had crossed and 20 bytes were taken, never asked for more, and did not move again;"
                        + " udp stopped when 10 bytes had crossed and 20 bytes were taken, never asked for more (at worst"
                        + " 3), and moved 41.0 ms after the reader read on.");
    }
}
