package org.sockrates.shell.command.value;

import org.sockrates.shell.words.Word;

/** Any text. */
public final class TextValue implements OptionValue<String> {
    @Override
    public String read(Word word) {
        return word.text();
    }
}
