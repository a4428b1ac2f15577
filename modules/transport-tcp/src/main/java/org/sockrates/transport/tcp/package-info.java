/**
 * TCP (RFC 9293) behind {@link org.sockrates.transport.Transport}, over {@code java.nio.channels}.
 *
 * <p>Read {@link org.sockrates.transport.tcp.TcpClient} and {@link org.sockrates.transport.tcp.TcpServer} first: they are
 * the textbook. {@code TcpSocket} is how Java's channels are made to behave like Berkeley's sockets.
 */
@NullMarked
package org.sockrates.transport.tcp;

import org.jspecify.annotations.NullMarked;
