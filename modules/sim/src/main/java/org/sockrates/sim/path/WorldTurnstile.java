package org.sockrates.sim.path;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.rdt.socket.Turnstile;

/** Where actors wait in virtual time. */
final class WorldTurnstile implements Turnstile {
    /** How often one looks who does not sleep. */
    private static final long SPIN_NANOS = 1_000;

    private final World world;
    private final List<Actor> waiting = new ArrayList<>();
    private final AtomicLong count = new AtomicLong();

    WorldTurnstile(World world) {
        this.world = world;
    }

    @Override
    public long count() {
        return count.get();
    }

    @Override
    public void advance() {
        world.does(this::advanceNow);
    }

    private void advanceNow() {
        count.incrementAndGet();
        waiting.forEach(Actor::wake);
        waiting.clear();
    }

    @Override
    public void await(long seen, long nanos) {
        if (count.get() == seen) {
            Actor me = world.running();
            waiting.add(me);
            boolean limited = nanos != Deadline.NEVER;
            me.await(limited ? world.nowNanos() + Math.min(nanos, Long.MAX_VALUE / 8) : Long.MAX_VALUE);
            waiting.remove(me);
        }
    }

    @Override
    public void spin(long seen) {
        await(seen, SPIN_NANOS);
    }
}
