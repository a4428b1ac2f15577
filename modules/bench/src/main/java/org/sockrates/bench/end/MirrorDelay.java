package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.Family;
import org.sockrates.wire.Wire;
import org.sockrates.wire.WireObserver;
import org.sockrates.wire.WirePacket;
import org.sockrates.wire.WireSettings;

/**
 * Sends datagrams over a wire that delays them, one at a time, and says by how much more than asked for they were late: as
 * the wire handed them back to the kernel, and as a receiver had them, with its wake-up.
 */
final class MirrorDelay implements End.Program {
    private static final Duration PAUSE = Duration.ofMillis(3);

    @Override
    public void run(Words words) throws IOException {
        Duration delay = words.millis("delay");
        LinkSpec link = LinkSpec.parse("delay " + delay.toMillis() + "ms");
        int count = words.number("count");
        try (Wire wire = Wire.open(WireSettings.USUAL, link);
                DatagramChannel sink =
                        DatagramChannel.open().bind(new InetSocketAddress(wire.here(Family.AF_INET), 0));
                DatagramChannel source =
                        DatagramChannel.open().connect(wire.towards((InetSocketAddress) sink.getLocalAddress()))) {
            lateness(source, sink, delay, count / 5);
            Arrivals arrivals = new Arrivals(count, delay.toNanos());
            wire.observe(arrivals);
            long[] received = lateness(source, sink, delay, count);
            wire.ignore(arrivals);
            End.lateness("wire_", arrivals.late);
            End.lateness("receiver_", received);
        }
    }

    /** Notes how late packets arrive. */
    private static final class Arrivals implements WireObserver {
        private final long[] late;
        private final long delayNanos;
        private int count;

        private Arrivals(int count, long delayNanos) {
            late = new long[count];
            this.delayNanos = delayNanos;
        }

        @Override
        public void sent(WirePacket packet) {}

        @Override
        public void arrived(WirePacket packet) {
            late[count++] = packet.arrivedNanos() - packet.sentNanos() - delayNanos;
        }
    }

    private static long[] lateness(DatagramChannel source, DatagramChannel sink, Duration delay, int count)
            throws IOException {
        ByteBuffer message = ByteBuffer.allocateDirect(64);
        long[] late = new long[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            source.write(message.clear());
            sink.receive(message.clear());
            late[i] = System.nanoTime() - start - delay.toNanos();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return late;
    }
}
