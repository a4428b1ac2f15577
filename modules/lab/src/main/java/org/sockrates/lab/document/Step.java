package org.sockrates.lab.document;

import java.util.List;
import java.util.Optional;
import org.sockrates.lab.expect.Expectation;

/**
 * One command of a lab and what it must show.
 *
 * @param line of the command, from 1 on
 * @param prompt the word before {@code >}; empty where there is none. For the reader; it changes nothing
 * @param command with placeholders still in it
 * @param points for this step alone
 * @param notes the comment lines above it, without {@code #}
 * @param hints what to say to a student who is stuck, the vaguest first
 * @param prediction what to ask before it runs
 */
public record Step(
        int line,
        String prompt,
        String command,
        Expectation expectation,
        int points,
        List<String> notes,
        List<String> hints,
        Optional<Prediction> prediction) {
    public Step {
        notes = List.copyOf(notes);
        hints = List.copyOf(hints);
    }

    /** The same with its command written otherwise. */
    public Step withCommand(String other) {
        return new Step(line, prompt, other, expectation, points, notes, hints, prediction);
    }

    /** As it stands in the lab: {@code tcp> listen door}. */
    public String prompted() {
        return prompt + "> " + command;
    }
}
