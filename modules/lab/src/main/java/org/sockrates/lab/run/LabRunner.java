package org.sockrates.lab.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sockrates.lab.Interpreter;
import org.sockrates.lab.document.FrontMatter;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.expect.Placeholders;

/**
 * Runs labs, each on an interpreter of its own, one step after the other. A step that fails does not end the lab: the
 * rest is run and judged too, as a grader wants it. An interpreter that throws ends its own lab and no other.
 */
public final class LabRunner {
    private static final String USUAL_PATH = "loopback";
    private static final String NOT_STARTED = ", and the program was not started";

    /** A value that no program chooses, as what one takes: a server's is given, and a client begins when it is known. */
    private static final Set<String> OWN = Set.of(ProgramRole.PORT);

    private final InterpreterFactory interpreters;
    private final Abilities abilities;
    private final LabLimits limits;
    private final LabClock clock;
    private volatile boolean stopped;

    public LabRunner(InterpreterFactory interpreters, Abilities abilities, LabLimits limits, LabClock clock) {
        this.interpreters = interpreters;
        this.abilities = abilities;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Runs the labs one after the other.
     *
     * @return a result for each, in order
     */
    public List<LabResult> run(List<LabDocument> labs, LabListener listener) {
        List<LabResult> results = new ArrayList<>();
        labs.forEach(lab -> results.add(run(lab, listener)));
        return results;
    }

    /** Runs one lab. */
    public LabResult run(LabDocument lab, LabListener listener) {
        listener.labStarts(lab);
        LabResult result = missing(lab, abilities)
                .map(reason -> unrun(lab, LabVerdict.SKIPPED, reason))
                .orElseGet(() -> start(lab));
        listener.labEnds(result);
        return result;
    }

    /** Ends the run after the command under way; every lab from here on is interrupted. From any thread. */
    public void stop() {
        stopped = true;
    }

    /** Why a lab is skipped on such a machine: the first thing it lacks; empty where it has all. */
    public static Optional<String> missing(LabDocument lab, Abilities abilities) {
        FrontMatter above = lab.frontMatter();
        Stream<String> program = above.program().map(role -> ProgramRole.ABILITY).stream();
        return Stream.of(program, Stream.of(above.path().orElse(USUAL_PATH)), above.requires().stream())
                .flatMap(Function.identity())
                .distinct()
                .flatMap(ability -> abilities.missing(ability).map(why -> "requires " + ability + ": " + why).stream())
                .findFirst();
    }

    private LabResult start(LabDocument lab) {
        if (stopped) {
            return unrun(lab, LabVerdict.INTERRUPTED, "interrupted");
        }
        Interpreter interpreter;
        try {
            interpreter = interpreters.open(lab);
        } catch (IOException refused) {
            Absence absence = Absence.of(refused);
            return unrun(lab, absence.verdict(), absence.reason(), absence.remarks());
        } catch (RuntimeException thrown) {
            return stopped
                    ? unrun(lab, LabVerdict.INTERRUPTED, "interrupted")
                    : unrun(lab, LabVerdict.NOT_STARTED, threw(thrown));
        }
        long startNanos = clock.nanoTime();
        List<StepResult> results = new ArrayList<>();
        try (interpreter) {
            return run(lab, interpreter, startNanos, results);
        } catch (RuntimeException thrown) {
            return broken(lab, results, thrown, startNanos);
        }
    }

    /** What was done before is kept. */
    private LabResult broken(LabDocument lab, List<StepResult> done, RuntimeException thrown, long startNanos) {
        List<Step> left = lab.steps().subList(done.size(), lab.steps().size());
        String where = left.isEmpty() ? "" : "line " + left.get(0).line() + ": ";
        String reason = stopped ? "interrupted" : where + threw(thrown);
        Stream<StepResult> skipped = left.stream().map(step -> StepResult.skipped(step, reason));
        return new LabResult(
                lab,
                stopped ? LabVerdict.INTERRUPTED : LabVerdict.AT_FAULT,
                reason,
                Stream.concat(done.stream(), skipped).toList(),
                Duration.ofNanos(clock.nanoTime() - startNanos),
                List.of());
    }

    /** What is said of it; its trace is for the thread's handler. */
    private static String threw(RuntimeException thrown) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } catch (RuntimeException ofTheHandler) {
            // Java throws that away, too
        }
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return "its interpreter threw " + (message == null || message.isBlank() ? name : name + ": " + message);
    }

    /** @param results those of its steps, one after the other */
    private LabResult run(LabDocument lab, Interpreter interpreter, long startNanos, List<StepResult> results) {
        Duration limit = lab.frontMatter().limit().orElse(limits.lab());
        StepRunner runner = new StepRunner(interpreter, limits(lab, limit), clock, startNanos + limit.toNanos());
        String reason = "";
        Optional<Absence> absence = Optional.empty();
        for (Step step : lab.steps()) {
            if (reason.isEmpty()) {
                reason = stopped ? "interrupted" : runner.isOver() ? "time limit of " + text(limit) + " reached" : "";
            }
            if (reason.isEmpty() && Placeholders.usedBy(step.command()).contains(ProgramRole.PORT)) {
                absence = absence(interpreter);
                reason = absence.map(Absence::reason).orElse("");
            }
            results.add(reason.isEmpty() ? runner.run(step, () -> stopped) : StepResult.skipped(step, reason));
        }
        if (reason.isEmpty() && stopped && !results.get(results.size() - 1).passed()) {
            reason = "interrupted"; // in its last command, behind which nothing is left to skip
        }
        Duration took = Duration.ofNanos(clock.nanoTime() - startNanos);
        boolean cutShort = !reason.isEmpty();
        LabVerdict verdict = absence.map(Absence::verdict).orElseGet(() -> LabVerdict.of(results, stopped, cutShort));
        if (verdict != LabVerdict.INTERRUPTED) {
            Optional<String> unbegun = ownFault(lab, runner, interpreter);
            Optional<String> fault = unbegun.or(() -> unmeant(lab, results));
            if (fault.isPresent()) {
                verdict = unbegun.isPresent() ? LabVerdict.NOT_STARTED : LabVerdict.AT_FAULT;
                reason += (reason.isEmpty() ? "" : "; ") + "the lab's own fault: " + fault.get();
            }
        }
        List<String> remarks = verdict == LabVerdict.PASSED ? List.of() : interpreter.remarks();
        return new LabResult(lab, verdict, reason, results, took, remarks);
    }

    /** Why the program is not there that the next line asks. */
    private static Optional<Absence> absence(Interpreter interpreter) {
        try {
            interpreter.beforeAsking();
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(Absence.of(refused));
        }
    }

    /** A client that never learns whom to ask, or finds nobody, does not begin and has no part in it: what failed is the lab's own. */
    private static Optional<String> ownFault(LabDocument lab, StepRunner runner, Interpreter interpreter) {
        boolean client =
                lab.frontMatter().program().filter(ProgramRole.CLIENT::equals).isPresent();
        if (client && !runner.knows(ProgramRole.PORT)) {
            return Optional.of("no line captured {port}" + NOT_STARTED);
        }
        Optional<String> untold = lab.frontMatter().takes().stream()
                .flatMap(name -> untold(name, runner).stream())
                .findFirst();
        if (untold.isPresent()) {
            return untold;
        }
        return client && interpreter.shutOut()
                ? Optional.of("nobody listened at {port}" + NOT_STARTED)
                : Optional.empty();
    }

    /** Why a program cannot be told of something. */
    private static Optional<String> untold(String name, StepRunner runner) {
        Optional<String> value = runner.value(name);
        return value.isEmpty()
                ? Optional.of("no line captured {" + name + "}" + NOT_STARTED)
                : value.filter(word -> !ProgramRole.mayBeTold(word))
                        .map(word -> "{" + name + "} is " + word + " (expected: a port, an address, letters and digits,"
                                + " behind the first also . _ -)" + NOT_STARTED);
    }

    /**
     * The first line that failed, where it cannot be meant. Behind another it may speak of what that did not bring about; and
     * what it captured from a program's words is the program's.
     */
    private static Optional<String> unmeant(LabDocument lab, List<StepResult> results) {
        return results.stream()
                .filter(result -> !result.passed())
                .limit(1)
                .filter(first -> lab.frontMatter().program().isPresent())
                .filter(first -> first.verdict() instanceof StepResult.Failed failed && failed.refused())
                .filter(first -> Placeholders.usedBy(first.step().command()).stream()
                        .allMatch(name ->
                                OWN.contains(name) || lab.frontMatter().takes().contains(name)))
                .map(first -> "line " + first.step().line() + " cannot be meant")
                .findFirst();
    }

    /** A command may wait for the end of the program that is judged, and that may take as long as the lab. */
    private LabLimits limits(LabDocument lab, Duration whole) {
        return lab.frontMatter().program().isEmpty() ? limits : new LabLimits(whole, whole, limits.pause());
    }

    private static String text(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + "s" : limit.toMillis() + "ms";
    }

    private static LabResult unrun(LabDocument lab, LabVerdict verdict, String reason) {
        return unrun(lab, verdict, reason, List.of());
    }

    private static LabResult unrun(LabDocument lab, LabVerdict verdict, String reason, List<String> remarks) {
        List<StepResult> steps = lab.steps().stream()
                .map(step -> StepResult.skipped(step, reason))
                .toList();
        return new LabResult(lab, verdict, reason, steps, Duration.ZERO, remarks);
    }

    /**
     * Why what a lab is to judge is not there.
     *
     * @param verdict what that makes of the lab
     */
    private record Absence(LabVerdict verdict, String reason, List<String> remarks) {
        static Absence of(IOException refused) {
            String why = refused.getMessage() == null ? "no reason given" : refused.getMessage();
            if (refused instanceof SubmissionException failed) {
                return new Absence(LabVerdict.FAILED, why, failed.remarks());
            }
            return refused instanceof InterruptedIOException
                    ? new Absence(LabVerdict.INTERRUPTED, "interrupted", List.of())
                    : new Absence(LabVerdict.NOT_STARTED, why, List.of());
        }
    }
}
