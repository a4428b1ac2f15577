package org.sockrates.sim.check;

import java.util.Arrays;
import java.util.List;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Forgery;
import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.sim.check.schedule.Storm;
import org.sockrates.transport.SplitMix64;

/** Somebody who forges, in whatever weather: with each packet another may come, drawn from generators of its own. */
final class ForgingPeer implements Weather {
    private static final int SIDES = 16;
    /** So long he goes on when the line is good again: most that is said last is said then. */
    private static final long LONGER_NANOS = 5_000 * Plan.MILLI;

    private final Weather weather;
    private final long endNanos;
    private final List<Forgery> forgeries;
    private final int chance;
    private final SplitMix64 upstream;
    private final SplitMix64 downstream;

    ForgingPeer(Weather weather, boolean connected, Storm storm, long seed) {
        this.weather = weather;
        endNanos = storm.endNanos() + LONGER_NANOS;
        forgeries = Arrays.stream(Forgery.values())
                .filter(forgery -> connected || !forgery.isOfConnections())
                .toList();
        chance = 1 + SplitMix64.part(seed, 4).nextInt(SIDES / 4);
        upstream = SplitMix64.part(seed, 5);
        downstream = SplitMix64.part(seed, 6);
    }

    @Override
    public void befall(Way way, PacketKind kind, int nth, long nowNanos, Fate fate) {
        weather.befall(way, kind, nth, nowNanos, fate);
        SplitMix64 lots = way == Way.UPSTREAM ? upstream : downstream;
        if (nowNanos < endNanos && lots.nextInt(SIDES) < chance) {
            fate.injected = forgeries.get(lots.nextInt(forgeries.size()));
            fate.distance = distance(lots);
        }
    }

    /** Mostly near, where what is wrong and what is right are neighbours. */
    private static int distance(SplitMix64 lots) {
        return switch (lots.nextInt(4)) {
            case 0, 1 -> lots.nextInt(8);
            case 2 -> lots.nextInt(64);
            default -> lots.nextInt(1 << 30);
        };
    }
}
