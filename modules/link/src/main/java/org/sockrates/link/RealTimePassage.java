package org.sockrates.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.transport.Family;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;
import org.sockrates.transport.text.HostText;

/** A passage over the loopback in real time: real threads, the system's clock, a relay before each server. */
final class RealTimePassage implements Passage {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final NanoClock clock = SystemClock.INSTANCE;
    private final RelayMaker maker;
    private final Duration closeLimit;
    private final Map<InetSocketAddress, Relay> relays = new LinkedHashMap<>();
    private final List<ThreadActor<?>> actors = new ArrayList<>();
    private boolean closed;

    RealTimePassage(RelayMaker maker) {
        this(maker, CLOSE_LIMIT);
    }

    /** @param closeLimit how long closing waits for each actor */
    RealTimePassage(RelayMaker maker, Duration closeLimit) {
        this.maker = maker;
        this.closeLimit = closeLimit;
    }

    @Override
    public NanoClock clock() {
        return clock;
    }

    @Override
    public Transport through(Transport transport) {
        return transport;
    }

    @Override
    public InetSocketAddress serveOn() {
        return new InetSocketAddress(HostText.loopback(Family.AF_INET), 0);
    }

    @Override
    public synchronized InetSocketAddress towards(InetSocketAddress server) throws IOException {
        Relay relay = relays.get(server);
        if (relay == null) {
            checkOpen();
            relay = maker.before(server);
            if (relay == null) {
                return server;
            }
            relays.put(server, relay);
        }
        return relay.listen();
    }

    @Override
    public synchronized <T> Actor<T> start(String name, Callable<T> body) {
        checkOpen();
        ThreadActor<T> actor = new ThreadActor<>(name, body);
        actors.add(actor);
        return actor;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the passage is closed");
        }
    }

    @Override
    public void sleep(Duration time) {
        long end = clock.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !interrupted(); left = end - clock.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static boolean interrupted() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public synchronized LinkReport report() {
        LinkReport sum = LinkReport.NONE;
        for (Relay relay : relays.values()) {
            sum = sum.plus(relay.report());
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        List<AutoCloseable> open = new ArrayList<>();
        synchronized (this) {
            closed = true;
            open.addAll(relays.values());
            actors.forEach(actor -> open.add(() -> actor.end(closeLimit)));
            actors.clear();
        }
        IOException failure = null;
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception notEnded) {
                failure = failure == null ? new IOException(notEnded.getMessage(), notEnded) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
