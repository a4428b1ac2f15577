package org.sockrates.transport.serving;

import java.io.IOException;
import org.sockrates.transport.TransportSocket;

/** The middle of a server of connections: accept peers and hold a dialogue with each, so many at a time. */
@FunctionalInterface
public interface AcceptLoop {
    /** Runs until the door is closed; trouble with one peer ends that peer only. */
    void run(TransportSocket door, Dialogue dialogue, PeerTable peers) throws IOException;
}
