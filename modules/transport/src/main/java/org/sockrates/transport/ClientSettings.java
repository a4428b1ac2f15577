package org.sockrates.transport;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.sockrates.transport.text.HostText;

/**
 * Whom a client asks and how long it is patient.
 *
 * @param server whom to ask; the wildcard is this machine, as the system takes it
 * @param limit for each call that waits, above zero
 */
public record ClientSettings(InetSocketAddress server, Duration limit) {
    public ClientSettings {
        server = HostText.reached(server); // an answer comes from there
        if (limit.isZero() || limit.isNegative()) {
            throw new UsageException("limit", limit.toString(), "more than 0");
        }
    }
}
