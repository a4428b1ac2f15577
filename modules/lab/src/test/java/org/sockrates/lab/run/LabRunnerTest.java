package org.sockrates.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Labs;
import org.sockrates.lab.run.StepResult.Failed;
import org.sockrates.lab.run.StepResult.Inconclusive;
import org.sockrates.lab.run.StepResult.Passed;
import org.sockrates.lab.run.StepResult.Skipped;

final class LabRunnerTest {
    private final ManualLabClock clock = new ManualLabClock();
    private final FakeInterpreter shell = new FakeInterpreter();
    private final LabRunner runner = new LabRunner(lab -> shell, Abilities.ALL, LabLimits.USUAL, clock);
    private final Labs labs = new Labs();

    private LabResult run(String text) {
        return runner.run(labs.good("a.lab", text), LabListener.SILENT);
    }

    private LabResult runWithout(String ability, String why, String text) {
        Abilities poor = asked -> asked.equals(ability) ? Optional.of(why) : Optional.empty();
        return new LabRunner(lab -> shell, poor, LabLimits.USUAL, clock)
                .run(labs.good("a.lab", text), LabListener.SILENT);
    }

    @Test
    void passesWhenEveryStepShowsWhatItMust() {
        shell.on("bind", 0, "port 8080").on("connect 8080", 4, "refused");
        LabResult result = run("> bind\nport {port}\n> connect {port}\nrefused\n[4]\n");
        assertThat(result.verdict()).isEqualTo(LabVerdict.PASSED);
        assertThat(result.passed()).isTrue();
        assertThat(result.reason()).isEmpty();
        assertThat(result.passedSteps()).isEqualTo(2);
        assertThat(result.steps()).allMatch(step -> step.verdict() instanceof Passed && step.runs() == 1);
        assertThat(result.steps().get(1).command()).isEqualTo("connect 8080");
        assertThat(shell.lines).containsExactly("bind", "connect 8080");
        assertThat(shell.closed).isOne();
    }

    @Test
    void goesOnAfterAFailure() {
        shell.on("a", 0, "wrong").on("b", 0, "right");
        LabResult result = run("> a\nright\n> b\nright\n");
        assertThat(result.verdict()).isEqualTo(LabVerdict.FAILED);
        assertThat(result.steps().get(0).failed()).isTrue();
        assertThat(result.steps().get(0).shown()).containsExactly("wrong");
        assertThat(result.steps().get(1).passed()).isTrue();
        assertThat(result.passedSteps()).isOne();
    }

    @Test
    void keepsWhatAFailedStepCapturedBeforeItFailed() {
        shell.on("bind", 0, "port 8080", "broken").on("connect 8080", 0);
        LabResult result = run("> bind\nport {port}\nready\n> connect {port}\n");
        assertThat(result.steps().get(1).passed()).isTrue();
    }

    @Test
    void skipsAStepWhoseValueWasNeverCaptured() {
        shell.on("bind", 1, "failed").on("close", 0);
        LabResult result = run("> bind\nport {port}\n> connect {port}\n> close\n");
        assertThat(result.verdict()).isEqualTo(LabVerdict.FAILED);
        assertThat(result.steps().get(1).verdict())
                .isEqualTo(new Skipped("no value for {port}: no line above captured it"));
        assertThat(result.steps().get(1).runs()).isZero();
        assertThat(result.steps().get(2).passed()).isTrue();
        assertThat(shell.lines).containsExactly("bind", "close");
    }

    @Test
    void whatAStepShouldHaveCapturedAndDidNotIsCapturedFromNoLaterLine() {
        shell.on("accept", 4, "failed").on("program", 0, "it is 4", "4");
        LabResult result = run("> accept\nport {n}\n> see {n}\nway {m}\n> program\n...\nit is {n}\n...\n"
                + "> program\nit is {n:1..5}\n{m}\n> program\nit is {k}\n{k}\n");
        assertThat(reason(result, 2)).isEqualTo("no value for {n}: no line above captured it");
        assertThat(reason(result, 3)).isEqualTo("no value for {m}: no line above captured it");
        assertThat(result.steps().get(4).passed()).isTrue();
    }

    private static String reason(LabResult result, int step) {
        return ((Failed) result.steps().get(step).verdict()).difference().reason();
    }

