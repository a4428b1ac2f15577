/**
 * The faults of a stream, by Toxiproxy's names, one file each, pure and seeded: a {@link org.sockrates.link.fault.StreamFault}
 * meets {@link org.sockrates.link.fault.Piece}s and makes them late, splits or swallows them, or ends the stream. No socket, and
 * nothing that changes bytes.
 */
@NullMarked
package org.sockrates.link.fault;

import org.jspecify.annotations.NullMarked;
