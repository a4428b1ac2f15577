package org.sockrates.shell.wire;

import org.sockrates.shell.job.MissingAbilityException;

/** What a command says that needs a wire and is typed where there is none. */
final class NotOnTheWire {
    private NotOnTheWire() {}

    /** @param where the command, for the message */
    static MissingAbilityException of(String where) {
        return new MissingAbilityException(where + ": this session is not on the wire (expected: one that is); type "
                + " path wire  first, or start with  sockrates --path wire");
    }
}
