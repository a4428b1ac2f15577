package org.sockrates.transport.rdt.socket;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Line;

/** A connection of a {@link Station}: who is at its other end, when it wants to be woken, and who waits for it. */
final class Association implements Line {
    private static final int DRAINED_BYTES = 16 * 1024;
    /** How long a closed connection waits for the other end to end, too (Linux calls it tcp_fin_timeout). */
    private static final long HALF_CLOSED_NANOS = Duration.ofSeconds(60).toNanos();

    private final Station station;
    private final Peer peer;
    private final Turnstile turnstile;
    private final Connection connection;
    private long dueNanos = NEVER;
    private long forgottenNanos = NEVER;
    private boolean deaf;
    private boolean mute;
    private boolean released;
    private boolean over;

    Association(Station station, Peer peer, Machine machine, Turnstile turnstile) {
        this.station = station;
        this.peer = peer;
        this.turnstile = turnstile;
        connection = machine.end(peer.number(), !remote().getAddress().isLoopbackAddress(), this);
    }

    @Override
    public void transmit(ByteBuffer packet) {
        station.port().send(packet, remote());
    }

    @Override
    public void wakeAt(long nanos) {
        dueNanos = nanos;
        station.wakeAt(nanos);
    }

    boolean is(InetSocketAddress from, int which) {
        return peer.number() == which && remote().equals(from);
    }

    Peer peer() {
        return peer;
    }

    InetSocketAddress remote() {
        return peer.address();
    }

    Turnstile turnstile() {
        return turnstile;
    }

    Connection connection() {
        return connection;
    }

    long dueNanos() {
        return Math.min(dueNanos, forgottenNanos);
    }

    void due(long nowNanos) {
        if (dueNanos <= nowNanos) {
            dueNanos = NEVER;
            connection.timeout(nowNanos);
        }
    }

    /** The program will read no more: what comes is thrown away. */
    void stopListening() {
        deaf = true;
    }

    boolean isDeaf() {
        return deaf;
    }

    /** The program will send no more. */
    void stopTalking(long nowNanos) {
        mute = true;
        connection.finish(nowNanos);
    }

    boolean isMute() {
        return mute;
    }

    /** The program closes it; it lives until what was sent is acknowledged. What is unread is a reset (RFC 2525 §2.17). */
    void leave(boolean abruptly, long nowNanos) {
        boolean unread = !deaf && connection.availableBytes() > 0;
        if (abruptly || unread || !connection.isOpen()) {
            connection.abort(nowNanos);
        } else if (connection.failure().isEmpty() && !mute) {
            stopTalking(nowNanos);
        }
        released = true;
    }

    /** Sees to what nobody will read: thrown away where the program stopped listening, refused where it has closed. */
    void settle(long nowNanos) {
        if (released && forgottenNanos == NEVER && connection.isAllAcknowledged()) {
            forgottenNanos = nowNanos + HALF_CLOSED_NANOS;
            station.wakeAt(forgottenNanos);
        }
        if (released && connection.isOver() && !over) {
            over = true;
            forgottenNanos = nowNanos + connection.lingerNanos();
            station.wakeAt(forgottenNanos);
        }
        if (deaf && connection.availableBytes() > 0) {
            ByteBuffer nowhere = ByteBuffer.allocate(DRAINED_BYTES);
            while (connection.receive(nowhere.clear(), nowNanos) > 0) {
                // it is not wanted
            }
        } else if (released && !deaf && connection.availableBytes() > 0) {
            connection.abort(nowNanos);
        }
    }

    /** Whether nobody and nothing needs it any more. */
    boolean isForgettable(long nowNanos) {
        return released && (connection.failure().isPresent() || forgottenNanos <= nowNanos);
    }
}
