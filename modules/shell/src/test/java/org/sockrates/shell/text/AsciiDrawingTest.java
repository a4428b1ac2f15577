package org.sockrates.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.chart.Chart;

class AsciiDrawingTest {
    @Test
    void aChartKeepsItsAxes() {
        Chart plain = new Chart(60, false, 0, 2);
        Chart drawn = new Chart(60, true, 0, 2);
        assertThat(AsciiDrawing.of(drawn.rows(4, List.of()))).isEqualTo(plain.rows(4, List.of()));
        assertThat(AsciiDrawing.of(drawn.time("s"))).isEqualTo(plain.time("s"));
    }

    @Test
    void dotsAreStarsAndWordsStay() {
        assertThat(AsciiDrawing.of(List.of("again ┤ ×\u2800\u2801\u28ff", "a … b ± §3")))
                .containsExactly("again | x **", "a … b ± §3");
    }
}
