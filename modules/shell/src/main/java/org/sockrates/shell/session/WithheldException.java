package org.sockrates.shell.session;

import java.io.IOException;

/** A result that must not be written to a file, since whoever reads the file would take it for another. */
public final class WithheldException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    /** @param status what the command ends with where nothing else was wrong; not 0 */
    public WithheldException(String message, int status) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
