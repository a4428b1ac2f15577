package org.sockrates.lab.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Step;

/**
 * Looks whether a lab teaches: it asks, lets predict, helps, can fail and then costs points, is short, and ends in a sentence to remember. A
 * lab with findings runs all the same.
 */
public final class LabLinter {
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
        List<Step> steps = written.steps().stream()
                .map(step -> step.withCommand(inFull.apply(step.command())))
                .toList();
        LabDocument lab = new LabDocument(written.file(), written.frontMatter(), steps, written.folder());
        List<Finding> findings = new ArrayList<>(Review.findings(lab, drawsLots, proof));
        findings.addAll(JudgingSteps.findings(lab, proof));
        findings.sort(Comparator.comparingInt(Finding::line));
        return findings;
    }
}
