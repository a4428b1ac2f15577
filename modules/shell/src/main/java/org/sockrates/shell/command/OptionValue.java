package org.sockrates.shell.command;

import com.beust.jcommander.IStringConverter;
import org.sockrates.shell.words.Word;

/**
 * Reads the value of one option that its type alone does not say how to read, for JCommander's {@code converter}. A value
 * that cannot be meant throws {@link org.sockrates.transport.UsageException}, which JCommander lets through.
 */
public interface OptionValue<T> extends IStringConverter<T> {
    /** Reads a value. */
    T read(Word word);

    @Override
    default T convert(String guarded) {
        return read(Word.unguarded(guarded));
    }
}
