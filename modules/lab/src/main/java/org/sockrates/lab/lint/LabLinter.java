package org.sockrates.lab.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.sockrates.lab.document.FrontMatter;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.expect.Captures;
import org.sockrates.lab.expect.Check;
import org.sockrates.lab.expect.Doubt;

/**
 * Looks whether a lab teaches: it asks, lets predict, helps, can fail and then costs points, is short, and ends in a sentence to remember. A
 * lab with findings runs all the same.
 */
public final class LabLinter {
    private static final int MOST_LINES = 40;

    /** Commands that show what somebody's program does; what the lab itself sets up is not judged. */
    private static final Pattern JUDGES = Pattern.compile(
            "(accept|client|journal|ladder|link log|program(?! +type)|rdt check|recv|recvfrom|status)\\b.*");

    /** A form of a payload that quotes make a text of. */
    private static final Pattern QUOTED_FORM =
            Pattern.compile("(?:\"(hex:[0-9a-fA-F ]*|#[0-9]+)\"|'(hex:[0-9a-fA-F ]*|#[0-9]+)')");

    private final Predicate<String> drawsLots;
    private final UnaryOperator<String> inFull;
    private final Function<String, Proof> proof;

    /**
     * Knows no words of its own.
     *
     * @param drawsLots whether lots decide anything on a link of these words, so that its seed matters
     * @param inFull a command's line with its word in full, where it is shortened
     * @param proof what a command of this line proves, whose word is in full
     */
    public LabLinter(Predicate<String> drawsLots, UnaryOperator<String> inFull, Function<String, Proof> proof) {
        this.drawsLots = drawsLots;
        this.inFull = inFull;
        this.proof = proof;
    }

    /** What is missing, in the order of the file; nothing is run. */
    public List<Finding> lint(LabDocument written) {
        LabDocument lab = new LabDocument(
                written.file(),
                written.frontMatter(),
                written.steps().stream()
                        .map(step -> step.withCommand(inFull.apply(step.command())))
                        .toList());
        List<Finding> findings = new ArrayList<>();
        FrontMatter above = lab.frontMatter();
        require(above.title().isPresent(), lab, 1, "no title", "title: in the front matter", findings);
        require(above.question().isPresent(), lab, 1, "no question", "question: that students get wrong", findings);
        int first = lab.steps().get(0).line();
        require(hasPrediction(lab), lab, first, "no prediction", "predict: with choices", findings);
        require(hasHint(lab), lab, first, "no hint", "# hint: above a command that is hard", findings);
        require(above.remember().isPresent(), lab, 1, "nothing to remember", "remember: one sentence", findings);
        require(above.source().isPresent(), lab, 1, "no source", "source: an RFC or a man page", findings);
        require(
                !isRandomWithoutSeed(above),
                lab,
                1,
                "a link without a seed",
                "seed: so that all see the same",
                findings);
        int lines = lineCount(lab);
        require(lines <= MOST_LINES, lab, first, lines + " lines of session", "at most " + MOST_LINES, findings);
        require(canFail(lab), lab, first, "a shell that does nothing passes", "a line that must come", findings);
        for (Step step : lab.steps()) {
            require(
                    !failsForNothing(lab, step),
                    lab,
                    step.line(),
                    "this step can fail and has no points",
                    "# points: above it",
                    findings);
            require(
                    step.points() == 0 || !takesAnything(step),
                    lab,
                    step.line(),
                    "this step has points for whatever is shown",
                    "a line that must come, beside ...",
                    findings);
            QUOTED_FORM
                    .matcher(step.command())
                    .results()
                    .map(MatchResult::group)
                    .forEach(quoted -> findings.add(new Finding(
                            lab, step.line(), quoted + " is text here, as it stands", "no quotes, for the bytes")));
            for (Doubt doubt : step.expectation().doubts()) {
                String what = doubt.written() + " is text here, and must come";
                String expected = doubt.meant() + "? for text, (equal) behind it";
                findings.add(new Finding(lab, doubt.line(), what, expected));
            }
            step.expectation().fleeting().stream()
                    .filter(value -> !isNamed(lab, value.written()))
                    .forEach(value -> findings.add(new Finding(
                            lab, value.line(), value.written() + " is another one each time", value.meant())));
        }
        findings.addAll(JudgingSteps.findings(lab, proof));
        findings.sort(Comparator.comparingInt(Finding::line));
        return findings;
    }

    // A port that a command names is not the system's choice; a file may name any.
    private static boolean isNamed(LabDocument lab, String value) {
        boolean port = value.matches("[0-9]+");
        return lab.steps().stream()
                .map(Step::command)
                .anyMatch(command -> command.contains(value) || (port && command.startsWith("source ")));
    }

    private static void require(
            boolean holds, LabDocument lab, int line, String what, String expected, List<Finding> findings) {
        if (!holds) {
            findings.add(new Finding(lab, line, what, expected));
        }
    }

    private static boolean hasPrediction(LabDocument lab) {
        return lab.frontMatter().prediction().isPresent()
                || lab.steps().stream().map(Step::prediction).anyMatch(Optional::isPresent);
    }

    private static boolean hasHint(LabDocument lab) {
        return !lab.frontMatter().hints().isEmpty()
                || lab.steps().stream().anyMatch(step -> !step.hints().isEmpty());
    }

    private boolean isRandomWithoutSeed(FrontMatter above) {
        boolean draws = above.link()
                .filter(link -> !link.contains("seed"))
                .filter(drawsLots)
                .isPresent();
        return draws && above.seed().isEmpty();
    }

    private static int lineCount(LabDocument lab) {
        return lab.steps().stream()
                .mapToInt(step -> 1 + step.expectation().lineCount())
                .sum();
    }

    // A lab that holds whatever happens checks nothing.
    private static boolean canFail(LabDocument lab) {
        return lab.steps().stream().anyMatch(LabLinter::canFail);
    }

    private static boolean canFail(Step step) {
        return !(step.expectation().check(List.of(), 0, Captures.NONE) instanceof Check.Holds);
    }

    // Of others ... leaves that they must succeed.
    private boolean takesAnything(Step step) {
        return proof.apply(step.command()) == Proof.BY_WHAT_IT_SHOWS
                && !canFail(step)
                && step.expectation().check(List.of("any line"), 0, Captures.NONE) instanceof Check.Holds;
    }

    // A program that has all points and has failed is a riddle to who wrote it.
    private static boolean failsForNothing(LabDocument lab, Step step) {
        return lab.frontMatter().program().isPresent()
                && lab.frontMatter().points().isEmpty()
                && lab.steps().stream().anyMatch(other -> other.points() > 0)
                && step.points() == 0
                && JUDGES.matcher(step.command()).matches()
                && !JudgingSteps.isSilence(step)
                && canFail(step);
    }
}
