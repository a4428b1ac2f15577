/**
 * Sockets for connections that are made in user space: Berkeley's calls in front of a machine ({@link
 * org.sockrates.transport.rdt.Connection}), an {@link org.sockrates.transport.rdt.socket.Underlay} below it. Knows neither
 * which machine nor whether time is real.
 */
@NullMarked
package org.sockrates.transport.rdt.socket;

import org.jspecify.annotations.NullMarked;
