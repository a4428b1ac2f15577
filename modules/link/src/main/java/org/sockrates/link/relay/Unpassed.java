package org.sockrates.link.relay;

import org.sockrates.link.LinkReport;

/** Packets that a relay could not pass, whatever its links said. Not for two threads at once. */
final class Unpassed {
    private long unsent;
    private long unsentBytes;
    private long noSocket;
    private long noSocketBytes;

    /** The system did not take it. */
    void unsent(int bytes) {
        unsent++;
        unsentBytes += bytes;
    }

    /** Its client has no socket that stands for it. */
    void noSocket(int bytes) {
        noSocket++;
        noSocketBytes += bytes;
    }

    LinkReport addedTo(LinkReport report) {
        return report.lostAfter("unsent", unsent, unsentBytes).lostBefore("no-socket", noSocket, noSocketBytes);
    }
}
