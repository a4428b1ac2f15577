package org.sockrates.sim.check;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.rdt.AdaptiveTimeout;
import org.sockrates.transport.rdt.FixedTimeout;
import org.sockrates.transport.rdt.RetransmissionTimeout;

/**
 * What both ends of a conversation want, before the line has its say.
 *
 * @param window packets that may be outstanding
 * @param first the first packet's number, the same both ways
 * @param timeoutNanos always as long; {@link #LEARNT} for one that learns and backs off
 */
public record Plan(int window, int first, long timeoutNanos, Talk client, Talk server) {
    /** A timeout as TCP's, from 300 ms on, between 50 ms and 4 s. */
    public static final long LEARNT = 0;

    static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final int LARGEST_DRAWN_WINDOW = 8;

    /** One that a seed decides: small windows, few messages, numbers that come round, slow readers. */
    public static Plan drawn(long seed, int mostWindow) {
        SplitMix64 lots = SplitMix64.part(seed, 0);
        int window = Math.min(mostWindow, lots.nextInt(8) == 0 ? 32 : 1 + lots.nextInt(LARGEST_DRAWN_WINDOW));
        int first = switch (lots.nextInt(4)) {
            case 0 -> 0;
            case 1 -> Integer.MAX_VALUE - lots.nextInt(20);
            case 2 -> (int) lots.nextLong();
            default -> -1 - lots.nextInt(20);
        };
        long timeout = lots.nextInt(3) == 0 ? (lots.nextInt(3) == 0 ? 15 : 60) * MILLI : LEARNT;
        Talk client = drawn(lots, window, 1 + lots.nextInt(32));
        Talk server = drawn(lots, window, Math.max(0, lots.nextInt(48) - 24));
        return new Plan(window, first, timeout, client, server);
    }

    private static Talk drawn(SplitMix64 lots, int window, int messages) {
        boolean bursts = lots.nextInt(3) == 0;
        boolean slow = lots.nextInt(3) == 0;
        return new Talk(
                messages,
                lots.nextInt(4) == 0 ? Talk.ANY_SIZE : 1 + lots.nextInt(40),
                bursts ? 1 + lots.nextInt(2 * window) : Talk.ENDLESS,
                bursts ? lots.nextInt(400) * MILLI : 0,
                slow ? 1 + lots.nextInt(window + 1) : Talk.ENDLESS,
                slow ? (lots.nextInt(4) == 0 ? 1_500 : 1 + lots.nextInt(60)) * MILLI : 0);
    }

    RetransmissionTimeout timeout() {
        return timeoutNanos == LEARNT
                ? new AdaptiveTimeout(300 * MILLI, 50 * MILLI, 4_000 * MILLI, MILLI)
                : new FixedTimeout(timeoutNanos);
    }

    Plan window(int packets) {
        return new Plan(packets, first, timeoutNanos, client, server);
    }

    Plan first(int number) {
        return new Plan(window, number, timeoutNanos, client, server);
    }

    Plan timeoutNanos(long nanos) {
        return new Plan(window, first, nanos, client, server);
    }

    Plan client(UnaryOperator<Talk> change) {
        return new Plan(window, first, timeoutNanos, change.apply(client), server);
    }

    Plan server(UnaryOperator<Talk> change) {
        return new Plan(window, first, timeoutNanos, client, change.apply(server));
    }
}
