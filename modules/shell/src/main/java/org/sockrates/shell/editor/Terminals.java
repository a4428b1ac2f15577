package org.sockrates.shell.editor;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.text.Fold;

/** Opens the terminal this process was started in. */
public final class Terminals {
    /** Kept, so that its level is not lost with it. */
    private static final Logger LINE_EDITOR = Logger.getLogger("org.jline");

    private static final int LEAST_COLUMNS = 40;
    private static final int MOST_COLUMNS = 250;

    private Terminals() {}

    /**
     * The terminal; a dumb one where the system's cannot do more. A well-known terminal is opened without starting
     * another program: asking {@code infocmp} and {@code test} what is known already takes longer than all the rest.
     */
    public static Terminal open() throws IOException {
        LINE_EDITOR.setLevel(Level.SEVERE);
        knowWithoutAsking(System.getenv("TERM"));
        Terminal terminal = system();
        if (terminal instanceof DumbTerminal) {
            Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
        }
        return terminal;
    }

    /** A dumb one does not hear of Ctrl-C by itself. */
    private static Terminal system() throws IOException {
        try {
            return builder().exec(false).ffm(false).dumb(false).build();
        } catch (IOException | IllegalStateException noNativeCode) {
            return builder().dumb(true).build();
        }
    }

    private static TerminalBuilder builder() {
        return TerminalBuilder.builder().name("sockrates").system(true).graphemeCluster(false);
    }

    static void knowWithoutAsking(@Nullable String type) {
        String known = type == null ? null : InfoCmp.getDefaultInfoCmp(type);
        if (known != null) {
            InfoCmp.setLoadedInfoCmp(type, known);
        }
    }

    /** How wide it is now, within reason; one that does not say is as wide as our lines are. */
    static int columns(Terminal terminal) {
        int told = terminal.getSize().getColumns();
        return told < LEAST_COLUMNS ? Fold.WIDTH : Math.min(told, MOST_COLUMNS);
    }
}
