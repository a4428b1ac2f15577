package org.sockrates.shell.editor;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal this process was started in. */
public final class Terminals {
    /** Kept, so that its level is not lost with it. */
    private static final Logger LINE_EDITOR = Logger.getLogger("org.jline");

    private Terminals() {}

    /** The terminal; a dumb one where the system's cannot do more. */
    public static Terminal open() throws IOException {
        LINE_EDITOR.setLevel(Level.SEVERE);
        return TerminalBuilder.builder()
                .name("sockrates")
                .system(true)
                .dumb(true)
                .graphemeCluster(false)
                .build();
    }
}
