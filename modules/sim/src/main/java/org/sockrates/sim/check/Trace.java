package org.sockrates.sim.check;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.link.rule.Way;

/** Writes down what happened, for a picture of it. */
final class Trace {
    private static final int MOST = 10_000;

    private final List<Step> steps = new ArrayList<>();

    void step(long nanos, Step.Kind kind, Way way, String label, String mark) {
        if (steps.size() < MOST) {
            steps.add(new Step(nanos, kind, way, label, mark));
        }
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
