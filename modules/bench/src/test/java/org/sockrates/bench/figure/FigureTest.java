package org.sockrates.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.bench.figure.Figure.Basis;

class FigureTest {
    @Test
    void ratiosAreTakenWithinEachPairAndNotOfTheMedians() {
        Figure figure = against(List.of(10.0, 30.0, 20.0), List.of(10.0, 10.0, 40.0), Bound.atLeast(1));

        assertThat(figure.ratios()).containsExactly(1.0, 3.0, 0.5);
        assertThat(figure.judged()).isEqualTo(new Spread(1, 0.5, 3));
    }

    @Test
    void theMedianRatioIsHeldAgainstTheBound() {
        List<Double> ours = List.of(3.0, 3.0, 1.0);
        List<Double> peers = List.of(2.0, 2.0, 2.0);

        assertThat(against(ours, peers, Bound.atLeast(1.5)).holds()).isTrue();
        assertThat(against(ours, peers, Bound.atLeast(1.51)).holds()).isFalse();
        assertThat(against(ours, peers, Bound.atMost(1.5)).holds()).isTrue();
        assertThat(against(ours, peers, Bound.atMost(1.49)).holds()).isFalse();
    }

    @Test
    void aFigureWithValuesOnBothSidesOfItsBoundIsUnsure() {
        List<Double> ours = List.of(3.0, 3.0, 1.0);
        List<Double> peers = List.of(2.0, 2.0, 2.0);

        assertThat(against(ours, peers, Bound.atLeast(1.5)).verdict("MISSED")).isEqualTo("ok?");
        assertThat(against(ours, peers, Bound.atMost(1)).verdict("MISSED")).isEqualTo("MISSED?");
        assertThat(against(ours, peers, Bound.atLeast(0.5)).verdict("MISSED")).isEqualTo("ok");
        assertThat(against(ours, peers, Bound.atLeast(2)).verdict("MISSED")).isEqualTo("MISSED");
        assertThat(against(ours, peers, Bound.NONE).verdict("MISSED")).isEmpty();
    }

    @Test
    void aFigureJudgedByItsValueMayHaveAPeerBesideIt() {
        Figure figure = new Figure("prompt", "s", "jshell", List.of(0.2), List.of(0.8), Basis.VALUE, Bound.atMost(0.3));

        assertThat(figure.judged().median()).isEqualTo(0.2);
        assertThat(figure.compared()).isTrue();
        assertThat(figure.holds()).isTrue();
    }

    @Test
    void aFigureAloneHasNoRatio() {
        Figure figure = Figure.alone("lost", "messages", List.of(0.0, 0.0), Bound.atMost(0));

        assertThat(figure.compared()).isFalse();
        assertThat(figure.ratios()).isEmpty();
        assertThat(figure.holds()).isTrue();
    }

    @Test
    void halfAPairIsRefused() {
        assertThatThrownBy(() -> against(List.of(1.0, 2.0), List.of(1.0), Bound.atLeast(1)))
                .hasMessageContaining("2 values of ours, 1 of peer");
    }

    private static Figure against(List<Double> ours, List<Double> peers, Bound bound) {
        return new Figure("speed", "x", "peer", ours, peers, Basis.RATIO, bound);
    }
}
