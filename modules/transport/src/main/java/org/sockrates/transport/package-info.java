/**
 * The nouns of the house: {@link org.sockrates.transport.Transport}, what it promises
 * ({@link org.sockrates.transport.Traits}), one socket ({@link org.sockrates.transport.TransportSocket}), the two roles
 * ({@link org.sockrates.transport.Server}, {@link org.sockrates.transport.Client}), and what every observer is fed with
 * ({@link org.sockrates.transport.SocketEvent}).
 *
 * <p>What must not live here: a socket, a thread, a clock that was not handed in, anything but the JDK.
 */
@NullMarked
package org.sockrates.transport;

import org.jspecify.annotations.NullMarked;
