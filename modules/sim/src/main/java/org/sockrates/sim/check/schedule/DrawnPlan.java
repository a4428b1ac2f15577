package org.sockrates.sim.check.schedule;

import org.sockrates.sim.check.schedule.Parting.Manner;
import org.sockrates.transport.SplitMix64;

/**
 * Plans that a seed decides: small windows, few messages, numbers that come round, slow readers. How bad the line is stands in
 * none of them.
 */
public final class DrawnPlan {
    private static final int LARGEST_WINDOW = 8;

    private DrawnPlan() {}

    /** Of two ends, which talk. */
    public static Plan ofEnds(long seed, int mostWindow) {
        SplitMix64 lots = SplitMix64.part(seed, 0);
        int window = window(lots, mostWindow);
        int first = first(lots);
        long timeout = timeout(lots);
        Talk client = talk(lots, window, 1 + lots.nextInt(32));
        Talk server = talk(lots, window, Math.max(0, lots.nextInt(48) - 24));
        return new Plan(false, window, first, timeout, client, server);
    }

    /** Of a connection: it says less, since its beginning and its end are the point. */
    public static Plan ofConnection(long seed, int mostWindow) {
        SplitMix64 lots = SplitMix64.part(seed, 0);
        int window = window(lots, mostWindow);
        int first = first(lots);
        long timeout = timeout(lots);
        Talk client = talk(lots, window, Math.max(0, lots.nextInt(16) - 4));
        Talk server = talk(lots, window, Math.max(0, lots.nextInt(16) - 4));
        Parting clients = parting(lots, false);
        Parting servers = parting(lots, clients.manner() != Manner.FOLLOWS);
        return new Plan(true, window, first, timeout, client.parting(clients), server.parting(servers));
    }

    private static int window(SplitMix64 lots, int mostWindow) {
        return Math.min(mostWindow, lots.nextInt(8) == 0 ? 32 : 1 + lots.nextInt(LARGEST_WINDOW));
    }

    private static int first(SplitMix64 lots) {
        return switch (lots.nextInt(4)) {
            case 0 -> 0;
            case 1 -> Integer.MAX_VALUE - lots.nextInt(20);
            case 2 -> (int) lots.nextLong();
            default -> -1 - lots.nextInt(20);
        };
    }

    private static long timeout(SplitMix64 lots) {
        return lots.nextInt(3) == 0 ? (lots.nextInt(3) == 0 ? 15 : 60) * Plan.MILLI : Plan.LEARNT;
    }

    private static Talk talk(SplitMix64 lots, int window, int messages) {
        boolean bursts = lots.nextInt(3) == 0;
        boolean slow = lots.nextInt(3) == 0;
        return new Talk(
                messages,
                lots.nextInt(4) == 0 ? Talk.ANY_SIZE : 1 + lots.nextInt(40),
                bursts ? 1 + lots.nextInt(2 * window) : Talk.ENDLESS,
                bursts ? lots.nextInt(400) * Plan.MILLI : 0,
                slow ? 1 + lots.nextInt(window + 1) : Talk.ENDLESS,
                slow ? (lots.nextInt(4) == 0 ? 1_500 : 1 + lots.nextInt(60)) * Plan.MILLI : 0,
                Parting.USUAL);
    }

    /** @param mayFollow whether the other does not wait for this one */
    private static Parting parting(SplitMix64 lots, boolean mayFollow) {
        long millis = lots.nextInt(2) == 0 ? 0 : lots.nextInt(600);
        return switch (lots.nextInt(16)) {
            case 0, 1 -> new Parting(Manner.RESETS, (1 + millis) * Plan.MILLI);
            case 2 -> new Parting(Manner.VANISHES, (1 + millis) * Plan.MILLI);
            case 3, 4, 5, 6, 7, 8 -> new Parting(mayFollow ? Manner.FOLLOWS : Manner.ENDS, millis * Plan.MILLI);
            default -> new Parting(Manner.ENDS, millis * Plan.MILLI);
        };
    }
}
