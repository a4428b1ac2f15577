package org.sockrates.sim.check;

import org.sockrates.link.rule.Way;

/**
 * One thing that happened in a run.
 *
 * @param way of the packet; of what a program does, the way on which its end sends
 * @param label what it is
 * @param mark what the line did to it; empty where it did nothing
 */
public record Step(long nanos, Kind kind, Way way, String label, String mark) {
    /** What happened. */
    public enum Kind {
        /** A program said something to its end. */
        SENDS,
        /** An end gave its program a message. */
        DELIVERS,
        /** An end's timer rang. */
        RINGS,
        /** A packet entered the line. */
        LEAVES,
        /** A packet entered the line, which lost it. */
        LOST,
        /** A packet, or a copy of it, came out of the line. */
        ARRIVES
    }
}
