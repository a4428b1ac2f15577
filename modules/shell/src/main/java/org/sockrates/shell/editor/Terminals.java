package org.sockrates.shell.editor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.nativ.JLineNativeLoader;
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
            Terminal terminal = builder().exec(false).ffm(false).dumb(false).build();
            takeAway(JLineNativeLoader.getNativeLibraryPath());
            return terminal;
        } catch (IOException | IllegalStateException noNativeCode) {
            return builder().dumb(true).build();
        }
    }

    /**
     * The file the native code was loaded from, and the one beside it that says it is in use. On Unix a library needs its
     * file no longer once it is loaded; and a process that is killed, or that another takes the place of, would leave both.
     */
    private static void takeAway(@Nullable String library) throws IOException {
        if (library != null && File.separatorChar == '/') {
            Files.deleteIfExists(Path.of(library));
            Files.deleteIfExists(Path.of(library + ".lck"));
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

    /** How high it is now; one that does not say shows whatever it is given. */
    static int rows(Terminal terminal) {
        int told = terminal.getSize().getRows();
        return told <= 0 ? Integer.MAX_VALUE : told;
    }
}
