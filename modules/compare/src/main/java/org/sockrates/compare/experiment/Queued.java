package org.sockrates.compare.experiment;

import org.sockrates.link.LinkReport;
import org.sockrates.link.Waits;

/**
 * What a link's queue did in a while.
 *
 * @param waits of the data whose first bit went out
 * @param offered packets the link was given
 * @param dropped how many of them, or of those before, it threw away
 */
record Queued(Waits waits, long offered, long dropped) {
    static Queued between(LinkReport before, LinkReport after) {
        return new Queued(
                after.waits().minus(before.waits()), after.in() - before.in(), after.dropped() - before.dropped());
    }

    /** How long data waited for the link until its first bit went out, in the mean; NaN where none met a rate. */
    double meanMillis() {
        return waits.packets() == 0 ? Double.NaN : waits.nanos() / 1e6 / waits.packets();
    }
}
