package org.sockrates.shell.editor;

import java.util.Map;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/**
 * The arrow keys, Home and End, in both forms there are: a terminal that is asked for application cursor keys ({@code ESC O A})
 * may go on sending the usual ones ({@code ESC [ A}), and the line reader knows only those of the terminal's description.
 */
final class CursorKeys {
    private static final Map<String, String> WIDGETS = Map.of(
            "A", LineReader.UP_LINE_OR_SEARCH,
            "B", LineReader.DOWN_LINE_OR_SEARCH,
            "C", LineReader.FORWARD_CHAR,
            "D", LineReader.BACKWARD_CHAR,
            "H", LineReader.BEGINNING_OF_LINE,
            "F", LineReader.END_OF_LINE);

    private CursorKeys() {}

    static void bind(KeyMap<Binding> keys) {
        WIDGETS.forEach((letter, widget) -> keys.bind(new Reference(widget), "\u001b[" + letter, "\u001bO" + letter));
    }
}
