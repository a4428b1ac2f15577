package org.sockrates.shell.command;

import com.beust.jcommander.Parameter;
import org.sockrates.capture.ladder.Drawing;
import org.sockrates.shell.session.Defaults;
import org.sockrates.transport.UsageException;

/** What a picture is to be made of, where a line says it; else what the session's drawings are made of. */
public final class DrawingOptions {
    @Parameter(names = "--ascii", description = "plain ASCII instead of box drawing, and of dots")
    private boolean ascii;

    @Parameter(names = "--words", description = "a ladder in words, a line a row, to be heard or felt")
    private boolean words;

    /** Whether one was typed. */
    public boolean any() {
        return ascii || words;
    }

    public boolean words() {
        return words;
    }

    /**
     * What was typed, or the session's.
     *
     * @param command that was typed
     * @throws UsageException when both were
     */
    public Drawing drawing(String command, Defaults defaults) {
        if (ascii && words) {
            throw new UsageException(command + ": --ascii with --words (expected: one of them)");
        }
        return ascii ? Drawing.ASCII : words ? Drawing.WORDS : defaults.drawing();
    }
}
