package org.sockrates.shell.chart;

import org.jspecify.annotations.Nullable;
import org.sockrates.shell.command.OptionValue;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.text.WholeText;

/** How wide a chart is to be. */
public final class WidthValue implements OptionValue<Integer> {
    private static final int MOST = 500;

    private final String option;

    /** @param option its name, for messages */
    public WidthValue(String option) {
        this.option = option;
    }

    @Override
    public Integer read(Word word) {
        return WholeText.parse(option, word.text(), Chart.LEAST_WIDTH, MOST);
    }

    /** As wide as asked, or as the terminal where a chart may be so wide. */
    public static int columns(@Nullable Integer asked, int terminal) {
        return asked == null ? Math.max(Chart.LEAST_WIDTH, Math.min(terminal, MOST)) : asked;
    }
}
