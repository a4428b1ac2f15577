package org.sockrates.shell.job;

import java.io.IOException;

/** A file that was named cannot be used: what it is, not who named it, is wrong. */
public final class BadFileException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param message {@code where: what: actual (expected: …)}, escaped; where several things are wrong, a line each */
    public BadFileException(String message) {
        super(message);
    }
}
