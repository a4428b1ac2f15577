package org.sockrates.shell.job;

import java.net.InetSocketAddress;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.transport.Traits;

/**
 * Where a server serves.
 *
 * @param transport its name
 * @param backlog as asked for
 */
public record Serving(String transport, Traits traits, InetSocketAddress address, int backlog) {

    /** The kernel's protocol it travels over, whose port it has. */
    public KernelProtocol protocol() {
        return KernelProtocol.of(traits);
    }
}
