package org.sockrates.transport.text;

import org.sockrates.transport.UsageException;

/** Ports as people type them. */
public final class PortText {
    private PortText() {}

    /**
     * Reads the port of a peer.
     *
     * @return 1 to 65535
     * @throws UsageException for anything else
     */
    public static int parse(String where, String text) {
        return WholeText.parse(where, text, 1, 65535);
    }

    /**
     * Reads a port to bind.
     *
     * @return 0, which lets the system choose, to 65535
     */
    public static int parseOwn(String where, String text) {
        return WholeText.parse(where, text, 0, 65535);
    }
}
