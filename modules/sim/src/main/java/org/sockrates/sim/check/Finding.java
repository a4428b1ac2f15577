package org.sockrates.sim.check;

import java.util.List;
import java.util.Optional;

/**
 * What a hunt found.
 *
 * @param seeds that were tried
 * @param seed the last of them: where there is a failure, the one that showed it
 * @param events that happened in all runs
 * @param packets that entered the line in all runs
 * @param held the invariants that were asked, and held whenever they were
 * @param notAsked those nobody could ask
 * @param failure the first, if there is one
 */
public record Finding(
        int seeds,
        long seed,
        long events,
        long packets,
        List<Invariant> held,
        List<Invariant> notAsked,
        Optional<Failure> failure) {
    public Finding {
        held = List.copyOf(held);
        notAsked = List.copyOf(notAsked);
    }
}
