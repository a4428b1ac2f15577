package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.Relay;
import org.sockrates.link.relay.RelaySettings;
import org.sockrates.link.relay.UdpRelay;
import org.sockrates.transport.Family;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.udp.UdpTransport;

/**
 * Sends datagrams through a relay that delays them, one at a time, and says by how much more than asked for they were
 * late: from the call of send to the return of receive, so a wake-up of the receiver is in it.
 */
final class DelayProbe implements End.Program {
    private static final Duration PAUSE = Duration.ofMillis(3);

    private final ByteBuffer message = ByteBuffer.allocateDirect(64);
    private final ByteBuffer into = ByteBuffer.allocateDirect(65_536);

    @Override
    public void run(Words words) throws IOException {
        Transport udp = new UdpTransport();
        Duration delay = words.millis("delay");
        LinkSpec link = LinkSpec.parse("delay " + delay.toMillis() + "ms", 1);
        try (TransportSocket sink = udp.open(Family.AF_INET);
                TransportSocket source = udp.open(Family.AF_INET)) {
            sink.bind(Carriers.ANY_PORT);
            sink.waiting(Waiting.unlimited());
            InetSocketAddress target = Objects.requireNonNull(sink.local());
            RelaySettings settings = RelaySettings.of(udp.name(), Carriers.ANY_PORT, target);
            try (Relay relay = new UdpRelay(settings, link, SystemClock.INSTANCE)) {
                lateness(source, relay, sink, delay, words.number("count") / 5);
                End.lateness("", lateness(source, relay, sink, delay, words.number("count")));
            }
        }
    }

    private long[] lateness(TransportSocket source, Relay relay, TransportSocket sink, Duration delay, int count)
            throws IOException {
        long[] late = new long[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            source.sendTo(message.clear(), relay.listen());
            sink.receive(into.clear());
            late[i] = System.nanoTime() - start - delay.toNanos();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return late;
    }
}
