package org.sockrates.sim.check;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolSettings;

/** What is put to hostile lines, and asked. */
sealed interface Subject permits Ends, Connections {
    /** What its programs want, of a seed. */
    Plan plan(long seed);

    /**
     * One run.
     *
     * @param trace writes down what happens; null where nobody will look at it
     * @param limitNanos when it is over at the latest
     */
    Outcome play(Plan plan, Weather weather, @Nullable Trace trace, long limitNanos);

    /** Of what it is asked everything there is to ask. */
    Set<Invariant.Scope> scopes();

    /** … and what more, where somebody forges. */
    Set<Invariant.Scope> scopesOfForged();

    /** The largest window that means something to a protocol. */
    static int mostWindow(@Nullable Protocol protocol) {
        return protocol == Protocol.STOP_AND_WAIT ? 1 : ProtocolSettings.MOST_WINDOW;
    }
}
