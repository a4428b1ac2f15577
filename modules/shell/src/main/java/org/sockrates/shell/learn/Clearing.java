package org.sockrates.shell.learn;

import java.io.IOException;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;

/**
 * Takes away what a lab has left open, by abort (RFC 9293 §3.10.5) and not by goodbye: a FIN that is still repeated, or a
 * TIME-WAIT that holds a port, would meet the next lab on the same wire. It comes before servers are stopped, which say
 * goodbye to whoever is still there, and behind what would keep a reset from its peer.
 */
final class Clearing {
    private Clearing() {}

    static void of(Session session) {
        for (OpenSocket open : session.sockets().all()) {
            try {
                open.socket().abort();
            } catch (IOException gone) {
                // then nothing of it is left
            }
            session.sockets().remove(open);
        }
    }
}
