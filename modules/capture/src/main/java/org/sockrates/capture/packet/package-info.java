/**
 * One packet's bytes, read where they lie: views that point into a buffer without allocating
 * ({@link org.sockrates.capture.packet.PacketView}), and records made from them to show and to analyse
 * ({@link org.sockrates.capture.packet.Decoded}); and keys of maps made of them, whose hashes nobody can make equal
 * ({@link org.sockrates.capture.packet.KeyBytes}). Any bytes at all may be handed in; what is not there is not claimed. No
 * stream, no file, and nothing that knows more than one packet, but for the checksum of a datagram that came in several.
 */
@NullMarked
package org.sockrates.capture.packet;

import org.jspecify.annotations.NullMarked;
