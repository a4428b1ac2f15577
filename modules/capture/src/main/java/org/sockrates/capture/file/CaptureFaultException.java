package org.sockrates.capture.file;

import java.io.IOException;
import org.sockrates.transport.SafeText;

/** A capture file is not what its format says: {@code capture: FILE: offset 1234: block length 7 (expected: …)}. */
public final class CaptureFaultException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param offset where in the file, in bytes from its beginning */
    CaptureFaultException(String file, long offset, String what, String expected) {
        super("capture: " + SafeText.escape(file) + ": offset " + offset + ": " + what + " (expected: " + expected
                + ")");
    }
}
