package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Overhead.AROUND;
import static org.sockrates.compare.experiment.Overhead.LARGE;
import static org.sockrates.compare.experiment.Overhead.SINGLE;
import static org.sockrates.compare.experiment.Overhead.SMALL;
import static org.sockrates.compare.experiment.Overhead.SMALL_PACKETS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.compare.PretendPath;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.LoopbackPath;

@Timeout(30)
class OverheadTest {
    private final Overhead overhead = new Overhead();

    @Test
    void headersWeighOnSmallMessages() {
        // on this path each send is a packet with a header of 40 bytes, and nothing else is
        Asked asked = Asked.of(overhead, new PretendPath(), LinkSpec.NONE);

        for (String transport : asked.result().transports()) {
            assertThat(asked.value(SMALL, transport)).isEqualTo(5);
            assertThat(asked.value(LARGE, transport)).isEqualTo(1440.0 / 1400);
            assertThat(asked.value(SMALL_PACKETS, transport)).isBetween(1.0, 10.0);
            assertThat(asked.value(AROUND, transport)).isZero();
            assertThat(asked.value(SINGLE, transport)).isEqualTo(20);
        }
    }

    @Test
    void wherePacketsAreNotSeenEveryCellSaysWhereTheyAre() {
        Asked asked = Asked.of(overhead, new LoopbackPath(), LinkSpec.NONE);

        assertThat(asked.reason(SMALL, "tcp"))
                .isEqualTo(asked.reason(SMALL, "udp"))
                .endsWith("use --path wire or --path sim");
    }

    @Test
    void theFindingTellsWhatAByteCosts() {
        String finding = new Told(overhead)
                .of("tcp", SMALL.measured(100, 11.4), LARGE.measured(100, 1.07), AROUND.counted(1, 328))
                .of("udp", SMALL.measured(100, 3.8), LARGE.measured(100, 1.02), AROUND.counted(1, 0))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp put 11.4 bytes on the wire for each byte in messages of 10, 1.07 in messages of 1,400,"
                        + " and 328 bytes to begin and to end; udp put 3.80 bytes on the wire for each byte in messages"
                        + " of 10, 1.02 in messages of 1,400, and nothing to begin and to end.");
    }
}
