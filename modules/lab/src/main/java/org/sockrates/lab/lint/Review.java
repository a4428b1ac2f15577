package org.sockrates.lab.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.sockrates.lab.document.FrontMatter;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.expect.Captures;
import org.sockrates.lab.expect.Check;
import org.sockrates.lab.expect.Doubt;

/** One lab, read as a teacher would, first as a whole, then step by step. */
final class Review {
    private static final int MOST_LINES = 40;

    /** Commands that show what somebody's program does; what the lab itself sets up is not judged. */
    private static final Pattern JUDGES = Pattern.compile(
            "(accept|client|journal|ladder|link log|program(?! +type)|rdt check|recv|recvfrom|status)\\b.*");

    /** A form of a payload that quotes make a text of. */
    private static final Pattern QUOTED_FORM =
            Pattern.compile("(?:\"(hex:[0-9a-fA-F ]*|#[0-9]+)\"|'(hex:[0-9a-fA-F ]*|#[0-9]+)')");

    private final LabDocument lab;
    private final FrontMatter above;
    private final Predicate<String> drawsLots;
    private final Function<String, Proof> proof;
    private final List<Finding> findings = new ArrayList<>();

    private Review(LabDocument lab, Predicate<String> drawsLots, Function<String, Proof> proof) {
        this.lab = lab;
        this.above = lab.frontMatter();
        this.drawsLots = drawsLots;
        this.proof = proof;
    }

    /** What is missing in it, as {@link LabLinter#lint} says, but in no order. */
    static List<Finding> findings(LabDocument lab, Predicate<String> drawsLots, Function<String, Proof> proof) {
        Review review = new Review(lab, drawsLots, proof);
        review.whole();
        lab.steps().forEach(review::step);
        return review.findings;
    }

    private void whole() {
        int first = lab.steps().get(0).line();
        require(above.title().isPresent(), 1, "no title", "title: in the front matter");
        require(above.question().isPresent(), 1, "no question", "question: that students get wrong");
        require(hasPrediction(), first, "no prediction", "predict: with choices");
        require(hasHint(), first, "no hint", "# hint: above a step that is hard");
        require(above.remember().isPresent(), 1, "nothing to remember", "remember: one sentence");
        require(above.source().isPresent(), 1, "no source", "source: an RFC or a man page");
        require(!isRandomWithoutSeed(), 1, "a link without a seed", "seed: so that all see the same");
        int lines = lineCount();
        require(lines <= MOST_LINES, first, lines + " lines of session", "at most " + MOST_LINES);
        require(
                lab.steps().stream().anyMatch(Review::canFail),
                first,
                "a shell that does nothing passes",
                "a line that must come");
    }

    private void step(Step step) {
        int line = step.line();
        require(!failsForNothing(step), line, "this step can fail and has no points", "# points: above it");
        require(
                step.points() == 0 || !takesAnything(step),
                line,
                "this step has points for whatever is shown",
                "a line that must come, beside ...");
        QUOTED_FORM
                .matcher(step.command())
                .results()
                .map(MatchResult::group)
                .forEach(quoted -> find(line, quoted + " is text here, as it stands", "no quotes, for the bytes"));
        for (Doubt doubt : step.expectation().doubts()) {
            String what = doubt.written() + " is text here, and must come";
            find(doubt.line(), what, doubt.meant() + "? for text, (equal) behind it");
        }
        step.expectation().fleeting().stream()
                .filter(value -> !isNamed(value.written()))
                .forEach(value -> find(value.line(), value.written() + " is another one each time", value.meant()));
    }

    private void require(boolean holds, int line, String what, String expected) {
        if (!holds) {
            find(line, what, expected);
        }
    }

    private void find(int line, String what, String expected) {
        findings.add(new Finding(lab, line, what, expected));
    }

    // --- the whole --------------------------------------------------------------------------------------------------

    private boolean hasPrediction() {
        return above.prediction().isPresent()
                || lab.steps().stream().map(Step::prediction).anyMatch(Optional::isPresent);
    }

    private boolean hasHint() {
        return !above.hints().isEmpty()
                || lab.steps().stream().anyMatch(step -> !step.hints().isEmpty());
    }

    private boolean isRandomWithoutSeed() {
        boolean draws = above.link()
                .filter(link -> !link.contains("seed"))
                .filter(drawsLots)
                .isPresent();
        return draws && above.seed().isEmpty();
    }

    private int lineCount() {
        return lab.steps().stream()
                .mapToInt(step -> 1 + step.expectation().lineCount())
                .sum();
    }

    // --- a step -----------------------------------------------------------------------------------------------------

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
    private boolean failsForNothing(Step step) {
        return JudgingSteps.onlyStepsHavePoints(lab)
                && step.points() == 0
                && JUDGES.matcher(step.command()).matches()
                && !JudgingSteps.isSilence(step)
                && canFail(step);
    }

    // A port that a command names is not the system's choice; a file may name any.
    private boolean isNamed(String value) {
        boolean port = value.matches("[0-9]+");
        return lab.steps().stream()
                .map(Step::command)
                .anyMatch(command -> command.contains(value) || (port && command.startsWith("source ")));
    }
}
