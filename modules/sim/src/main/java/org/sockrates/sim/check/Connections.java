package org.sockrates.sim.check;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.sim.check.Invariant.Scope;
import org.sockrates.sim.check.schedule.DrawnPlan;
import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.transport.rdt.Protocol;

/**
 * Two ends of a connection.
 *
 * @param protocol that carries its messages
 */
record Connections(Protocol protocol, Exchange exchange) implements Subject {
    @Override
    public Plan plan(long seed) {
        return DrawnPlan.ofConnection(seed, Subject.mostWindow(protocol));
    }

    @Override
    public Outcome play(Plan plan, Weather weather, @Nullable Trace trace, long limitNanos) {
        return new ConnectionRun(this, plan, weather, trace).play(limitNanos);
    }

    @Override
    public Set<Scope> scopes() {
        return EnumSet.of(Scope.CONNECTION, Scope.LINE);
    }

    @Override
    public Set<Scope> scopesOfForged() {
        return EnumSet.of(Scope.FORGED, Scope.FORGED_CONNECTION);
    }
}
