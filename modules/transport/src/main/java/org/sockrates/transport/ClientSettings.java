package org.sockrates.transport;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Whom a client asks and how long it is patient.
 *
 * @param server whom to ask
 * @param limit for each call that waits, above zero
 */
public record ClientSettings(InetSocketAddress server, Duration limit) {}
