package org.sockrates.shell.job;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.transport.Traits;

/**
 * Where a server serves.
 *
 * @param transport its name
 * @param backlog how many connections may wait to be accepted
 */
public record ServedAddress(String transport, Traits traits, InetSocketAddress address, int backlog) {

    /** The kernel's protocol it travels over, whose port it has. */
    public KernelProtocol protocol() {
        return KernelProtocol.of(traits);
    }

    /** Whether a socket of this protocol, with this address of its own, is where it serves. */
    public boolean isAt(KernelProtocol theirs, InetSocketAddress local) {
        InetAddress own = address.getAddress();
        boolean both = own instanceof Inet6Address; // Java's sockets of IPv6 take IPv4, too
        boolean everywhere = own.isAnyLocalAddress()
                && (both || own.getClass() == local.getAddress().getClass());
        return theirs == protocol()
                && local.getPort() == address.getPort()
                && (everywhere || local.getAddress().equals(own));
    }
}
