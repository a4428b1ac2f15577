package org.sockrates.shell.wire;

import java.io.IOException;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.session.Session;

/** What a command says that needs a wire and is typed where there is none. */
public final class NotOnTheWire {
    private NotOnTheWire() {}

    /**
     * The place of a session on the wire.
     *
     * @param where the command, for the message
     * @throws MissingAbilityException where this machine can have no wire, or the session is elsewhere
     */
    public static WirePlace require(String where, Session session, WireAccess wire) throws IOException {
        if (session.place() instanceof WirePlace place) {
            return place;
        }
        wire.require();
        throw new MissingAbilityException(where + ": this session is not on the wire (expected: one that is); type "
                + " path wire  first, or start with  sockrates --path wire");
    }
}
