/**
 * Messages on a stream: how their ends are marked ({@link org.sockrates.transport.framing.LengthPrefix}, {@link
 * org.sockrates.transport.framing.Delimiter}), how they are found again ({@link
 * org.sockrates.transport.framing.FrameReader}), and one view in which a stream and a datagram socket both carry whole
 * messages ({@link org.sockrates.transport.framing.Messages}).
 *
 * <p>Everything but {@code Messages} is without I/O. Every length a peer announces is checked before it is believed, and
 * memory grows with the bytes that came, never with a number somebody sent.
 */
@NullMarked
package org.sockrates.transport.framing;

import org.jspecify.annotations.NullMarked;
