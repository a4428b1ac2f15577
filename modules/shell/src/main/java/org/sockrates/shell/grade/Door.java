package org.sockrates.shell.grade;

import java.net.InetSocketAddress;
import java.util.List;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Phase;

/** Where a client is to ask: at a port that a line of its lab has captured. */
record Door(Session session, int port) {
    /** Whether a socket of the lab's is bound there and yet to listen, so that it refuses whoever asks now. */
    boolean isShut() {
        List<OpenSocket> own = own();
        return own.stream().anyMatch(socket -> hears(socket, Phase.BOUND))
                && own.stream().noneMatch(socket -> hears(socket, Phase.LISTENING));
    }

    private static boolean hears(OpenSocket socket, Phase streams) {
        boolean connects = socket.socket().transport().traits().connectionOriented();
        return connects && socket.socket().phase() == streams;
    }

    private List<OpenSocket> own() {
        return session.sockets().all().stream().filter(this::isThere).toList();
    }

    private boolean isThere(OpenSocket socket) {
        InetSocketAddress local = socket.socket().local();
        return local != null && local.getPort() == port;
    }
}
