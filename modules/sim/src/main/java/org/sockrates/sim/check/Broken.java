package org.sockrates.sim.check;

/**
 * An invariant that did not hold.
 *
 * @param how what was seen, and what was expected
 * @param nanos when, in virtual time
 */
public record Broken(Invariant invariant, String how, long nanos) {}
