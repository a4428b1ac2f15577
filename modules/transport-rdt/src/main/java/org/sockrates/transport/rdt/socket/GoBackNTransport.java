package org.sockrates.transport.rdt.socket;

import org.sockrates.transport.rdt.Protocol;

/** A stream by go-back-N: a window of packets, and all of them again. */
public final class GoBackNTransport extends RdtTransport {
    /** For {@link java.util.ServiceLoader}. */
    public GoBackNTransport() {
        super(Protocol.GO_BACK_N);
    }
}
