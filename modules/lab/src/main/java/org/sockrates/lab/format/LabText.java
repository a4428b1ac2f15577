package org.sockrates.lab.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabVerdict;
import org.sockrates.lab.run.StepResult;
import org.sockrates.lab.run.StepResult.Failed;
import org.sockrates.lab.run.StepResult.Inconclusive;
import org.sockrates.lab.run.StepResult.Skipped;

/** Results as people read them: plain text, safe to show, in lines of at most 80 columns but for those of a session. */
public final class LabText {
    static final int WIDTH = 80;

    private final UnaryOperator<String> escape;

    /** @param escape makes text from outside safe to show; one line stays one line */
    public LabText(UnaryOperator<String> escape) {
        this.escape = escape;
    }

    /** A lab's name, what came of it and why it did not run to its end, in one line. */
    public String verdict(LabResult result) {
        return escape(result.lab().name() + ": " + words(result));
    }

    /** What came of a lab and why it did not run to its end, not yet escaped. */
    static String words(LabResult result) {
        return word(result.verdict()) + (result.reason().isEmpty() ? "" : ": " + result.reason());
    }

    /** What needs a look is in capitals. */
    static String word(LabVerdict verdict) {
        String word = verdict.name().replace('_', ' ');
        boolean fine = verdict == LabVerdict.PASSED || verdict == LabVerdict.SKIPPED;
        return fine ? word.toLowerCase(Locale.ROOT) : word;
    }

    /** What came of a lab: one line, and under it whatever did not pass. */
    public List<String> lines(LabResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(result));
        if (!result.reason().isEmpty()) {
            lines.addAll(folded("      ", result.reason()));
        }
        result.steps().stream()
                .filter(step -> result.reason().isEmpty() || !(step.verdict() instanceof Skipped))
                .forEach(step -> lines.addAll(lines(result.lab(), step)));
        result.remarks().forEach(remark -> lines.addAll(folded("  ", remark)));
        return lines;
    }

    /**
     * Why a lab did not pass, in one line: what its first step has failed with, and why it did not run to its end; empty where it
     * passed. What failed while somebody interrupted it says nothing.
     */
    public String why(LabResult result) {
        String reason = escape(result.reason());
        String failed = result.steps().stream()
                .filter(step -> !step.passed())
                .filter(step -> reason.isEmpty() || !(step.verdict() instanceof Skipped))
                .filter(step -> result.verdict() != LabVerdict.INTERRUPTED)
                .findFirst()
                .map(step -> "line " + line(step) + ": " + why(step))
                .orElse("");
        return failed + (failed.isEmpty() || reason.isEmpty() ? "" : "; ") + reason;
    }

    /** The line of the file that tells why: the first that differs, or that of the command. */
    static int line(StepResult step) {
        int command = step.step().line();
        return step.verdict() instanceof Failed failed ? failed.difference().line(command) : command;
    }

    /** Why a step did not pass, in one line. */
    public String why(StepResult step) {
        if (step.verdict() instanceof Failed failed) {
            return escape(new ReasonText(failed.difference()).line());
        }
        return step.verdict() instanceof Inconclusive inconclusive
                ? "inconclusive: " + escape(inconclusive.reason())
                : "skipped";
    }

    /** Why a step did not pass; nothing where it did. */
    public List<String> lines(LabDocument lab, StepResult step) {
        if (step.verdict() instanceof Failed failed) {
            return new FailureText(this, lab, step).lines(failed.difference());
        }
        if (step.verdict() instanceof Inconclusive inconclusive) {
            return because(lab, step, "inconclusive: " + inconclusive.reason());
        }
        return step.verdict() instanceof Skipped skipped
                ? because(lab, step, "skipped: " + skipped.reason())
                : List.of();
    }

    /** What is wrong with a step, not yet escaped; empty where it passed, or could not run here and that is no fault. */
    static Optional<String> problem(LabResult result, StepResult step) {
        if (step.verdict() instanceof Failed failed) {
            return Optional.of(new ReasonText(failed.difference()).line());
        }
        if (step.verdict() instanceof Inconclusive inconclusive) {
            return Optional.of(inconclusive.reason());
        }
        return result.leftOut(step) ? Optional.of(result.reason()) : Optional.empty();
    }

    private List<String> because(LabDocument lab, StepResult step, String reason) {
        List<String> lines = new ArrayList<>(finding(lab, step.step().line(), reason + points(step.step())));
        lines.addAll(exactly("      ", step.step().prompted()));
        return lines;
    }

    /**
     * What is said of a place in a file, in lines of at most 80 columns; only the place stays whole, however long it is.
     *
     * @param said {@code file:line: what}, safe to show
     */
    public static List<String> finding(String said) {
        return Folding.finding("", said, WIDTH);
    }

    /** What a step would have earned, behind why it has not. */
    static String points(Step step) {
        return step.points() == 0 ? "" : " (" + step.points() + (step.points() == 1 ? " point)" : " points)");
    }

    private String headline(LabResult result) {
        String counts = result.passedSteps() + " of " + result.steps().size() + " steps";
        BigDecimal seconds = BigDecimal.valueOf(result.took().toNanos(), 9).setScale(2, RoundingMode.HALF_UP);
        String ending =
                String.format(Locale.ROOT, "  %s  %6s s", counts, seconds); // as %f it takes a first lab 5 ms more
        String name = escape(result.lab().name());
        int room = WIDTH - 14 - ending.length();
        String shown = name.length() <= room ? name : "..." + end(name, room - 3);
        return String.format(Locale.ROOT, "%-12s  %-" + room + "s%s", word(result.verdict()), shown, ending);
    }

    /** The end of a text, so long or shorter by one: a character of two code units is not cut. */
    private static String end(String text, int length) {
        int from = text.length() - length;
        return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }

    /** One line for all labs together. */
    public String summary(List<LabResult> results) {
        long passed = results.stream().filter(LabResult::passed).count();
        long skipped = results.stream()
                .filter(result -> result.verdict() == LabVerdict.SKIPPED)
                .count();
        boolean judged = results.stream().anyMatch(result -> result.verdict().judges());
        int earned = results.stream().mapToInt(LabResult::earned).sum();
        int possible = results.stream().mapToInt(LabResult::possible).sum();
        return passed + " of " + results.size() + " labs passed, " + (skipped == 0 ? "" : skipped + " skipped, ")
                + (judged ? earned : "n/a") + " of " + possible + " points";
    }

    String escape(String text) {
        return Printable.of(escape.apply(text));
    }

    /**
     * A command in as many lines as it takes, each behind an indent. Where a line ends stands one blank, unless it is full
     * to its last column: there a long word may go on.
     */
    List<String> exactly(String indent, String command) {
        return Folding.atBlanks(indent, Excerpt.of(escape(command)), WIDTH);
    }

    /** A sentence in as many lines as it takes, each behind an indent. */
    List<String> folded(String indent, String text) {
        return Folding.sentence(indent, Excerpt.of(escape(text)), WIDTH);
    }

    /** What is said of a line of a lab, in as many lines as it takes; those behind the first hang. */
    List<String> finding(LabDocument lab, int line, String what) {
        return Folding.finding("  ", Excerpt.of(escape(lab.file() + ":" + line + ": " + what)), WIDTH);
    }
}
