package org.sockrates.sim.check;

import org.jspecify.annotations.Nullable;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.sim.check.schedule.Talk;

/** One connection, from its opening until nothing is left to happen. */
final class ConnectionRun {
    private static final int MOST_EVENTS = 1_000_000;

    private final Scene scene;
    private final Wire upstream;
    private final Wire downstream;
    private final Party client;
    private final Party server;

    /** @param trace writes down what happens; null where nobody will look at it */
    ConnectionRun(Connections subject, Plan plan, Weather weather, @Nullable Trace trace) {
        scene = new Scene(plan, subject.protocol(), false, trace);
        Messages up = new Messages(Way.UPSTREAM, plan.client());
        Messages down = new Messages(Way.DOWNSTREAM, plan.server());
        upstream = new Wire(scene, Way.UPSTREAM, weather, arrival -> server().arrived(arrival), () -> server().aim());
        downstream =
                new Wire(scene, Way.DOWNSTREAM, weather, arrival -> client().arrived(arrival), () -> client().aim());
        client = party(subject, Way.UPSTREAM, upstream, plan.client(), up, down);
        server = party(subject, Way.DOWNSTREAM, downstream, plan.server(), down, up);
        client.towards(server);
        server.towards(client);
    }

    private Party party(Connections subject, Way way, Wire wire, Talk talk, Messages says, Messages hears) {
        return new Party(scene, way, wire, talk, new StreamProgram(scene.timeline, talk, says, hears), subject);
    }

    private Party server() {
        return server;
    }

    private Party client() {
        return client;
    }

    /** Lets everything happen, up to a time. */
    Outcome play(long limitNanos) {
        client.begin();
        scene.play(limitNanos, MOST_EVENTS);
        boolean givenUp = client.hasGivenUp() || server.hasGivenUp();
        askInTheEnd("client", client, server, givenUp);
        askInTheEnd("server", server, client, givenUp);
        return scene.outcome(upstream.entered() + downstream.entered());
    }

    private void askInTheEnd(String who, Party party, Party other, boolean givenUp) {
        if (!scene.judge.isContent()) {
            return;
        }
        boolean ended = party.hasEnded() || (givenUp && !party.wasMade());
        scene.judge.ask(Invariant.BOTH_END, ended, "the " + who + " did not");
        int all = other.program().bytes();
        int heard = party.program().heard();
        scene.judge.ask(
                Invariant.BOTH_END,
                givenUp || (other.program().saidAll() && heard == all),
                "the " + who + " has %d of %d bytes, and nobody gave up",
                heard,
                all);
        scene.judge.ask(
                Invariant.BOTH_END,
                givenUp || party.standing().atEnd(),
                "the " + who + " has all bytes and not their end, and nobody gave up");
        scene.judge.ask(
                Invariant.QUIET_AT_LAST,
                !party.hasTimer() && scene.timeline.happened() < MOST_EVENTS,
                "packets or timers go on");
    }
}
