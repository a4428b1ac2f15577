package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelaySettings;
import org.sockrates.link.relay.UdpRelay;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Family;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Bench;

/** What the tests over real sockets have in common: the three transports, a relay, long things said and summed up. */
final class Talk {
    /** Where a test of all three gets them: {@link #transports()}. */
    static final String TRANSPORTS = "org.sockrates.transport.rdt.socket.Talk#transports";

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private Talk() {}

    static Stream<RdtTransport> transports() {
        return Stream.of(new StopAndWaitTransport(), new GoBackNTransport(), new SelectiveRepeatTransport());
    }

    /**
     * Many packets where each is repaired for itself; some where every loss costs a timeout, which on a machine that was busy
     * when it was learnt is a long one.
     */
    static int someBytes(RdtTransport transport) {
        return transport instanceof SelectiveRepeatTransport ? 100_000 : 10_000;
    }

    static Bench bench(RdtTransport transport) {
        return new Bench(transport, Family.AF_INET);
    }

    /** A relay before a port of this machine, closed with the bench. */
    static UdpRelay relay(Bench bench, int port, String link) throws IOException {
        RelaySettings settings = RelaySettings.of(bench.transport().name(), bench.loopback(0), bench.loopback(port));
        return bench.closing(new UdpRelay(settings, LinkSpec.parse(link), SystemClock.INSTANCE));
    }

    /** Longer than a bench's: where much is lost, a call waits for several timeouts. */
    static TransportSocket patient(TransportSocket socket) {
        socket.waiting(Waiting.atMost(PATIENCE));
        return socket;
    }

    /** Sends all of it and says that this was all; tells how many bytes with which CRC-32, as {@link #hear} does. */
    static String say(TransportSocket socket, ByteBuffer bytes) throws IOException {
        String sum = sum(bytes.remaining(), bytes);
        while (bytes.hasRemaining()) {
            socket.send(bytes);
        }
        socket.shutdown(Direction.OUT);
        return sum;
    }

    /** Takes everything up to the end. */
    static String hear(TransportSocket socket) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(16 * 1024);
        CRC32 crc = new CRC32();
        long count = 0;
        while (socket.receive(into.clear()) != TransportSocket.END_OF_STREAM) {
            count += into.flip().remaining();
            crc.update(into);
        }
        return told(count, crc);
    }

    private static String sum(long count, ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        return told(count, crc);
    }

    private static String told(long count, CRC32 crc) {
        return String.format("%d %08x", count, crc.getValue());
    }
}
