package org.sockrates.shell.job;

import java.io.IOException;

/** This machine, or this build, cannot do what was asked. */
public final class MissingAbilityException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param message what is missing, and what to do about it */
    public MissingAbilityException(String message) {
        super(message);
    }
}
