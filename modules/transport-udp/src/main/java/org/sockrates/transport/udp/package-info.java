/**
 * The UDP datagram behind Transport.
 */
@NullMarked
package org.sockrates.transport.udp;

import org.jspecify.annotations.NullMarked;
