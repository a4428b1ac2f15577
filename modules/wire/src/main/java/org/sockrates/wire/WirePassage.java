package org.sockrates.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sockrates.link.Actors;
import org.sockrates.link.LinkControl;
import org.sockrates.link.LinkReport;
import org.sockrates.link.Passage;
import org.sockrates.link.TcpTuning;
import org.sockrates.link.Traffic;
import org.sockrates.link.relay.Heads;
import org.sockrates.transport.Family;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Transport;

/** A passage over a wire of its own, in real time. */
final class WirePassage implements Passage {
    private final Wire wire;
    private final TcpSettings settings = TcpSettings.here();
    private final Actors actors;

    WirePassage(Wire wire) {
        this.wire = wire;
        actors = new Actors(Wire.CLOCK);
    }

    @Override
    public NanoClock clock() {
        return Wire.CLOCK;
    }

    @Override
    public SocketKind through(Transport transport) {
        if (transport.traits().builtOnDatagrams()) {
            wire.read((from, to, datagram) -> Heads.of(datagram, transport::head));
        }
        return transport;
    }

    @Override
    public InetSocketAddress serveOn() {
        return new InetSocketAddress(wire.here(Family.AF_INET), 0);
    }

    @Override
    public InetSocketAddress towards(InetSocketAddress server) {
        return wire.towards(server);
    }

    @Override
    public <T> Actor<T> start(String name, Callable<T> body) {
        return actors.start(name, body);
    }

    @Override
    public void sleep(Duration time) {
        actors.sleep(time);
    }

    @Override
    public LinkReport report() {
        return wire.report();
    }

    @Override
    public Optional<Traffic> traffic() {
        return Optional.of(wire.traffic());
    }

    @Override
    public Optional<LinkControl> control() {
        return Optional.of(wire);
    }

    @Override
    public Optional<TcpTuning> tuning() {
        return Optional.of(settings);
    }

    /** Actors end first: a connection that is closed over a wire that is gone would wait for its time limits. */
    @Override
    public void close() throws IOException {
        try {
            actors.endAfter(List.of());
        } finally {
            try (wire) {
                settings.restore();
                wire.requireWhole();
            }
        }
    }
}
