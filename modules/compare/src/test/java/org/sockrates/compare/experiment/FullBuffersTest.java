package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.FullBuffers.PERCENT;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Figure;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Overflows;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;

class FullBuffersTest {
    /** Each socket threw away as many. */
    private static final Overflows SEVEN =
            sockets -> sockets.stream().collect(Collectors.toMap(Function.identity(), socket -> 7L));

    private static final Figure GOT = Throughput.RECEIVED.measured(9, 10);
    private static final Figure SENT = Throughput.SENT.measured(9, 20);

    private static Asked slowReader(Overflows overflows) {
        return Asked.of(new SlowReader(), new LoopbackPath(overflows), LinkSpec.NONE);
    }

    @Test
    void itIsThePartOfAllThatWasLost() {
        Asked asked = slowReader(SEVEN);

        assertThat(asked.value(PERCENT, "udp")).isEqualTo(700.0 / asked.samples(PERCENT, "udp"));
        assertThat(asked.reason(PERCENT, "tcp")).contains("waits");
    }

    @Test
    void aRelaysOwnAreAmongThem() {
        Asked asked = Asked.of(new SlowReader(), new RelayPath(SEVEN), LinkSpec.NONE);

        assertThat(asked.value(PERCENT, "udp"))
                .as("the receiver's, the relay's in front and the relay's behind")
                .isEqualTo(2100.0 / asked.samples(PERCENT, "udp"));
    }

    @Test
    void whereNobodyTellsItIsNotKnown() {
        assertThat(slowReader(Overflows.UNTOLD).reason(PERCENT, "udp")).contains("not told");
    }

    @Test
    void whereCopiesHideLossesNobodyKnowsItsPart() {
        Asked asked = Asked.of(new Throughput(), new RelayPath(SEVEN), LinkSpec.parse("duplicate 100%"));

        assertThat(asked.reason(PERCENT, "udp")).contains("copies");
    }

    @Test
    void theFindingTellsWhereTheLostWereLost() {
        String finding = new Told(new SlowReader())
                .of("all", lost(50), SlowReader.ACCEPTED.counted(9, 80), PERCENT.measured(9, 100))
                .of("half", lost(50), SlowReader.ACCEPTED.counted(9, 80), PERCENT.measured(9, 50))
                .of("elsewhere", lost(50), SlowReader.ACCEPTED.counted(9, 80), PERCENT.measured(9, 0))
                .of("before", lost(0), SlowReader.ACCEPTED.counted(9, 80), PERCENT.measured(9, 100))
                .of("nowhere", lost(0), SlowReader.ACCEPTED.counted(9, 80), PERCENT.absent("nothing was lost"))
                .conclusion();

        assertThat(finding)
                .contains(
                        "lost 50.0 % of them, all of these at a full receive buffer; half",
                        "lost 50.0 % of them, 50.0 % of these at a full receive buffer; elsewhere",
                        "lost 50.0 % of them; before",
                        "lost none of them; nowhere",
                        "lost none of them.");
    }

    /** What was lost in the warm-up is among all that was lost. */
    @Test
    void aPartOfAllIsNotOneOfWhatWasLostInTheTimeMeasured() {
        String finding = new Told(new Throughput())
                .of("all", GOT, SENT, Throughput.LOST_PERCENT.measured(9, 50), PERCENT.measured(9, 100))
                .of("half", GOT, SENT, Throughput.LOST_PERCENT.measured(9, 50), PERCENT.measured(9, 50))
                .of("before", GOT, SENT, Throughput.LOST_PERCENT.measured(9, 0), PERCENT.measured(9, 100))
                .conclusion();

        assertThat(finding)
                .contains(
                        "lost 50.0 % of the bytes, all of these at a full receive buffer; half",
                        "lost 50.0 % of the bytes, 50.0 % of all that was lost at a full receive buffer; before",
                        "and lost nothing.");
    }

    private static Figure lost(double percent) {
        return SlowReader.LOST_PERCENT.measured(9, percent);
    }
}
