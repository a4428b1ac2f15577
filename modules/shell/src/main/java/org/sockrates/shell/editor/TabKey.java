package org.sockrates.shell.editor;

import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.Reference;

/**
 * What the Tab key does: it completes, or lists what could stand here. Meanwhile there is no tail tip; the line reader
 * would take the list away again to make room for it wherever the cursor stands behind a blank.
 *
 * <p>On a dumb terminal the system echoes the line and hands it over when it is ended: what Tab would complete nobody sees, and
 * what stands behind it would be joined with that. There it is a blank, as in a script.
 */
final class TabKey {
    private static final String TAB = "\t";
    private static final String WIDGET = "complete-without-tip";

    private TabKey() {}

    static void bind(LineReader reader, KeyMap<Binding> keys) {
        reader.setAutosuggestion(SuggestionType.TAIL_TIP);
        reader.getWidgets().put(WIDGET, () -> complete(reader));
        keys.bind(new Reference(WIDGET), TAB);
    }

    static void isABlank(KeyMap<Binding> keys) {
        keys.bind(new Reference(LineReader.SELF_INSERT), TAB);
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
