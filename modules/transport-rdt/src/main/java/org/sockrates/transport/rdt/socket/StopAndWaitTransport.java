package org.sockrates.transport.rdt.socket;

import org.sockrates.transport.rdt.Protocol;

/** A stream by stop-and-wait: one packet, then its acknowledgement. */
public final class StopAndWaitTransport extends RdtTransport {
    /** For {@link java.util.ServiceLoader}. */
    public StopAndWaitTransport() {
        super(Protocol.STOP_AND_WAIT);
    }
}
