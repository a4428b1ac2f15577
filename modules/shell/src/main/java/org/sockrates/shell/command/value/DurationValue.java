package org.sockrates.shell.command.value;

import java.time.Duration;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.text.DurationText;

/** A duration with its unit: {@code 50ms}. */
public final class DurationValue implements OptionValue<Duration> {
    private final String option;

    /** @param option its name, for messages */
    public DurationValue(String option) {
        this.option = option;
    }

    @Override
    public Duration read(Word word) {
        return DurationText.parse(option, word.text());
    }
}
