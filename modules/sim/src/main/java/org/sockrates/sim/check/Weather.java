package org.sockrates.sim.check;

import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;

/** Decides what becomes of each packet. */
@FunctionalInterface
interface Weather {
    /**
     * The next packet of a way.
     *
     * @param nth among those of its kind that went this way, from 1 on
     * @param fate to be filled in; so far nothing happens to it
     */
    void befall(Way way, PacketKind kind, int nth, long nowNanos, Fate fate);
}
