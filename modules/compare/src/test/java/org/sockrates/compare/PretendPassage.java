package org.sockrates.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.sockrates.link.LinkControl;
import org.sockrates.link.LinkReport;
import org.sockrates.link.Passage;
import org.sockrates.link.TcpTuning;
import org.sockrates.link.Traffic;
import org.sockrates.transport.Call;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.Observation;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.SocketNumbers;
import org.sockrates.transport.Transport;

/** A passage of {@link PretendPath}. */
final class PretendPassage implements Passage {
    private static final int HEADER_BYTES = 40;

    private final Passage passage;
    private final LinkControl control;
    private final TcpTuning tuning;
    private final UnaryOperator<LinkReport> report;
    private final AtomicLong packets = new AtomicLong();
    private final AtomicLong segments = new AtomicLong();
    private final AtomicLong payloadBytes = new AtomicLong();

    PretendPassage(Passage passage, LinkControl control, TcpTuning tuning, UnaryOperator<LinkReport> report) {
        this.passage = passage;
        this.control = control;
        this.tuning = tuning;
        this.report = report;
    }

    @Override
    public SocketKind through(Transport transport) {
        boolean segmented = transport.traits().connectionOriented();
        return transport.observed(
                new Observation(new SocketNumbers(), passage.clock(), event -> count(event, segmented)));
    }

    private void count(SocketEvent event, boolean segmented) {
        if ((event.call() == Call.SEND || event.call() == Call.SENDTO) && event.value() >= 0) {
            packets.incrementAndGet();
            segments.addAndGet(segmented ? 1 : 0);
            payloadBytes.addAndGet(event.value());
        }
    }

    @Override
    public Optional<Traffic> traffic() {
        long number = packets.get();
        long payload = payloadBytes.get();
        Traffic.OneWay all = new Traffic.OneWay(number, segments.get(), 0, payload + HEADER_BYTES * number, payload, 0);
        return Optional.of(new Traffic(all, Traffic.NONE.downstream()));
    }

    @Override
    public Optional<LinkControl> control() {
        return Optional.of(control);
    }

    @Override
    public Optional<TcpTuning> tuning() {
        return Optional.of(tuning);
    }

    @Override
    public NanoClock clock() {
        return passage.clock();
    }

    @Override
    public InetSocketAddress serveOn() {
        return passage.serveOn();
    }

    @Override
    public InetSocketAddress towards(InetSocketAddress server) throws IOException {
        return passage.towards(server);
    }

    @Override
    public <T> Actor<T> start(String name, Callable<T> body) {
        return passage.start(name, body);
    }

    @Override
    public void sleep(Duration time) {
        passage.sleep(time);
    }

    @Override
    public LinkReport report() {
        return report.apply(passage.report());
    }

    @Override
    public void close() throws IOException {
        passage.close();
    }
}
