package org.sockrates.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;

/** Hunts for what is planted. */
final class Hunts {
    private static final int SEEDS = 1_000;

    private Hunts() {}

    /** What is planted breaks an invariant on one of a thousand lines; on those before it others may be told. */
    static void finds(Check check, Invariant wanted) {
        EnumSet<Invariant> heard = EnumSet.noneOf(Invariant.class);
        for (int seed = 1; seed <= SEEDS && !heard.contains(wanted); seed++) {
            check.run(seed).ifPresent(broken -> heard.add(broken.invariant()));
        }
        assertThat(heard).contains(wanted);
    }
}
