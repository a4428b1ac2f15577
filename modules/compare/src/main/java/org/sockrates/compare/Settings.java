package org.sockrates.compare;

/**
 * What every experiment of one comparison is told.
 *
 * @param seed of whatever an experiment draws
 * @param quick smaller numbers, for tests and for a first look
 */
public record Settings(long seed, boolean quick) {}
