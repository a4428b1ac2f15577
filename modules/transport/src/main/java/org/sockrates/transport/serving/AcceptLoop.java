package org.sockrates.transport.serving;

import java.io.IOException;
import org.sockrates.transport.TransportSocket;

/** Steps 4 and 5 of a TCP server: accept peers and hold a dialogue with each. One file for each style. */
@FunctionalInterface
public interface AcceptLoop {
    /** Runs until the door is closed; trouble with one peer ends that peer only. */
    void run(TransportSocket door, Dialogue dialogue, PeerTable peers) throws IOException;
}
