package org.sockrates.capture.file;

import java.io.IOException;
import org.sockrates.transport.SafeText;

/** A capture file is not what its format says: {@code capture: FILE: offset 1234: block length 7 (expected: …)}. */
public final class CaptureFaultException extends IOException {
    private static final long serialVersionUID = 1;

    private final String line;
    private final long offset;

    CaptureFaultException(String file, long offset, String what, String expected) {
        this(
                "capture: " + SafeText.escape(file) + ": offset " + offset + ": " + what + " (expected: " + expected
                        + ")",
                offset);
    }

    private CaptureFaultException(String line, long offset) {
        super(line);
        this.line = line;
        this.offset = offset;
    }

    /** The message. */
    public String line() {
        return line;
    }

    /** Where in the file, in bytes from its beginning. */
    public long offset() {
        return offset;
    }
}
