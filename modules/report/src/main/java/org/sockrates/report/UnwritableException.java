package org.sockrates.report;

import java.io.IOException;

/** An output that was asked for could not be written: a file, not the network and not the lab. */
public final class UnwritableException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param message {@code where: file: what (expected: …); next step}, not yet escaped */
    public UnwritableException(String message) {
        super(message);
    }
}