    @Test
    void aStepThatPassedWithoutCapturingIsNotSaidToHaveFailed() {
        shell.on("bind", 0, "something else").on("close", 0);
        LabResult result = run("> bind\n...\nport {port} (?)\n...\n> connect {port}\n> close\n");
        assertThat(result.steps().get(0).passed()).isTrue();
        assertThat(result.steps().get(1).verdict())
                .isEqualTo(new Skipped("no value for {port}: no line above captured it"));
        assertThat(result.verdict()).isEqualTo(LabVerdict.INCONCLUSIVE);
        assertThat(run("> bind\n...\nport {p} (?)\n...\n> bind\nsomething {p}\n")
                        .passed())
                .isTrue();
    }

    @Test
    void eventuallyTriesAgainUntilItHolds() {
        shell.on("status", 0, "SYN-SENT").on("status", 0, "SYN-SENT").on("status", 0, "ESTABLISHED");
        LabResult result = run("> status\n(eventually 2s)\nESTABLISHED\n");
        assertThat(result.verdict()).isEqualTo(LabVerdict.PASSED);
        assertThat(result.steps().get(0).runs()).isEqualTo(3);
        assertThat(result.steps().get(0).took()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void eventuallyGivesUpWhenItsTimeIsUp() {
        shell.on("status", 0, "SYN-SENT");
        LabResult result = run("> status\n(eventually 1s)\nESTABLISHED\n");
        assertThat(result.verdict()).isEqualTo(LabVerdict.FAILED);
        assertThat(result.steps().get(0).runs()).isEqualTo(21);
        assertThat(result.steps().get(0).took()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void eventuallyNeverOutlivesTheLab() {
        shell.on("status", 0, "SYN-SENT");
        LabResult result = run("---\nlimit: 1s\n---\n> status\n(eventually 60s)\nESTABLISHED\n> status\nSYN-SENT\n");
        assertThat(result.steps().get(0).took()).isEqualTo(Duration.ofSeconds(1));
        assertThat(result.steps().get(1).verdict()).isEqualTo(new Skipped("time limit of 1s reached"));
        assertThat(result.verdict()).isEqualTo(LabVerdict.FAILED);
        assertThat(result.reason()).isEqualTo("time limit of 1s reached");
    }

    @Test
    void whatIsWaitedForAProgramIsNotTheLabsTime() {
        shell.whenAsked = () -> {
            clock.sleep(Duration.ofSeconds(4));
            shell.pardoned = Duration.ofSeconds(3);
        };
        shell.on("a", 0);
        LabResult result = run("---\nlimit: 5s\n---\n> a\n> a\n> a\n");
        assertThat(shell.limits).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(4));
        assertThat(result.verdict()).isEqualTo(LabVerdict.TIMED_OUT);
        assertThat(result.took()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void stepsHaveTheirLimitAndTheLabHasOne() {
        shell.whenAsked = () -> clock.sleep(Duration.ofSeconds(4));
        shell.on("a", 0);
        LabResult result = run("---\nlimit: 10500ms\n---\n> a\n> a\n> a\n> a\n");
        assertThat(shell.limits)
                .containsExactly(Duration.ofSeconds(10), Duration.ofMillis(6500), Duration.ofMillis(2500));
        assertThat(result.verdict()).isEqualTo(LabVerdict.TIMED_OUT);
        assertThat(result.reason()).isEqualTo("time limit of 10500ms reached");
        assertThat(result.passedSteps()).isEqualTo(3);
        assertThat(result.took()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void aCommandEndedAtItsLimitTimesTheLabOut() {
        shell.endedAtItsLimit("recv", "recv: time limit").on("close", 0);
        LabResult result = run("> recv\nhello\n> close\n");
        assertThat(result.steps().get(0).verdict())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.timedOut()).isTrue());
        assertThat(result.verdict()).isEqualTo(LabVerdict.TIMED_OUT);
        assertThat(run("> recv\nrecv: time limit\n[124]\n").verdict()).isEqualTo(LabVerdict.PASSED);
    }

    @Test
    void aCommandThatWaitedInVainByItselfFails() {
        shell.on("recv", 124, "recv: nothing came").on("close", 0);
        LabResult result = run("> recv\nhello\n> close\n");
        assertThat(result.steps().get(0).verdict())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.timedOut()).isFalse());
        assertThat(result.verdict()).isEqualTo(LabVerdict.FAILED);
    }

    @Test
    void isInconclusiveWhenAPatternNeverEnds() {
        shell.on("a", 0, "a".repeat(500));
        LabResult result = run("> a\n" + "*a".repeat(30) + "b (glob)\n");
        assertThat(result.verdict()).isEqualTo(LabVerdict.INCONCLUSIVE);
        assertThat(result.steps().get(0).verdict()).isEqualTo(new Inconclusive("the pattern does not come to an end"));
    }

    @Test
    void isSkippedWhenAnAbilityIsMissing() {
        LabResult result = runWithout("tun", "no /dev/net/tun", "---\nrequires: [ipv6, tun]\n---\n> a\n");
        assertThat(result.verdict()).isEqualTo(LabVerdict.SKIPPED);
        assertThat(result.reason()).isEqualTo("requires tun: no /dev/net/tun");
        assertThat(result.steps())
                .extracting(StepResult::verdict)
                .containsExactly(new Skipped("requires tun: no /dev/net/tun"));
        assertThat(shell.lines).isEmpty();
    }

    @Test
    void thePathItNamesIsAnAbilityItNeeds() {
        LabResult result = runWithout("wire", "no /dev/net/tun", "---\npath: wire\nrequires: wire\n---\n> a\n");
        assertThat(result.verdict()).isEqualTo(LabVerdict.SKIPPED);
        assertThat(result.reason()).isEqualTo("requires wire: no /dev/net/tun");
    }

    @Test
    void isNotStartedWhenThereIsNoInterpreter() {
        LabRunner broken = new LabRunner(
                lab -> {
                    throw new IOException(lab.name().equals("b.lab") ? null : "relay: port 80 in use");
                },
                Abilities.ALL,
                LabLimits.USUAL,
                clock);
        LabResult result = broken.run(labs.good("a.lab", "> a\n"), LabListener.SILENT);
        assertThat(result.verdict()).isEqualTo(LabVerdict.NOT_STARTED);
        assertThat(result.reason()).isEqualTo("relay: port 80 in use");
        assertThat(broken.run(labs.good("b.lab", "> a\n"), LabListener.SILENT).reason())
                .isEqualTo("no reason given");
    }

    @Test
    void stopsWhenTold() {
        shell.whenAsked = runner::stop;
        shell.on("a", 0);
        List<LabResult> results =
                runner.run(List.of(labs.good("a.lab", "> a\n> a\n"), labs.good("b.lab", "> a\n")), LabListener.SILENT);
        assertThat(results)
                .extracting(LabResult::verdict)
                .containsExactly(LabVerdict.INTERRUPTED, LabVerdict.INTERRUPTED);
        assertThat(results.get(0).steps().get(0).passed()).isTrue();
        assertThat(results.get(0).steps().get(1).verdict()).isEqualTo(new Skipped("interrupted"));
        assertThat(shell.lines).hasSize(1);
        assertThat(shell.closed).isOne();
    }

    @Test
    void whatIsStoppedInItsLastCommandIsInterruptedAndHasNotFailed() {
        shell.whenAsked = runner::stop;
        shell.on("accept", 130, "accept(3) = -1 EINTR (Interrupted system call)");
        LabResult result = run("> accept\naccept(3) = 4\n");
        assertThat(result.verdict()).isEqualTo(LabVerdict.INTERRUPTED);
        assertThat(result.reason()).isEqualTo("interrupted");
    }

    @Test
    void whatIsStoppedIsNotTriedAgain() {
        shell.whenAsked = runner::stop;
        shell.on("a", 0, "not yet");
        assertThat(run("> a\n(eventually 20s)\nnow\n").verdict()).isEqualTo(LabVerdict.INTERRUPTED);
        assertThat(shell.lines).hasSize(1);
    }

    @Test
    void stoppingAfterTheLastStepChangesNothing() {
        shell.whenAsked = runner::stop;
        shell.on("a", 0);
        assertThat(run("> a\n").verdict()).isEqualTo(LabVerdict.PASSED);
    }

    @Test
    void theListenerIsToldEverythingInOrder() {
        LabListener listener = mock(LabListener.class);
        shell.on("a", 0);
        LabDocument lab = labs.good("a.lab", "> a\n> a\n");
        LabResult result = runner.run(lab, listener);
        InOrder order = inOrder(listener);
        order.verify(listener).labStarts(lab);
        order.verify(listener).labEnds(result);
        order.verifyNoMoreInteractions();
    }
}
