package org.sockrates.shell.session;

import java.io.IOException;

/** A number that no open socket has: what C answers with EBADF. */
public final class BadDescriptorException extends IOException {
    private static final long serialVersionUID = 1;

    private final int number;

    /** @param why what became of it */
    BadDescriptorException(int number, String why) {
        super(why);
        this.number = number;
    }

    public int number() {
        return number;
    }
}
