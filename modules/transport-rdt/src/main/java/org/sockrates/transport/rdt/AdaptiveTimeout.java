package org.sockrates.transport.rdt;

/**
 * A timeout that learns from round trips and backs off, as TCP's does (RFC 6298 §2 and §5). It is not for a packet but for
 * a whole sender.
 */
public final class AdaptiveTimeout implements RetransmissionTimeout {
    private static final double ALPHA = 1.0 / 8;
    private static final double BETA = 1.0 / 4;
    private static final int K = 4;

    private final long firstNanos;
    private final long leastNanos;
    private final long mostNanos;
    private final long granularityNanos;
    private double smoothedNanos;
    private double variationNanos;
    private boolean learned;
    /** What it goes down to again. */
    private long restNanos = Long.MAX_VALUE;

    private long nanos;

    /**
     * @param firstNanos before anything is known: at least 1 s where the line is not one's own (RFC 8085 §3.1.1)
     * @param leastNanos never less
     * @param mostNanos never more, however often it backs off
     * @param granularityNanos the finest the host's clock can tell
     */
    public AdaptiveTimeout(long firstNanos, long leastNanos, long mostNanos, long granularityNanos) {
        this.firstNanos = firstNanos;
        this.leastNanos = leastNanos;
        this.mostNanos = mostNanos;
        this.granularityNanos = granularityNanos;
        nanos = within(firstNanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void measured(long roundTripNanos) {
        if (learned) {
            variationNanos = (1 - BETA) * variationNanos + BETA * Math.abs(smoothedNanos - roundTripNanos);
            smoothedNanos = (1 - ALPHA) * smoothedNanos + ALPHA * roundTripNanos;
        } else {
            learned = true;
            smoothedNanos = roundTripNanos;
            variationNanos = roundTripNanos / 2.0;
        }
        restNanos = within((long) (smoothedNanos + Math.max((double) granularityNanos, K * variationNanos)));
        nanos = restNanos;
    }

    /**
     * Half as long, but not shorter than was learnt; where nothing was, not shorter than the first, nor than the round trip
     * can be. So one that began too short becomes long enough for a packet to be sent once only, and that is measured. RFC
     * 6298 §5 leaves it as long until a round trip is measured; but go-back-N sends whole windows again, so that where much
     * is lost none ever is, and the timeout would grow without end.
     */
    @Override
    public void progressed(long atMostNanos) {
        if (!learned) {
            restNanos = Math.min(restNanos, Math.max(firstNanos, atMostNanos + granularityNanos));
        }
        nanos = within(Math.max(restNanos, nanos / 2));
    }

    /** Twice as long (RFC 6298 §5.5), until a round trip is measured or {@link #progressed} takes it back. */
    @Override
    public void expired() {
        nanos = within(nanos * 2);
    }

    private long within(long wished) {
        return Math.max(leastNanos, Math.min(mostNanos, wished));
    }
}
