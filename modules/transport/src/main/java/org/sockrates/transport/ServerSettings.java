package org.sockrates.transport;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How a server serves. There is no "0 means no limit": every limit is a number.
 *
 * @param local where to bind; port 0 lets the system choose
 * @param service what it answers
 * @param style how it serves many
 * @param backlog connections that may wait for accept, 1 to {@link #MOST_BACKLOG}
 * @param mostPeers peers served at a time; further ones wait in the backlog. One socket of datagrams serves all who come.
 * @param idleLimit a peer that says nothing for so long is closed
 * @param pauseBeforeRead between two reads of one peer, so that a class can watch its buffers fill
 * @param mostAmplification bytes sent to a stranger off loopback for each that came from there, at least 1; of datagrams,
 *     whose senders' addresses can be forged (RFC 9000 §8.1)
 */
public record ServerSettings(
        InetSocketAddress local,
        Service service,
        ServerStyle style,
        int backlog,
        int mostPeers,
        Duration idleLimit,
        Duration pauseBeforeRead,
        int mostAmplification) {

    /** The system lets fewer wait: on Linux {@code net.core.somaxconn}. */
    public static final int MOST_BACKLOG = 65_535;

    public ServerSettings {
        if (backlog < 1 || backlog > MOST_BACKLOG) {
            throw new UsageException("backlog", Integer.toString(backlog), "1 to " + MOST_BACKLOG);
        }
        if (idleLimit.isZero() || idleLimit.isNegative()) {
            throw new UsageException("idle limit", idleLimit.toString(), "more than 0");
        }
        if (pauseBeforeRead.isNegative()) {
            throw new UsageException("pause", pauseBeforeRead.toString(), "0 or more");
        }
        if (mostAmplification < 1) {
            throw new UsageException("amplification", Integer.toString(mostAmplification), "1 or more");
        }
        if (mostPeers < 1) {
            throw new UsageException("peers", Integer.toString(mostPeers), "1 or more");
        }
    }

    /** An iterative server: backlog 50, at most 10,000 peers, 60 s of silence, no pause, amplification 3. */
    public static ServerSettings of(InetSocketAddress local, Service service) {
        return new ServerSettings(
                local, service, ServerStyle.ITERATIVE, 50, 10_000, Duration.ofSeconds(60), Duration.ZERO, 3);
    }

    public ServerSettings withStyle(ServerStyle other) {
        return new ServerSettings(
                local, service, other, backlog, mostPeers, idleLimit, pauseBeforeRead, mostAmplification);
    }

    public ServerSettings withBacklog(int other) {
        return new ServerSettings(
                local, service, style, other, mostPeers, idleLimit, pauseBeforeRead, mostAmplification);
    }

    public ServerSettings withMostPeers(int other) {
        return new ServerSettings(local, service, style, backlog, other, idleLimit, pauseBeforeRead, mostAmplification);
    }

    public ServerSettings withIdleLimit(Duration other) {
        return new ServerSettings(local, service, style, backlog, mostPeers, other, pauseBeforeRead, mostAmplification);
    }

    public ServerSettings withPauseBeforeRead(Duration other) {
        return new ServerSettings(local, service, style, backlog, mostPeers, idleLimit, other, mostAmplification);
    }

    public ServerSettings withMostAmplification(int other) {
        return new ServerSettings(local, service, style, backlog, mostPeers, idleLimit, pauseBeforeRead, other);
    }
}
