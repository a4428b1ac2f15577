package org.sockrates.shell.editor;

import java.util.Objects;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.Reference;

/**
 * What the Tab key does: it completes, or lists what could stand here. Meanwhile there is no tail tip; the line reader
 * would take the list away again to make room for it wherever the cursor stands behind a blank.
 */
final class TabKey {
    private static final String WIDGET = "complete-without-tip";

    private TabKey() {}

    static void bind(LineReader reader) {
        reader.setAutosuggestion(SuggestionType.TAIL_TIP);
        reader.getWidgets().put(WIDGET, () -> complete(reader));
        Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN), "the main key map")
                .bind(new Reference(WIDGET), "\t");
    }

    private static boolean complete(LineReader reader) {
        reader.setAutosuggestion(SuggestionType.NONE);
        try {
            reader.callWidget(LineReader.EXPAND_OR_COMPLETE);
        } finally {
            reader.setAutosuggestion(SuggestionType.TAIL_TIP);
        }
        return true;
    }
}
