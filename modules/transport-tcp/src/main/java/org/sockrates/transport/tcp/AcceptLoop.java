package org.sockrates.transport.tcp;

import java.io.IOException;
import org.sockrates.transport.TransportSocket;

/** Steps 4 and 5 of a TCP server: accept peers and hold a conversation with each. One file for each style. */
@FunctionalInterface
interface AcceptLoop {
    /** Runs until the door is closed; trouble with one peer ends that peer only. */
    void run(TransportSocket door, Conversation conversation, PeerTable peers) throws IOException;
}
