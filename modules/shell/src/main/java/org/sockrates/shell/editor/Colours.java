package org.sockrates.shell.editor;

import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/** What each kind of text looks like; all alike on a terminal without colours, and where NO_COLOR is set. */
final class Colours {
    private final boolean on;

    private Colours(boolean on) {
        this.on = on;
    }

    static Colours of(Terminal terminal, Map<String, String> environment) {
        Integer most = terminal.getNumericCapability(Capability.max_colors);
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Colours(!refused && most != null && most >= 8);
    }

    boolean on() {
        return on;
    }

    AttributedStyle known() {
        return style(AttributedStyle.GREEN);
    }

    AttributedStyle unknown() {
        return style(AttributedStyle.RED);
    }

    AttributedStyle quoted() {
        return style(AttributedStyle.YELLOW);
    }

    AttributedStyle number() {
        return style(AttributedStyle.CYAN);
    }

    AttributedStyle option() {
        return style(AttributedStyle.MAGENTA);
    }

    AttributedStyle comment() {
        return on ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT;
    }

    AttributedStyle news() {
        return style(AttributedStyle.CYAN);
    }

    AttributedStyle trouble() {
        return style(AttributedStyle.RED);
    }

    private AttributedStyle style(int colour) {
        return on ? AttributedStyle.DEFAULT.foreground(colour) : AttributedStyle.DEFAULT;
    }
}
