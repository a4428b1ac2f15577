package org.sockrates.lab.run;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.sockrates.lab.Interpreter;
import org.sockrates.lab.Interpreter.Outcome;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.expect.Captures;
import org.sockrates.lab.expect.Check;
import org.sockrates.lab.expect.Placeholders;
import org.sockrates.lab.run.StepResult.Failed;
import org.sockrates.lab.run.StepResult.Inconclusive;
import org.sockrates.lab.run.StepResult.Passed;
import org.sockrates.lab.run.StepResult.Verdict;

/** Runs the steps of one lab, and carries what they capture from one to the next. Judges them; prints nothing. */
public final class StepRunner {
    private final Interpreter interpreter;
    private final LabLimits limits;
    private final LabClock clock;
    private final long deadlineNanos;
    private Captures captures = Captures.NONE;

    StepRunner(Interpreter interpreter, LabLimits limits, LabClock clock, long deadlineNanos) {
        this.interpreter = interpreter;
        this.limits = limits;
        this.clock = clock;
        this.deadlineNanos = deadlineNanos;
        interpreter.given().forEach((name, value) -> captures = captures.with(name, value, Captures.GIVEN));
    }

    /** For somebody who takes a lab step by step, with as much time in between as he likes. */
    public static StepRunner unhurried(Interpreter interpreter, LabLimits limits, LabClock clock) {
        return new StepRunner(
                interpreter,
                limits,
                clock,
                clock.nanoTime() + Duration.ofDays(365).toNanos());
    }

    /** A step's command, with what was captured so far in its place. */
    public String command(Step step) {
        return captures.substitute(step.command());
    }

    /** Whether a placeholder has a value by now. */
    boolean knows(String placeholder) {
        return captures.find(placeholder).isPresent();
    }

    /** What a placeholder has caught by now. */
    Optional<String> value(String placeholder) {
        return captures.find(placeholder).map(Captures.Capture::value);
    }

    /** Whether the lab's time is up. */
    boolean isOver() {
        return leftNanos() <= 0;
    }

    private long leftNanos() {
        return deadlineNanos + interpreter.pardoned().toNanos() - clock.nanoTime();
    }

    /**
     * Runs the next step, again and again where it says {@code eventually}.
     *
     * @param stopped whether somebody wants an end, so that it is not tried again
     */
    public StepResult run(Step step, BooleanSupplier stopped) {
        StepResult result = tried(step, stopped);
        if (!result.passed()) {
            captures = captures.missed(step.expectation().captures());
        }
        return result;
    }

    private StepResult tried(Step step, BooleanSupplier stopped) {
        Set<String> unbound = Placeholders.usedBy(step.command()).stream()
                .filter(name -> captures.find(name).isEmpty())
                .collect(Collectors.toSet());
        if (!unbound.isEmpty()) {
            return StepResult.skipped(step, Captures.noValue(unbound.iterator().next()));
        }
        String command = command(step);
        long startNanos = clock.nanoTime();
        Optional<Duration> eventually = step.expectation().eventually();
        long untilNanos = startNanos + eventually.orElse(Duration.ZERO).toNanos();
        for (int runs = 1; ; runs++) {
            Outcome outcome = interpreter.interpret(command, limit());
            Check check = step.expectation().check(outcome.lines(), outcome.status(), captures);
            boolean again = check instanceof Check.Differs
                    && !stopped.getAsBoolean()
                    && clock.nanoTime() - untilNanos < 0
                    && !isOver();
            if (!again) {
                Duration took = Duration.ofNanos(clock.nanoTime() - startNanos);
                return new StepResult(step, command, outcome.lines(), judge(step, check, outcome), took, runs);
            }
            clock.sleep(limits.pause());
        }
    }

    private Duration limit() {
        Duration left = Duration.ofNanos(Math.max(1, leftNanos()));
        return left.compareTo(limits.step()) < 0 ? left : limits.step();
    }

    private Verdict judge(Step step, Check check, Outcome outcome) {
        if (check instanceof Check.Holds holds) {
            captures = holds.captures();
            tellCaptured(step);
            return new Passed();
        }
        if (check instanceof Check.Differs differs) {
            captures = differs.captures(); // so that later steps can be judged for themselves
            tellCaptured(step);
            return new Failed(differs.difference(), outcome.timedOut(), outcome.refused());
        }
        return new Inconclusive(((Check.Undecided) check).reason());
    }

    private void tellCaptured(Step step) {
        for (String name : step.expectation().captures()) {
            captures.find(name).ifPresent(capture -> interpreter.captured(name, capture.value()));
        }
    }
}
