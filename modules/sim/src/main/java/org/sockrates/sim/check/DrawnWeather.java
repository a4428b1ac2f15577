package org.sockrates.sim.check;

import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.sim.check.schedule.Storm;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.rdt.Packet;

/** Draws lots, each way from a generator of its own: five of sixteen bits for each packet, more for what it is hit by. */
final class DrawnWeather implements Weather {
    private static final int SIDES = 1 << 12;

    private final Storm storm;
    private final SplitMix64 upstream;
    private final SplitMix64 downstream;
    private final int drop;
    private final int duplicate;
    private final int delay;
    private final int damage;
    private final int forge;

    DrawnWeather(Storm storm, long seed) {
        this.storm = storm;
        upstream = SplitMix64.part(seed, 2);
        downstream = SplitMix64.part(seed, 3);
        drop = below(storm.drop());
        duplicate = below(storm.duplicate());
        delay = below(storm.delay());
        damage = below(storm.damage());
        forge = below(storm.forge());
    }

    private static int below(double chance) {
        return (int) Math.round(chance * SIDES);
    }

    @Override
    public void befall(Way way, PacketKind kind, int nth, long nowNanos, Fate fate) {
        if (nowNanos >= storm.endNanos()) {
            return;
        }
        SplitMix64 lots = way == Way.UPSTREAM ? upstream : downstream;
        long lot = lots.nextLong();
        fate.dropped = side(lot, 0) < drop;
        fate.forged = side(lot, 4) < forge;
        if (side(lot, 1) < duplicate) {
            fate.copyNanos = later(lots);
        }
        if (side(lot, 2) < delay) {
            fate.delayNanos = later(lots);
        }
        if (side(lot, 3) < damage) {
            damage(lots, fate);
        }
    }

    private static int side(long lot, int die) {
        return (int) (lot >>> (12 * die)) & (SIDES - 1);
    }

    private long later(SplitMix64 lots) {
        long millis = (long) (lots.nextDouble() * storm.longestNanos() / Plan.MILLI);
        return millis * Plan.MILLI;
    }

    /** Mostly in the header, where damage does the most harm. */
    private static void damage(SplitMix64 lots, Fate fate) {
        switch (lots.nextInt(4)) {
            case 0 -> fate.cutTo = lots.nextInt(2 * Packet.HEADER_BYTES);
            case 1 -> fate.flippedBit = lots.nextInt(Byte.SIZE * Packet.MOST_PAYLOAD_BYTES);
            default -> fate.flippedBit = lots.nextInt(Byte.SIZE * Packet.HEADER_BYTES);
        }
    }
}
