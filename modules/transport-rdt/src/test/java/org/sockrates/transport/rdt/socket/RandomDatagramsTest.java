package org.sockrates.transport.rdt.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;
import org.sockrates.transport.text.HostText;

/**
 * Datagrams from a stranger change nothing in a live transfer. {@code -Drdt.datagrams=1000000} sends a million at each
 * transport instead of twenty thousand.
 */
@Timeout(300)
final class RandomDatagramsTest {
    private static final int DATAGRAMS = Integer.getInteger("rdt.datagrams", 20_000);
    private static final long SEED = 5;

    private final SplitMix64 random = new SplitMix64(SEED);
    private final ByteBuffer real = ByteBuffer.allocate(Packet.HEADER_BYTES + Packet.MOST_PAYLOAD_BYTES);

    @ParameterizedTest
    @MethodSource(Talk.TRANSPORTS)
    void changeNothingInALiveTransfer(RdtTransport transport) throws Exception {
        try (Bench bench = Talk.bench(transport);
                DatagramSocket stranger = new DatagramSocket(0, HostText.loopback(bench.family()))) {
            TransportSocket door = bench.listening();
            TransportSocket near = Talk.patient(bench.open());
            near.connect(Bench.local(door));
            TransportSocket far = Talk.patient(bench.accept(door));
            AtomicBoolean enough = new AtomicBoolean();
            Task<String> said = bench.start(() -> sayUntil(enough, near));
            Task<String> heard = bench.start(() -> Talk.hear(far));

            for (int i = 0; i < DATAGRAMS; i++) {
                send(stranger, i % 2 == 0 ? Bench.local(door) : Bench.local(near));
            }
            enough.set(true);

            assertThat(heard.result())
                    .as("seed %d", SEED)
                    .isEqualTo(said.result())
                    .doesNotStartWith("0 ");
            door.waiting(Waiting.atMost(Duration.ofMillis(1)));
            assertErrno(Errno.EAGAIN, door::accept); // nobody came in
        }
    }

    private static String sayUntil(AtomicBoolean enough, TransportSocket socket) throws Exception {
        CRC32 crc = new CRC32();
        long count = 0;
        while (!enough.get()) {
            ByteBuffer bytes = Payload.pattern(count, 5_000);
            crc.update(bytes.duplicate());
            count += bytes.remaining();
            while (bytes.hasRemaining()) {
                socket.send(bytes);
            }
        }
        socket.shutdown(Direction.OUT);
        return String.format("%d %08x", count, crc.getValue());
    }

    private void send(DatagramSocket from, InetSocketAddress to) throws Exception {
        ByteBuffer next = next();
        byte[] bytes = new byte[next.remaining()];
        next.get(bytes);
        from.send(new DatagramPacket(bytes, bytes.length, to));
    }

    /** Random bytes; a header that is right but for its checksum; a packet with bits turned; a whole one of nobody's. */
    private ByteBuffer next() {
        int kind = random.nextInt(5);
        if (kind == 0) {
            byte[] bytes = randomBytes(random.nextInt(1_500));
            return ByteBuffer.wrap(bytes);
        }
        Packet.Type type = kind == 4 ? Packet.Type.RESET : random.nextInt(2) == 0 ? Packet.Type.DATA : Packet.Type.ACK;
        ByteBuffer payload = ByteBuffer.wrap(randomBytes(type == Packet.Type.DATA ? 2 + random.nextInt(60) : 0));
        int number = (int) random.nextLong();
        new Packet().write(real, type, (int) random.nextLong(), number, number + 1, random.nextInt(70_000), payload);
        if (kind == 1) {
            real.putInt(Packet.HEADER_BYTES - Integer.BYTES, (int) random.nextLong());
        } else if (kind == 2) {
            for (int i = random.nextInt(8); i >= 0; i--) {
                int at = random.nextInt(real.remaining());
                real.put(at, (byte) (real.get(at) ^ 1 << random.nextInt(8)));
            }
        }
        return real;
    }

    private byte[] randomBytes(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) random.nextLong();
        }
        return bytes;
    }
}
