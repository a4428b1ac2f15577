package org.sockrates.sim.check;

import java.util.Optional;
import java.util.Set;

/**
 * What became of one run.
 *
 * @param broken the first invariant that did not hold, if there is one
 * @param hash of everything that happened: the same of the same inputs
 * @param events that happened
 * @param packets that entered the line, both ways
 * @param asked which invariants were asked
 */
record Outcome(Optional<Broken> broken, long hash, long events, long packets, Set<Invariant> asked) {}
