/**
 * UDP (RFC 768) behind {@link org.sockrates.transport.Transport}, over {@link java.nio.channels.DatagramChannel}.
 *
 * <p>Read {@code UdpClient} and {@code UdpServer} first, beside their TCP sisters: what is missing is the lesson.
 */
@NullMarked
package org.sockrates.transport.udp;

import org.jspecify.annotations.NullMarked;
