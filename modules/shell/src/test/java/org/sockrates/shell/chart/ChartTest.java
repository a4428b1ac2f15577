package org.sockrates.shell.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drawings, looked at once and kept. */
class ChartTest {
    private static final Curve SAW =
            new Curve(new double[] {0, 2, 4, 5, 7, 10}, new double[] {10, 20, 40, 20, 25, 30}, '*', false);
    private static final Curve LINE = new Curve(new double[] {0, 5, 10}, new double[] {Double.NaN, 20, 20}, '-', true);

    private static List<String> drawn(boolean braille) {
        Chart chart = new Chart(47, braille, 0, 10);
        List<String> lines = new ArrayList<>(chart.rows(5, List.of(SAW, LINE)));
        lines.add(chart.marks("again", new double[] {5, 99}, 'x'));
        lines.addAll(chart.time("s"));
        return lines;
    }

    @Test
    void drawsWithMarksWhereThereIsOnlyAscii() {
        assertThat(drawn(false))
                .containsExactly(
                        "   50 |                *****",
                        "      |                *   *                  *",
                        "      |        *********   ********************",
                        "      |*********",
                        "    0 |",
                        "again |                    x",
                        "      ++-------------------+------------------+",
                        "       0                   5               10 s");
    }

    @Test
    void drawsWithDotsOfBraille() {
        assertThat(drawn(true))
                .containsExactly(
                        "   50 ┤                ⣀⣀⣀⣀⡀",
                        "      │                ⡇   ⡇                  ⢀",
                        "      │        ⣀⣀⣀⣀⣀⣀⣀⣀⡇   ⣇⣀⣀⣀⣀⣀⣀⣀⣖⠒⡒⢒⠒⡒⢒⠒⡒⢒⠒⡚",
                        "      │⣀⣀⣀⣀⣀⣀⣀⣀⡇",
                        "    0 ┤",
                        "again ┤                    x",
                        "      └┬───────────────────┬──────────────────┬",
                        "       0                   5               10 s");
    }

    @Test
    void whatIsLeftOfTheBeginningHoldsThere() {
        Chart chart = new Chart(47, false, 5.5, 6.5);
        assertThat(chart.rows(3, List.of(SAW)))
                .containsExactly("   20 |****************************************", "      |", "    0 |");
    }

    @Test
    void aChartNeedsRoomAndTime() {
        assertThatThrownBy(() -> new Chart(39, false, 0, 1)).hasMessageContaining("39 columns");
        assertThatThrownBy(() -> new Chart(80, false, 1, 1)).hasMessageContaining("1.0 to 1.0");
    }
}
