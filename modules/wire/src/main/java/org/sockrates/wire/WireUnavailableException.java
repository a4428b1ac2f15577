package org.sockrates.wire;

import java.io.IOException;

/** This machine, or this process, cannot have a wire; the message says why, what mends it, and which path works. */
public final class WireUnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param missing what is missing, and its mend */
    WireUnavailableException(String missing) {
        super("wire: " + missing + "; until then --path relay works here, without loss on TCP");
    }
}
