package org.sockrates.sim.check.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Makes a schedule shorter as long as it shows the same: fewer decisions by delta debugging (Zeller and Hildebrandt, 2002),
 * then fewer messages and plainer programs, again and again until nothing more can go. Draws nothing: of the same schedule
 * the same is left, but where somebody stopped it.
 */
public final class Shrinker {
    private static final int MOST_RUNS = 20_000;
    private static final List<Long> PLAIN_MILLIS = List.of(30L, 60L, 150L, 300L, 1_000L);

    private final Predicate<Schedule> shows;
    private final BooleanSupplier stopped;
    private Schedule schedule;
    private int runs;

    /**
     * @param shows whether a schedule still breaks what the first one breaks
     * @param stopped asked before each; then the shortest so far has to do
     */
    public Shrinker(Schedule schedule, Predicate<Schedule> shows, BooleanSupplier stopped) {
        this.schedule = schedule;
        this.shows = shows;
        this.stopped = stopped;
    }

    public Schedule shortest() {
        boolean shorter = true;
        while (shorter && runs < MOST_RUNS) {
            shorter = fewerDecisions();
            shorter |= plainerPlan();
            shorter |= plainerDecisions();
        }
        return schedule;
    }

    private boolean accept(Schedule smaller) {
        if (smaller.equals(schedule) || runs++ >= MOST_RUNS || stopped.getAsBoolean() || !shows.test(smaller)) {
            return false;
        }
        schedule = smaller;
        return true;
    }

    // --- decisions --------------------------------------------------------------------------------------------------

    /** Leaves out half of them, a quarter, …, one. */
    private boolean fewerDecisions() {
        boolean shorter = false;
        int size = schedule.decisions().size();
        for (int piece = size; piece > 0; piece = piece / 2) {
            for (int from = 0; from < schedule.decisions().size(); ) {
                boolean left = accept(schedule.with(without(schedule.decisions(), from, piece)));
                shorter |= left;
                from += left ? 0 : piece;
            }
        }
        return shorter;
    }

    private static List<Decision> without(List<Decision> all, int from, int count) {
        List<Decision> rest = new ArrayList<>(all.subList(0, from));
        rest.addAll(all.subList(Math.min(all.size(), from + count), all.size()));
        return rest;
    }

    /** A plainer one in its place: a loss, an earlier packet, a round time, a lower bit. */
    private boolean plainerDecisions() {
        boolean plainer = false;
        for (int i = 0; i < schedule.decisions().size(); i++) {
            for (Decision other : plainer(schedule.decisions().get(i))) {
                List<Decision> all = new ArrayList<>(schedule.decisions());
                all.set(i, other);
                if (!all.get(i).equals(schedule.decisions().get(i)) && accept(schedule.with(all))) {
                    plainer = true;
                    break;
                }
            }
        }
        return plainer;
    }

    private static List<Decision> plainer(Decision decision) {
        List<Decision> plainer = new ArrayList<>();
        for (int nth = 1; nth < Math.min(decision.nth(), 4); nth++) {
            plainer.add(decision.nth(nth));
        }
        switch (decision.deed()) {
            case DELAY, DUPLICATE ->
                PLAIN_MILLIS.stream()
                        .map(millis -> millis * Plan.MILLI)
                        .filter(nanos -> nanos < decision.detail())
                        .forEach(nanos -> plainer.add(decision.detail(nanos)));
            case CORRUPT, CUT, INJECT -> {
                if (decision.detail() > 0) {
                    plainer.add(decision.detail(0));
                    plainer.add(decision.detail(decision.detail() / 2));
                }
            }
            case DROP, FORGE -> {
                // as plain as can be
            }
        }
        return plainer;
    }

    // --- plans ------------------------------------------------------------------------------------------------------

    private boolean plainerPlan() {
        boolean plainer = false;
        for (UnaryOperator<Plan> change : CHANGES) {
            while (accept(schedule.with(change.apply(schedule.plan())))) {
                plainer = true;
            }
        }
        return plainer;
    }

    private static final List<UnaryOperator<Plan>> CHANGES = List.of(
            plan -> plan.server(talk -> talk.messages(0)),
            plan -> plan.client(talk -> talk.messages(0)),
            plan -> plan.server(talk -> talk.messages(talk.messages() / 2)),
            plan -> plan.client(talk -> talk.messages(talk.messages() / 2)),
            plan -> plan.server(talk -> talk.messages(Math.max(0, talk.messages() - 1))),
            plan -> plan.client(talk -> talk.messages(Math.max(0, talk.messages() - 1))),
            plan -> plan.window(Math.max(1, plan.window() / 2)),
            plan -> plan.window(Math.max(1, plan.window() - 1)),
            plan -> plan.client(talk -> talk.parting(Parting.USUAL)),
            plan -> plan.server(talk -> talk.parting(Parting.USUAL)),
            plan -> plan.client(Shrinker::partsAtOnce),
            plan -> plan.server(Shrinker::partsAtOnce),
            plan -> plan.client(Shrinker::readsAtOnce),
            plan -> plan.server(Shrinker::readsAtOnce),
            plan -> plan.client(Shrinker::speaksAtOnce),
            plan -> plan.server(Shrinker::speaksAtOnce),
            plan -> plan.client(talk -> talk.bytes(Talk.SILENT.bytes())),
            plan -> plan.server(talk -> talk.bytes(Talk.SILENT.bytes())),
            plan -> plan.timeoutNanos(PlanText.USUAL.timeoutNanos()),
            plan -> plan.first(PlanText.USUAL.first()),
            plan -> plan.first() == PlanText.USUAL.first() ? plan : plan.first(-1));

    private static Talk readsAtOnce(Talk talk) {
        return talk.reading(Talk.SILENT.room(), 0);
    }

    private static Talk partsAtOnce(Talk talk) {
        return talk.parting(new Parting(talk.parting().manner(), 0));
    }

    private static Talk speaksAtOnce(Talk talk) {
        return talk.bursts(Talk.SILENT.burst(), 0);
    }
}
