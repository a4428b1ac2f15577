package org.sockrates.app;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.sockrates.transport.SafeText;

/**
 * Where it goes what a class of somebody's prints to {@code System.out} or {@code System.err}: line by line, escaped, to the
 * stream of diagnostics, and not without end. Results have a stream of their own and never come here.
 */
final class StrayOutput extends OutputStream {
    /** The lines that are shown. */
    static final int MOST_LINES = 100;

    private static final int MOST_BYTES = 1000;

    private final PrintStream err;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int lines;

    StrayOutput(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void write(int unit) {
        if (lines > MOST_LINES) {
            return;
        }
        if (unit != '\n') {
            line.write(unit);
        }
        if (unit == '\n' || line.size() >= MOST_BYTES) {
            tell();
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count && lines <= MOST_LINES; i++) {
            write(bytes[i]);
        }
    }

    /** Shows a line that has no end yet. */
    @Override
    public synchronized void close() {
        if (line.size() > 0) {
            tell();
        }
    }

    private void tell() {
        lines++;
        err.println(
                lines > MOST_LINES
                        ? "printed: more than " + MOST_LINES + " lines by a class (expected: fewer); no more are shown"
                        : SafeText.escape(line.toByteArray()));
        line.reset();
    }
}
