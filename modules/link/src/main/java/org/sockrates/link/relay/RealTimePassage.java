package org.sockrates.link.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sockrates.link.Actors;
import org.sockrates.link.LinkControl;
import org.sockrates.link.LinkReport;
import org.sockrates.link.Overflows;
import org.sockrates.link.Passage;
import org.sockrates.transport.Family;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;
import org.sockrates.transport.text.HostText;

/** A passage over the loopback in real time: real threads, the system's clock, and where there is a link, relays. */
final class RealTimePassage implements Passage {
    /** What it and its relays go by. */
    static final NanoClock CLOCK = SystemClock.INSTANCE;

    private final Optional<PassageRelays> relays;
    private final Overflows overflows;
    private final Actors actors;
    private boolean closed;

    /** @param relays empty where clients connect to the server itself */
    RealTimePassage(Optional<PassageRelays> relays, Overflows overflows) {
        this(relays, overflows, new Actors(CLOCK));
    }

    /** @param closeLimit how long closing waits for each actor */
    RealTimePassage(Optional<PassageRelays> relays, Duration closeLimit) {
        this(relays, Overflows.UNTOLD, new Actors(CLOCK, closeLimit));
    }

    private RealTimePassage(Optional<PassageRelays> relays, Overflows overflows, Actors actors) {
        this.relays = relays;
        this.overflows = overflows;
        this.actors = actors;
    }

    @Override
    public NanoClock clock() {
        return CLOCK;
    }

    @Override
    public SocketKind through(Transport transport) {
        relays.ifPresent(hops -> hops.passes(transport));
        return transport;
    }

    @Override
    public InetSocketAddress serveOn() {
        return new InetSocketAddress(HostText.loopback(Family.AF_INET), 0);
    }

    @Override
    public synchronized InetSocketAddress towards(InetSocketAddress server) throws IOException {
        if (relays.isEmpty()) {
            checkOpen();
            return server;
        }
        Optional<Relay> known = relays.get().known(server);
        if (known.isPresent()) {
            return known.get().listen();
        }
        checkOpen();
        return relays.get().before(server).listen();
    }

    @Override
    public <T> Actor<T> start(String name, Callable<T> body) {
        return actors.start(name, body);
    }

    @Override
    public void sleep(Duration time) {
        actors.sleep(time);
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the passage is closed");
        }
    }

    @Override
    public synchronized LinkReport report() {
        LinkReport sum = LinkReport.NONE;
        for (Relay relay : open()) {
            sum = sum.plus(relay.report());
        }
        return sum;
    }

    @Override
    public Overflows overflows() {
        return overflows;
    }

    private List<Relay> open() {
        return relays.map(PassageRelays::all).orElse(List.of());
    }

    @Override
    public Optional<LinkControl> control() {
        return relays.map(control -> control);
    }

    @Override
    public void close() throws IOException {
        List<Relay> open;
        synchronized (this) {
            closed = true;
            open = open();
        }
        actors.endAfter(open);
        for (Relay relay : open) {
            relay.requireWhole();
        }
    }
}
