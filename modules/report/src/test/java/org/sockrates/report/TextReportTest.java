package org.sockrates.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.compare.Unit;

class TextReportTest {
    @Test
    void twoTransportsAreReadAsTheyShouldBe() throws IOException {
        Golden.assertSame(whole(MadeUp.two()), "two.txt");
    }

    @Test
    void fiveTransportsAreSetInTablesThatFit() throws IOException {
        Golden.assertSame(whole(MadeUp.five()), "five.txt");
    }

    @Test
    void noLineIsWiderThanATerminalAndNoneEndsInABlank() {
        for (Comparison comparison : List.of(MadeUp.two(), MadeUp.five())) {
            assertThat(whole(comparison).lines())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotEndWith(" "));
        }
    }

    @Test
    void nothingThatMovesACursorReachesTheTerminal() {
        assertThat(whole(MadeUp.two()).chars()).allMatch(letter -> letter == '\n' || letter >= ' ');
        assertThat(whole(MadeUp.two())).doesNotContain("\u202e").contains("\\x1b[2J");
    }

    @Test
    void aLineOfADrawingThatIsTooLongGoesOnUnderItsBeginning() {
        String link = "link upstream delay 10ms limit 50 rate 8mbit downstream delay 10ms, congestion control reno";
        String widest = "[" + " ".repeat(71) + "]";
        Result drawn =
                new Result("d", "q?", "m", "f", List.of(), Map.of("tcp", List.of(link, "short  one", widest)), false);

        assertThat(TextReport.of(drawn).lines())
                .contains(
                        "  tcp  link upstream delay 10ms limit 50 rate 8mbit downstream delay 10ms,",
                        "       congestion control reno",
                        "       short  one",
                        "       " + widest);
    }

    @Test
    void aRowThatNobodyHasAndThatMayBeLeftOutIsOnlyNamed() {
        Measure kept = new Measure("p50", Unit.MICROSECONDS, "usual", true);
        Measure rare = new Measure("p99", Unit.MICROSECONDS, "rare", true);
        List<Metric> metrics = List.of(
                new Metric(kept, Map.of("tcp", Reading.measured(9, 40))),
                new Metric(rare, Map.of("tcp", new Reading.Absent("too few"))));
        Result result = new Result("d", "q?", "m", "f", metrics, Map.of(), false);

        assertThat(TextReport.of(result).lines())
                .contains("  p50  40.0  us    9", "  nobody has p99; --json says why")
                .noneMatch(line -> line.contains("too few"));
    }

    @Test
    void aRowOfNoughtsThatMayBeLeftOutIsNotEvenNamed() {
        Measure lost = new Measure("overrun", Unit.COUNT, "lost", true);
        Map<String, Reading> none = Map.of("tcp", Reading.measured(9, 0));
        Map<String, Reading> some = Map.of("tcp", new Reading.Measured(9, 0, 0, 4));
        Result quiet = new Result("d", "q?", "m", "f", List.of(new Metric(lost, none)), Map.of(), false);
        Result loud = new Result("d", "q?", "m", "f", List.of(new Metric(lost, some)), Map.of(), false);

        assertThat(TextReport.of(quiet)).doesNotContain("overrun");
        assertThat(TextReport.of(loud).lines()).contains("  overrun           0        9", "    least..most  0..4");
    }

    @Test
    void whoseNIsSmallIsToldWhereOthersHaveMore() {
        Measure reply = new Measure("reply", Unit.MICROSECONDS, "median");
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put("tcp", Reading.measured(8, 40));
        readings.put("rdt", Reading.measured(2, 50));
        Map<String, Reading> alike = Map.of("tcp", Reading.measured(2, 40));
        Result mixed = new Result("d", "q?", "m", "f", List.of(new Metric(reply, readings)), Map.of(), false);
        Result equal = new Result("d", "q?", "m", "f", List.of(new Metric(reply, alike)), Map.of(), false);

        assertThat(TextReport.of(mixed).lines()).contains("  reply  40.0  50.0 (1)  us    2..8", "  (1) rdt: n is 2");
        assertThat(TextReport.of(equal)).contains("  reply  40.0  us    2").doesNotContain("n is");
        Measure packets = new Measure("packets", Unit.COUNT, "all there were");
        Result counted = new Result("d", "q?", "m", "f", List.of(new Metric(packets, readings)), Map.of(), false);
        assertThat(TextReport.of(counted)).doesNotContain("n is");
    }

    @Test
    void whatHeldInSomeRunsOnlyHeldAtTimes() {
        Measure kept = new Measure("kept", Unit.YES_NO, "whether it held");
        Map<String, Reading> readings = Map.of("tcp", new Reading.Measured(9, 1, 0, 1));
        Result result = new Result("d", "q?", "m", "f", List.of(new Metric(kept, readings)), Map.of(), false);

        assertThat(TextReport.of(result).lines())
                .contains("  kept           at times  yes/no  9", "    least..most   no..yes");
    }

    @Test
    void theHeadingNamesACongestionControlThatWasChosen() {
        Comparison chosen = new Comparison(1, "wire", "", "reno", List.of("tcp"), 1, false, List.of());

        assertThat(TextReport.heading(chosen))
                .isEqualTo("compare: tcp over wire, congestion reno; no link; seed 1; 1 run each\n");
    }

    @Test
    void theHeadingNamesALinksSeedWhereItIsAnother() {
        Comparison other = new Comparison(42, "sim", "loss 5% seed 2", "", List.of("udp"), 1, false, List.of());

        assertThat(TextReport.heading(other))
                .isEqualTo("compare: udp over sim; link loss 5% seed 2; seed 42; 1 run each\n");
    }

    @Test
    void ofAnEvenNumberOfRunsTheHeadingSaysWhatTheMedianIs() {
        Comparison two = new Comparison(1, "loopback", "", "", List.of("udp"), 2, false, List.of());
        String rule = "median of 2 runs each (of the middle two the mean, of counts and shares one of them)";

        assertThat(TextReport.heading(two).replaceAll("\\s+", " ")).endsWith("; " + rule + " ");
        assertThat(JsonReport.document(two)).containsEntry("runs", rule);
    }

    @Test
    void aComparisonThatFoundNothingIsStillAText() {
        Comparison nothing = new Comparison(1, "loopback", "", "", List.of("tcp"), 1, true, List.of());

        assertThat(whole(nothing)).contains("interrupted").doesNotContain("null");
    }

    /** As it is shown, part by part. */
    private static String whole(Comparison comparison) {
        StringBuilder whole = new StringBuilder(TextReport.heading(comparison)).append('\n');
        comparison
                .experiments()
                .forEach(result -> whole.append(TextReport.of(result)).append('\n'));
        return whole.append(TextReport.summary(comparison)).toString();
    }
}
