package org.sockrates.transport.tcp;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The process has no file descriptor left for a newcomer, who waits in the backlog until a peer goes. That is said once
 * for each server: a server that is short of them is so a thousand times a minute.
 */
final class Shortage {
    private static final Logger LOG = System.getLogger(Shortage.class.getName());

    private volatile boolean said;

    void met(int peers) {
        if (!said) {
            said = true;
            LOG.log(
                    Level.WARNING,
                    "server: no file descriptor left at " + peers + " peers; further ones wait in the backlog");
        }
    }
}
