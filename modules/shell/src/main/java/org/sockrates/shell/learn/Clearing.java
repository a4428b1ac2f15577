package org.sockrates.shell.learn;

import java.io.IOException;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;

/**
 * Takes away what a lab has left open, by abort (RFC 9293 §3.10.5) and not by goodbye: a FIN that is still repeated, or a
 * TIME-WAIT that holds a port, would meet the next lab on the same wire.
 */
final class Clearing {
    private Clearing() {}

    static void of(Session session) {
        for (OpenSocket open : session.sockets().all()) {
            try {
                open.socket().option("SO_LINGER", "0");
            } catch (IOException none) {
                // a datagram socket, or one that only listens: nothing of it outlives its close
            }
        }
    }
}
