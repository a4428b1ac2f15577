package org.sockrates.bench.end;

import java.time.Duration;
import org.sockrates.sim.check.Check;
import org.sockrates.sim.check.schedule.Parting;
import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.sim.check.schedule.Storm;
import org.sockrates.sim.check.schedule.Talk;
import org.sockrates.transport.rdt.Protocol;

/** Puts go-back-N to one losing line after another, asks every invariant after every event, and tells how many a second. */
final class CheckEnd implements End.Program {
    @Override
    public void run(Words words) {
        Talk says =
                new Talk(words.number("count"), words.number("size"), Talk.ENDLESS, 0, Talk.ENDLESS, 0, Parting.USUAL);
        Plan plan = new Plan(false, words.number("of"), 0, Plan.LEARNT, says, Talk.SILENT);
        Storm storm = Storm.losing(words.number("loss") / 100.0);
        perSecond(plan, storm, words.millis("warm"));
        End.result("seeds_per_second", perSecond(plan, storm, words.millis("window")));
    }

    private static double perSecond(Plan plan, Storm storm, Duration time) {
        Check check = Check.of(Protocol.GO_BACK_N);
        long begin = System.nanoTime();
        long seed = 0;
        do {
            check.run(plan, storm, ++seed).ifPresent(broken -> {
                throw new IllegalStateException(broken.toString());
            });
        } while (System.nanoTime() - begin < time.toNanos());
        return seed * 1e9 / (System.nanoTime() - begin);
    }
}
