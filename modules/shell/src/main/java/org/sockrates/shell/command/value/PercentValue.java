package org.sockrates.shell.command.value;

import org.sockrates.shell.words.Word;
import org.sockrates.transport.text.PercentText;

/** A percentage with its sign, as a probability from 0 to 1. */
public final class PercentValue implements OptionValue<Double> {
    private final String option;

    /** @param option its name, for messages */
    public PercentValue(String option) {
        this.option = option;
    }

    @Override
    public Double read(Word word) {
        return PercentText.parse(option, word.text()) / 100;
    }
}
