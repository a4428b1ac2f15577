package org.sockrates.shell.job;

import java.net.InetSocketAddress;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.transport.Traits;

/**
 * Where a server serves.
 *
 * @param transport its name
 * @param backlog how many connections may wait to be accepted
 */
public record Serving(String transport, Traits traits, InetSocketAddress address, int backlog) {

    /** The kernel's protocol it travels over, whose port it has. */
    public KernelProtocol protocol() {
        return KernelProtocol.of(traits);
    }

    /** Whether a socket of this protocol, with this address of its own, is where it serves. */
    public boolean isAt(KernelProtocol theirs, InetSocketAddress local) {
        boolean everywhere = address.getAddress().isAnyLocalAddress();
        return theirs == protocol()
                && local.getPort() == address.getPort()
                && (everywhere || local.getAddress().equals(address.getAddress()));
    }
}
