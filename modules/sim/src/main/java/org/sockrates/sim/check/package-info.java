/**
 * Hunts a protocol of reliable transfer for bugs: thousands of seeded hostile lines in virtual time, everything that must
 * hold asked after everything that happens, and the shortest schedule of drops, delays and copies that shows what does not.
 *
 * <p>Read {@link org.sockrates.sim.check.Invariant} first: it is all that is asked. {@code Run} is one conversation of two
 * ends, {@code ConnectionRun} one with an opening and an end, {@code Check} many; what they play is in package {@code
 * schedule}. What asks sees the bytes on the line and the calls of both programs, and never a field of what it asks.
 */
@NullMarked
package org.sockrates.sim.check;

import org.jspecify.annotations.NullMarked;
