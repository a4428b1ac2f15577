package org.sockrates.sim.check;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sockrates.sim.check.Invariant.Scope;
import org.sockrates.sim.check.schedule.DrawnPlan;
import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/**
 * Two ends of a protocol.
 *
 * @param maker makes one end
 * @param textbook which of the three it says it is, or null
 * @param foreign whether its packets are of its own kind, even where they look like ours
 */
record Ends(
        BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker,
        @Nullable Protocol textbook,
        boolean foreign) implements Subject {
    @Override
    public Plan plan(long seed) {
        return DrawnPlan.ofEnds(seed, Subject.mostWindow(textbook));
    }

    @Override
    public Outcome play(Plan plan, Weather weather, @Nullable Trace trace, long limitNanos) {
        return new Run(this, plan, weather, trace).play(limitNanos);
    }

    @Override
    public Set<Scope> scopes() {
        return EnumSet.of(Scope.EVERY, Scope.PACKETS, Scope.TEXTBOOK, Scope.LINE);
    }

    @Override
    public Set<Scope> scopesOfForged() {
        return EnumSet.of(Scope.FORGED);
    }
}
