package org.sockrates.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.bench.figure.Figure.Basis;

class ReportTest {
    private static final Figure HELD = new Figure(
            "tcp \"bulk\"",
            "Gbit/s at the receiver",
            "iperf3",
            List.of(62.0, 60.4),
            List.of(31.0, 30.2),
            Basis.RATIO,
            Bound.atLeast(1.5));
    private static final Figure MISSED = Figure.alone("late", "ms", List.of(2.5), Bound.atMost(2));
    private static final Figure UNSURE = Figure.alone("odd", "ms", List.of(3.0, 1.0, 4.0), Bound.atMost(2));
    private static final Skipped SKIPPED = new Skipped("udp", "sockperf not found (Debian: sockperf)");
    private static final Failed FAILED = new Failed("start", "no prompt");

    @Test
    void holdsWhenEverythingThatWasMeasuredReachedItsGoal() {
        assertThat(report(HELD, SKIPPED).holds()).isTrue();
        assertThat(report(HELD, MISSED).holds()).isFalse();
        assertThat(report(FAILED).holds()).isFalse();
    }

    @Test
    void aTableHasNoLineLongerThanAScreenIsWide() {
        List<String> lines = TableText.of(section(HELD, MISSED, SKIPPED, FAILED));

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(TableText.head()).hasSizeLessThanOrEqualTo(80);
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("iperf3", "61.2", "30.6", "2.00", "ok"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("late", "2.50", "<= 2", "MISSED"));
        assertThat(lines).contains("  skipped: sockperf not found (Debian: sockperf)", "  failed: no prompt");
    }

    @Test
    void aMarkOfTheTableIsToldBelowItAndOnlyThere() {
        assertThat(TableText.of(section(HELD, UNSURE)))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .anySatisfy(line -> assertThat(line).contains("odd", "3.00", "<= 2", "MISSED?"))
                .last()
                .asString()
                .contains("?: ");
        assertThat(TableText.of(section(HELD, MISSED))).noneMatch(line -> line.contains("?"));
    }

    @Test
    void jsonHasEveryValueAndEscapesNames() {
        String json = JsonText.of(report(HELD, SKIPPED, FAILED));

        assertThat(json)
                .contains("\"schema\": \"sockrates/bench/1\"")
                .contains("\"tcp \\\"bulk\\\"\"")
                .contains("\"ours\": [62.0000, 60.4000], \"peers\": [31.0000, 30.2000]")
                .contains("\"skipped\": \"sockperf not found (Debian: sockperf)\"")
                .contains("\"failed\": \"no prompt\"")
                .contains("\"kernel\": \"Linux\"");
    }

    @Test
    void markdownHasARowForEveryFinding() {
        String page = MarkdownText.of(report(HELD, MISSED, SKIPPED, FAILED));

        assertThat(page)
                .contains("| tcp \"bulk\" / iperf3 | Gbit/s at the receiver | 61.2 | 30.6 | 2.00 | 2.00 … 2.00 | 2 |")
                .contains("| late | ms | 2.50 |  |  | 2.50 … 2.50 | 1 | <= 2 | **missed** |")
                .contains("skipped: sockperf not found")
                .contains("`scripts/bench bulk`");
    }

    private static Report report(Finding... findings) {
        return new Report("scripts/bench bulk", Map.of("kernel", "Linux"), List.of(section(findings)));
    }

    private static Section section(Finding... findings) {
        return new Section("bulk", List.of("one stream"), List.of(findings));
    }
}
