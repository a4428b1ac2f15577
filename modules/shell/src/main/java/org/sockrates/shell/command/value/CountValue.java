package org.sockrates.shell.command.value;

import org.sockrates.shell.words.Word;
import org.sockrates.transport.text.WholeText;

/** How many: from 1 to a million. */
public final class CountValue implements OptionValue<Integer> {
    private final String option;

    /** @param option its name, for messages */
    public CountValue(String option) {
        this.option = option;
    }

    @Override
    public Integer read(Word word) {
        return WholeText.parse(option, word.text(), 1, 1_000_000);
    }
}
