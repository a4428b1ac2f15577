package org.sockrates.lab.document;

import java.util.List;

/**
 * A question to answer before the answer is shown.
 *
 * @param choices at least two, exactly one of them right
 * @param because why the right one is right; empty where the lab does not say
 */
public record Prediction(String question, List<Choice> choices, String because) {
    public Prediction {
        choices = List.copyOf(choices);
    }

    /** One answer to choose. */
    public record Choice(String text, boolean right) {}
}
