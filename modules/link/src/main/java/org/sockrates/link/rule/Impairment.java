package org.sockrates.link.rule;

/**
 * A rule at work on one way of one link: a pure function of the packets it has met and of its own random numbers. Reads no
 * clock.
 */
@FunctionalInterface
public interface Impairment {
    /** Decides about one packet; where the rule hits, it tells the crossing. */
    void meet(Crossing crossing);
}
