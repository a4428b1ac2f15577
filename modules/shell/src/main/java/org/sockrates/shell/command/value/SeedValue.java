package org.sockrates.shell.command.value;

import org.sockrates.shell.words.Word;
import org.sockrates.transport.text.WholeText;

/** A seed: any whole number from 0. */
public final class SeedValue implements OptionValue<Long> {
    private final String option;

    /** @param option its name, for messages */
    public SeedValue(String option) {
        this.option = option;
    }

    @Override
    public Long read(Word word) {
        return WholeText.parseLong(option, word.text(), 0, Long.MAX_VALUE);
    }
}
