package org.sockrates.shell.command.value;

import org.sockrates.shell.words.Word;

/** The word itself, for the command to read. */
public final class WordValue implements OptionValue<Word> {
    @Override
    public Word read(Word word) {
        return word;
    }
}
