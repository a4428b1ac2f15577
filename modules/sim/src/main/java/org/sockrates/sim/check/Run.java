package org.sockrates.sim.check;

import org.jspecify.annotations.Nullable;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Plan;

/** One conversation of two ends, from its beginning until nothing is left to happen. */
final class Run {
    private static final int LEAST_EVENTS = 100_000;
    private static final int EVENTS_A_MESSAGE = 500;

    private final Scene scene;
    private final int mostEvents;
    private final Wire upstream;
    private final Wire downstream;
    private final End client;
    private final End server;

    /** @param trace writes down what happens; null where nobody will look at it */
    Run(Ends subject, Plan plan, Weather weather, @Nullable Trace trace) {
        scene = new Scene(plan, subject.textbook(), subject.foreign(), trace);
        mostEvents = LEAST_EVENTS + EVENTS_A_MESSAGE * plan.messages();
        Messages up = new Messages(Way.UPSTREAM, plan.client());
        Messages down = new Messages(Way.DOWNSTREAM, plan.server());
        upstream = new Wire(scene, Way.UPSTREAM, weather, arrival -> server().arrived(arrival), () -> server().aim());
        downstream =
                new Wire(scene, Way.DOWNSTREAM, weather, arrival -> client().arrived(arrival), () -> client().aim());
        client = new End(
                scene, Way.UPSTREAM, upstream, new Program(scene, plan.client(), up, down), up, subject.maker());
        server = new End(
                scene, Way.DOWNSTREAM, downstream, new Program(scene, plan.server(), down, up), down, subject.maker());
        client.towards(server);
        server.towards(client);
    }

    private End server() {
        return server;
    }

    private End client() {
        return client;
    }

    /** Lets everything happen, up to a time. */
    Outcome play(long limitNanos) {
        client.begin();
        server.begin();
        scene.play(limitNanos, mostEvents);
        askInTheEnd(client, server);
        askInTheEnd(server, client);
        return scene.outcome(upstream.entered() + downstream.entered());
    }

    private void askInTheEnd(End from, End to) {
        if (!scene.judge.isContent()) {
            return;
        }
        scene.judge.ask(
                Invariant.LIVELY,
                from.program().saidAll(),
                "hasRoom says no for ever: %d of %d messages were sent",
                from.program().said(),
                from.program().hasToSay());
        scene.judge.ask(
                Invariant.LIVELY,
                to.program().heard() == from.program().said(),
                "%d messages were sent, %d delivered",
                from.program().said(),
                to.program().heard());
        scene.judge.ask(Invariant.TOLD_AT_LAST, from.isAllAcknowledged(), "an end does not know it");
        scene.judge.ask(
                Invariant.QUIET_AT_LAST,
                !from.hasTimer() && scene.timeline.happened() < mostEvents,
                "packets or timers go on");
    }
}
