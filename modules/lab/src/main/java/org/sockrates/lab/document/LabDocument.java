package org.sockrates.lab.document;

import java.nio.file.Path;
import java.util.List;

/**
 * A lab that was read and found well-formed: what stands above it, and its steps. Data; it cannot run itself.
 *
 * @param file as it was named
 * @param folder that nothing in it may leave, with what it reads there
 */
public record LabDocument(Path file, FrontMatter frontMatter, List<Step> steps, LabFolder folder) {
    /** The most that a lab, or one of its steps, may be worth. */
    static final int MOST_POINTS = 1000;

    public LabDocument {
        steps = List.copyOf(steps);
    }

    /** The last part of the file's name. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    /** The title, or the file's name where it has none. */
    public String title() {
        return frontMatter.title().orElse(name());
    }

    /** The points to be had: those of the lab, and those of its steps. Without any, the lab is worth one. */
    public int points() {
        return wholePoints() + steps.stream().mapToInt(Step::points).sum();
    }

    /** The points for all steps together; those of single steps are not among them. */
    public int wholePoints() {
        boolean stepsHave = steps.stream().anyMatch(step -> step.points() > 0);
        return frontMatter.points().orElse(stepsHave ? 0 : 1);
    }
}
