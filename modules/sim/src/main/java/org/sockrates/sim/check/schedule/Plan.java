package org.sockrates.sim.check.schedule;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.sockrates.transport.rdt.AdaptiveTimeout;
import org.sockrates.transport.rdt.FixedTimeout;
import org.sockrates.transport.rdt.RetransmissionTimeout;

/**
 * What both ends of a conversation want, before the line has its say.
 *
 * @param connected whether they open a connection and end it, or are two ends from the beginning
 * @param window packets that may be outstanding
 * @param first the first packet's number, the same both ways; a connection has it for its own, too
 * @param timeoutNanos always as long; {@link #LEARNT} for one that learns and backs off
 */
public record Plan(boolean connected, int window, int first, long timeoutNanos, Talk client, Talk server) {
    /** A timeout as TCP's, from 300 ms on, between 50 ms and 4 s. */
    public static final long LEARNT = 0;

    public static final long MILLI = Duration.ofMillis(1).toNanos();

    private static final int UNCONNECTED = 0x01020304;
    private static final long LEAST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long NANOS_A_MESSAGE = Duration.ofSeconds(5).toNanos();
    /** In which who waits for the other end's silence has had enough of it. */
    private static final long SILENCE_NANOS = Duration.ofMinutes(5).toNanos();

    /** What tells this conversation's packets from others'. */
    public int number() {
        return connected ? first : UNCONNECTED;
    }

    public RetransmissionTimeout timeout() {
        return timeoutNanos == LEARNT
                ? new AdaptiveTimeout(300 * MILLI, 50 * MILLI, 4_000 * MILLI, MILLI)
                : new FixedTimeout(timeoutNanos);
    }

    /**
     * How long it may take from the moment the line is good: much longer than any protocol needs that works.
     *
     * @param decisions that may each cost a timeout
     */
    public long limitNanos(int decisions) {
        return LEAST_NANOS
                + NANOS_A_MESSAGE * decisions
                + limitNanos(client)
                + limitNanos(server)
                + (connected
                        ? SILENCE_NANOS
                                + client.parting().nanos()
                                + server.parting().nanos()
                        : 0);
    }

    private static long limitNanos(Talk talk) {
        return talk.messages() * (NANOS_A_MESSAGE + talk.readNanos() + talk.pauseNanos());
    }

    public int messages() {
        return client.messages() + server.messages();
    }

    Plan connected(boolean so) {
        return new Plan(so, window, first, timeoutNanos, client, server);
    }

    Plan window(int packets) {
        return new Plan(connected, packets, first, timeoutNanos, client, server);
    }

    Plan first(int number) {
        return new Plan(connected, window, number, timeoutNanos, client, server);
    }

    Plan timeoutNanos(long nanos) {
        return new Plan(connected, window, first, nanos, client, server);
    }

    Plan client(UnaryOperator<Talk> change) {
        return new Plan(connected, window, first, timeoutNanos, change.apply(client), server);
    }

    Plan server(UnaryOperator<Talk> change) {
        return new Plan(connected, window, first, timeoutNanos, client, change.apply(server));
    }
}
