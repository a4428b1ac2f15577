package org.sockrates.lab.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sockrates.lab.document.FrontMatter;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.expect.Captures;
import org.sockrates.lab.expect.Check;

/**
 * Looks whether a lab teaches: it asks, lets predict, helps, can fail, is short, and ends in a sentence to remember. A
 * lab with findings runs all the same.
 */
public final class LabLinter {
    private static final int MOST_LINES = 40;

    private final Predicate<String> drawsLots;

    /** @param drawsLots whether lots decide anything on a link of these words, so that its seed matters */
    public LabLinter(Predicate<String> drawsLots) {
        this.drawsLots = drawsLots;
    }

    /** What is missing; nothing is run. */
    public List<Finding> lint(LabDocument lab) {
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
        return findings;
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
        return lab.steps().stream()
                .anyMatch(step -> !(step.expectation().check(List.of(), 0, Captures.NONE) instanceof Check.Holds));
    }
}
