package org.sockrates.sim.check;

import java.util.List;
import org.sockrates.sim.check.schedule.Schedule;

/**
 * A protocol's failure, as short as it could be made.
 *
 * @param broken as the schedule shows it
 * @param schedule the shortest that shows it
 * @param decisions that were made when it was found
 * @param steps what happens, for a picture of it
 */
public record Failure(Broken broken, Schedule schedule, int decisions, List<Step> steps) {
    public Failure {
        steps = List.copyOf(steps);
    }
}
