package org.sockrates.shell.command;

import com.beust.jcommander.IStringConverterInstanceFactory;
import com.beust.jcommander.Parameter;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.text.PercentText;
import org.sockrates.transport.text.WholeText;

/** Reads the values of options and the operands: what one may be, the type of its field says. */
final class ValueReaders implements IStringConverterInstanceFactory {
    private static final int MOST_COUNTED = 1_000_000;

    private static final Map<Class<?>, Reader> BY_TYPE = Map.of(
            Word.class, (option, word) -> word, // for the command to read
            String.class, (option, word) -> word.text(),
            Integer.class, (option, word) -> WholeText.parse(option, word.text(), 1, MOST_COUNTED), // how many
            Long.class, (option, word) -> WholeText.parseLong(option, word.text(), 0, Long.MAX_VALUE), // a seed
            Double.class, (option, word) -> PercentText.parse(option, word.text()) / 100, // a probability
            Duration.class, (option, word) -> DurationText.parse(option, word.text()));

    @FunctionalInterface
    private interface Reader {
        Object read(String option, Word word);
    }

    /** Null for a type that no value has: a switch's. */
    @Override
    public @Nullable OptionValue<?> getConverterInstance(Parameter declared, Class<?> type, String option) {
        Reader reader = BY_TYPE.get(type);
        return reader == null ? null : word -> reader.read(option, word);
    }
}
