package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import org.sockrates.transport.rdt.ProtocolEnd;

/** Stands where a protocol's end could not be made; the run is over before it is asked anything. */
final class NoEnd implements ProtocolEnd {
    @Override
    public boolean hasRoom() {
        return false;
    }

    @Override
    public void send(ByteBuffer message, long nowNanos) {
        throw new IllegalStateException("there is no end");
    }

    @Override
    public void arrived(ByteBuffer packet, long nowNanos) {
        // nobody is there
    }

    @Override
    public void timeout(long nowNanos) {
        // nobody is there
    }

    @Override
    public boolean allAcknowledged() {
        return false;
    }
}
