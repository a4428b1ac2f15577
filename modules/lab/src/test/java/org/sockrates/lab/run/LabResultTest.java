package org.sockrates.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Labs;

final class LabResultTest {
    @ParameterizedTest
    @CsvSource({
        "PASSED, 0",
        "PASSED SKIPPED, 0",
        "SKIPPED SKIPPED, 5",
        "FAILED PASSED, 1",
        "INCONCLUSIVE PASSED, 1",
        "SKIPPED TIMED_OUT, 124",
        "TIMED_OUT FAILED, 1",
        "NOT_STARTED PASSED, 4",
        "NOT_STARTED TIMED_OUT, 124",
        "AT_FAULT PASSED, 4",
        "INTERRUPTED FAILED, 130",
    })
    void theExitStatusIsThatOfTheWorst(String verdicts, int status) {
        LabDocument lab = new Labs().good("a.lab", "> a\n");
        List<LabResult> results = Arrays.stream(verdicts.split(" "))
                .map(verdict ->
                        new LabResult(lab, LabVerdict.valueOf(verdict), "", List.of(), Duration.ZERO, List.of()))
                .toList();
        assertThat(LabResult.exitStatus(results)).isEqualTo(status);
    }

    @Test
    void whatWasNotTriedToItsEndSaysNothingOfWhatWasJudged() {
        assertThat(LabVerdict.values())
                .filteredOn(verdict -> !verdict.judges())
                .containsExactly(
                        LabVerdict.SKIPPED, LabVerdict.NOT_STARTED, LabVerdict.AT_FAULT, LabVerdict.INTERRUPTED);
    }

    @Test
    void withoutResultsThereIsNoStatus() {
        assertThatThrownBy(() -> LabResult.exitStatus(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointsAreEarnedByStepsAndByTheWhole() {
        FakeInterpreter shell = new FakeInterpreter().on("a", 0, "x").on("b", 0, "y");
        LabRunner runner = new LabRunner(lab -> shell, Abilities.ALL, LabLimits.USUAL, new ManualLabClock());
        Labs labs = new Labs();
        LabResult half = runner.run(
                labs.good("a.lab", "---\npoints: 10\n---\n# points: 3\n> a\nx\n# points: 4\n> b\nz\n"),
                LabListener.SILENT);
        assertThat(half.earned()).isEqualTo(3);
        assertThat(half.possible()).isEqualTo(17);
        LabResult whole = runner.run(labs.good("b.lab", "> a\nx\n"), LabListener.SILENT);
        assertThat(whole.earned()).isEqualTo(1);
        assertThat(whole.possible()).isEqualTo(1);
    }

    @Test
    void limitsAreAboveZero() {
        Duration second = Duration.ofSeconds(1);
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            assertThatThrownBy(() -> new LabLimits(wrong, second, second)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new LabLimits(second, wrong, second)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new LabLimits(second, second, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theSystemsClockSleepsAsLongAsItIsTold() {
        SystemLabClock clock = new SystemLabClock();
        long before = clock.nanoTime();
        clock.sleep(Duration.ofMillis(5));
        assertThat(clock.nanoTime() - before).isGreaterThanOrEqualTo(5_000_000);
    }
}
