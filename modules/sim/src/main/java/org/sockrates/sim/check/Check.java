package org.sockrates.sim.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.sim.check.schedule.Decision;
import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.sim.check.schedule.Schedule;
import org.sockrates.sim.check.schedule.Shrinker;
import org.sockrates.sim.check.schedule.Storm;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** Puts a protocol, or connections over it, to hostile lines. Of the same and the same seed, the same comes of it. */
public final class Check {
    private static final long LONGEST_STORM_NANOS = Duration.ofHours(10).toNanos();
    private static final int SEEDS_A_REPETITION = 16;

    private final Subject subject;
    private final boolean forging;

    private Check(Subject subject) {
        this(subject, false);
    }

    private Check(Subject subject, boolean forging) {
        this.subject = subject;
        this.forging = forging;
    }

    /** One of the three, of which everything is asked. */
    public static Check of(Protocol protocol) {
        return new Check(new Ends(protocol::end, protocol, false));
    }

    /**
     * Anybody's protocol. If its packets are those of docs/rdt.md, what must hold of them is asked, too.
     *
     * @param maker makes one end; each run makes two, and nothing may be left of one run in another
     * @param textbook which of the three it says it behaves as, so that what holds of that is asked; null for none
     */
    public static Check of(BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker, @Nullable Protocol textbook) {
        return new Check(new Ends(maker, textbook, false));
    }

    /** The same, which behaves as none, and says that its packets are of its own kind. */
    public static Check ofOwnPackets(BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker) {
        return new Check(new Ends(maker, null, true));
    }

    /** Connections over one of the three: how they open, carry bytes both ways, and end. */
    public static Check ofConnections(Protocol protocol) {
        return ofConnections(protocol, new Conversations());
    }

    static Check ofConnections(Protocol protocol, Exchange exchange) {
        return new Check(new Connections(protocol, exchange));
    }

    /** The same on the same lines, where besides somebody forges packets; only those of docs/rdt.md can be forged. */
    public Check forged() {
        return new Check(subject, true);
    }

    /** What was broken on one hostile line, if something was. */
    Optional<Broken> run(long seed) {
        return played(seed).broken();
    }

    /** One line that is as bad as you like. */
    public Optional<Broken> run(Plan plan, Storm storm, long seed) {
        return play(plan, storm, new DrawnWeather(storm, seed)).broken();
    }

    /**
     * One hostile line after another, until one shows a failure, which is made as short as possible.
     *
     * @param stopped asked before each, and before each step of that; what is found by then is told
     */
    public Finding hunt(long firstSeed, int seeds, BooleanSupplier stopped) {
        Set<Invariant> asked = EnumSet.noneOf(Invariant.class);
        long events = 0;
        long packets = 0;
        int tried = 0;
        long seed = firstSeed;
        Optional<Failure> failure = Optional.empty();
        while (tried < seeds && failure.isEmpty() && !stopped.getAsBoolean()) {
            seed = firstSeed + tried++;
            Outcome outcome = played(seed);
            events += outcome.events();
            packets += outcome.packets();
            asked.addAll(outcome.asked());
            long here = seed;
            failure = outcome.broken().map(broken -> failure(here, broken, stopped));
        }
        Set<Invariant.Scope> scopes = EnumSet.copyOf(subject.scopes());
        if (forging) {
            scopes.addAll(subject.scopesOfForged());
        }
        List<Invariant> held = new ArrayList<>();
        List<Invariant> notAsked = new ArrayList<>();
        for (Invariant invariant : Invariant.values()) {
            boolean broke = failure.isPresent() && failure.get().broken().invariant() == invariant;
            if (asked.contains(invariant) && !broke) {
                held.add(invariant);
            } else if (!broke && scopes.contains(invariant.scope())) {
                notAsked.add(invariant);
            }
        }
        return new Finding(tried, seed, events, packets, held, notAsked, failure);
    }

    /**
     * What a schedule shows.
     *
     * @return the failure, with its picture; empty where everything held
     */
    public Optional<Failure> replay(Schedule schedule) {
        Trace trace = new Trace();
        return played(schedule, trace)
                .broken()
                .map(broken ->
                        new Failure(broken, schedule, schedule.decisions().size(), trace.steps()));
    }

    // --- runs -------------------------------------------------------------------------------------------------------

    private Outcome played(long seed) {
        Plan plan = subject.plan(seed);
        Storm storm = Storm.drawn(seed);
        Outcome outcome = play(plan, storm, weather(plan, storm, seed));
        return seed % SEEDS_A_REPETITION == 0
                ? repeated(outcome, play(plan, storm, weather(plan, storm, seed)))
                : outcome;
    }

    private Weather weather(Plan plan, Storm storm, long seed) {
        Weather drawn = new DrawnWeather(storm, seed);
        return forging ? new ForgingPeer(drawn, plan.connected(), storm, seed) : drawn;
    }

    private Outcome play(Plan plan, Storm storm, Weather weather) {
        long limitNanos = plan.limitNanos(0) + Math.min(LONGEST_STORM_NANOS, storm.endNanos());
        return subject.play(plan, weather, null, limitNanos);
    }

    private Outcome played(Schedule schedule, @Nullable Trace trace) {
        return repeated(playedOnce(schedule, trace), playedOnce(schedule, null));
    }

    private Outcome playedOnce(Schedule schedule, @Nullable Trace trace) {
        List<Decision> decisions = schedule.decisions();
        long limitNanos = schedule.plan().limitNanos(decisions.size());
        return subject.play(schedule.plan(), new OrderedWeather(decisions), trace, limitNanos);
    }

    private static Outcome repeated(Outcome once, Outcome again) {
        once.asked().add(Invariant.REPEATABLE);
        return once.hash() == again.hash() || once.broken().isPresent()
                ? once
                : new Outcome(
                        Optional.of(new Broken(Invariant.REPEATABLE, "the second run of the same was another", 0)),
                        once.hash(),
                        once.events(),
                        once.packets(),
                        once.asked());
    }

    private Failure failure(long seed, Broken found, BooleanSupplier stopped) {
        Plan plan = subject.plan(seed);
        Storm storm = Storm.drawn(seed);
        RecordedWeather recorded = new RecordedWeather(weather(plan, storm, seed));
        play(plan, storm, recorded);
        Schedule whole = new Schedule(plan, recorded.decisions());
        Schedule shortest = new Shrinker(whole, shorter -> breaks(shorter, found.invariant()), stopped).shortest();
        Failure shown = replay(shortest).orElse(new Failure(found, whole, 0, List.of()));
        return new Failure(shown.broken(), shown.schedule(), whole.decisions().size(), shown.steps());
    }

    private boolean breaks(Schedule schedule, Invariant invariant) {
        return played(schedule, null)
                .broken()
                .filter(broken -> broken.invariant() == invariant)
                .isPresent();
    }
}
