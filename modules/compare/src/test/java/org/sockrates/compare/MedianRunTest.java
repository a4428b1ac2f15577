package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.transport.udp.UdpTransport;

class MedianRunTest {
    private static final Measure LOST = new Measure("lost", Unit.COUNT, "what never came");
    private static final Measure DELIVERED = new Measure("delivered", Unit.COUNT, "what came");
    private static final Measure SHARE = new Measure("share", Unit.PERCENT, "of both, what never came");
    private static final List<Measure> MEASURES = List.of(LOST, DELIVERED, SHARE);
    private static final String FORMULA = "100 x lost / (lost + delivered)";

    private static Observations run(long lost, long delivered) {
        return Observations.of(
                LOST.counted(1, lost),
                DELIVERED.counted(1, delivered),
                SHARE.computed(100.0 * lost / (lost + delivered), FORMULA));
    }

    private static Observations underWay(long delivered) {
        return Observations.of(LOST.absent("still on its way"), DELIVERED.counted(1, delivered));
    }

    @Test
    void itHasTheMedianOfTheFirstMeasureAndOfAnEvenNumberTheLower() {
        assertThat(MedianRun.of(List.of(run(3, 1), run(1, 9), run(2, 5)), MEASURES))
                .isEqualTo(2);
        assertThat(MedianRun.of(List.of(run(13, 287), run(12, 288)), MEASURES)).isEqualTo(1);
        assertThat(MedianRun.of(List.of(run(1, 1)), MEASURES)).isZero();
    }

    @Test
    void runsAlikeAreToldApartByTheNextMeasure() {
        assertThat(MedianRun.of(List.of(run(0, 7), run(0, 5), run(0, 6)), MEASURES))
                .isEqualTo(2);
    }

    @Test
    void aMeasureThatNotAllHaveDecidesNothing() {
        assertThat(MedianRun.of(List.of(run(0, 300), underWay(7), underWay(9)), MEASURES))
                .isEqualTo(2);
    }

    @Test
    void aRunWithoutAnyValueIsNotShown() {
        Observations nothing = Observations.of(LOST.absent("refused"));
        assertThat(MedianRun.of(List.of(nothing, nothing, run(1, 2)), MEASURES)).isEqualTo(2);
        assertThat(MedianRun.of(List.of(nothing, nothing), MEASURES)).isZero();
    }

    @Test
    void everyFigureHasItsOwnMedianAndTheRunOfTheFirstOnesIsDrawn() {
        List<Observations> runs = new ArrayList<>(List.of(run(13, 287), run(11, 280), run(12, 288), run(40, 1)));
        Comparison comparison = new Comparer(new LoopbackPath(), LinkSpec.NONE, new Settings(1, true), Progress.SILENT)
                .run(
                        List.of(new Probe(run -> runs.remove(0).drawn(List.of(runs.size() + " left")))),
                        List.of(new UdpTransport()),
                        4);

        Result result = comparison.experiments().get(0);
        assertThat(result.reading(LOST, "udp")).isEqualTo(new Reading.Measured(1, 12, 11, 40));
        assertThat(result.reading(DELIVERED, "udp")).isEqualTo(new Reading.Measured(1, 280, 1, 288));
        assertThat(result.reading(SHARE, "udp"))
                .isEqualTo(new Reading.Computed(4, 1100.0 / 291, 4000.0 / 41, FORMULA, ""));
        assertThat(result.drawings()).isEqualTo(Map.of("udp", List.of("1 left", "(this is run 3 of 4)")));
    }
}
