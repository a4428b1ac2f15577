package org.sockrates.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.lab.document.Labs;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.StepResult.Failed;
import org.sockrates.lab.run.StepResult.Skipped;

/** Labs that judge a program: when it is there, and when it is not. */
final class JudgedProgramTest {
    @TempDir
    Path folder;

    private final ManualLabClock clock = new ManualLabClock();
    private final FakeInterpreter shell = new FakeInterpreter();
    private Labs labs;

    @BeforeEach
    void setUp() {
        labs = new Labs(folder);
    }

    private LabResult run(String text) {
        return new LabRunner(lab -> shell, Abilities.ALL, LabLimits.USUAL, clock)
                .run(labs.good("a.lab", text), LabListener.SILENT);
    }

    @Test
    void aProgramThatDoesNotComeUpHasFailed() {
        LabRunner beside = new LabRunner(
                lab -> {
                    throw new SubmissionException("echo 7: ended with status 1");
                },
                Abilities.ALL,
                LabLimits.USUAL,
                clock);
        LabResult result = beside.run(labs.good("a.lab", "# points: 3\n> a\n"), LabListener.SILENT);
        assertThat(result.verdict()).isEqualTo(LabVerdict.FAILED);
        assertThat(result.reason()).isEqualTo("echo 7: ended with status 1");
        assertThat(result.earned()).isZero();
        assertThat(result.possible()).isEqualTo(3);
        assertThat(result.steps()).allMatch(step -> step.verdict() instanceof Skipped);
    }

    @Test
    void aLabThatJudgesAProgramIsSkippedWhereNoneIsNamed() {
        LabRunner alone = new LabRunner(
                lab -> shell,
                ability -> ability.equals(ProgramRole.ABILITY) ? Optional.of("none is named") : Optional.empty(),
                LabLimits.USUAL,
                clock);
        LabResult result =
                alone.run(labs.good("a.lab", "---\nprogram: server\n---\n> connect {port}\n"), LabListener.SILENT);
        assertThat(result.verdict()).isEqualTo(LabVerdict.SKIPPED);
        assertThat(result.reason()).isEqualTo("requires program: none is named");
        assertThat(shell.lines).isEmpty();
    }

    @Test
    void whatIsGivenIsThereBeforeTheFirstLineAndIsNotCaughtAnew() {
        shell.given.put("port", "8080");
        shell.on("connect 8080", 0, "to 9090");
        LabResult result = run("---\nprogram: server\n---\n> connect {port}\nto {port}\n");
        assertThat(shell.lines).containsExactly("connect 8080");
        assertThat(result.steps().get(0).verdict())
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.difference().reason()).isEqualTo("{port} is 8080, here 9090"));
    }

    @Test
    void tellsWhatALineCapturedBeforeTheNextOne() {
        shell.on("bind", 0, "port 8080", "wrong").on("status", 0);
        shell.whenAsked = () -> shell.captured.add(shell.lines.get(shell.lines.size() - 1));
        run("> bind\nport {port}\nright\n> status\n");
        assertThat(shell.captured).containsExactly("bind", "port=8080", "status");
    }

    @Test
    void whatIsInterruptedWhileItOpensIsNoFaultOfTheLab() {
        LabRunner[] opening = new LabRunner[1];
        opening[0] = new LabRunner(
                lab -> {
                    opening[0].stop();
                    throw new IOException("interrupted");
                },
                Abilities.ALL,
                LabLimits.USUAL,
                clock);
        assertThat(opening[0]
                        .run(labs.good("a.lab", "> a\n"), LabListener.SILENT)
                        .verdict())
                .isEqualTo(LabVerdict.INTERRUPTED);
    }
}
