package org.sockrates.transport.rdt.socket;

import org.sockrates.transport.rdt.Protocol;

/** A stream by selective repeat: a window of packets, and only what is missing again. */
public final class SelectiveRepeatTransport extends RdtTransport {
    /** For {@link java.util.ServiceLoader}. */
    public SelectiveRepeatTransport() {
        super(Protocol.SELECTIVE_REPEAT);
    }
}
