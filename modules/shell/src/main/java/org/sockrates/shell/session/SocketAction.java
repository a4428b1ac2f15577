package org.sockrates.shell.session;

import java.io.IOException;

/** One call on a socket. */
@FunctionalInterface
public interface SocketAction {
    void run() throws IOException;
}
