package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.testkit.Allocation;
import org.sockrates.transport.testkit.Leaks;

/** Packets of a real device, one by one and some in one call of the system. */
@InNamespace
@Timeout(30)
class PacketIoTest {
    private static final String NAME = "io0";
    private static final String SERVER = "10.78.0.1";
    private static final String SEEN_AS = "10.78.0.2";
    private static final int PORT = 4_000;
    private static final int ONE = 1;
    private static final int SOME = 32;

    private Leaks leaks;

    @BeforeEach
    void nothingIsOpen() {
        leaks = Leaks.before();
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        leaks.check();
    }

    /** Before the device is up. */
    private static PacketIo open(int atOnce) throws IOException {
        Tun tun = Tun.open(NAME).orElseThrow();
        try {
            Optional<PacketIo> ring = RingIo.over(tun, atOnce);
            assumeTrue(atOnce == ONE || ring.isPresent(), "this kernel has no io_uring, or forbids it");
            return ring.orElseGet(() -> new ChannelIo(tun));
        } catch (RuntimeException skipped) {
            tun.close();
            throw skipped;
        }
    }

    private static void up() throws IOException {
        IpCommand.run(List.of(
                "link set " + NAME + " mtu 1500 txqueuelen 1000 multicast off addrgenmode none",
                "addr add " + SERVER + "/24 dev " + NAME,
                "link set " + NAME + " up"));
    }

    private static DatagramChannel server() throws IOException {
        DatagramChannel server = DatagramChannel.open().bind(new InetSocketAddress(SERVER, PORT));
        server.configureBlocking(false);
        return server;
    }

    @Test
    void whatTheKernelRefusesIsNotThere() {
        ByteBuffer memory = ByteBuffer.allocateDirect(100);
        int noFile = 999_999;
        assertThat(IoUring.open(noFile, memory, SOME)).isEmpty();
        assertThat(IoUring.open(0, memory, 1 << 20)).isEmpty();
    }

    @Test
    void aDeviceKnowsReadsThatDoNotWaitFromLinux64On() {
        assertThat(List.of("6.4.0", "6.12.3-amd64", "6.18-rc1", "7.0.1", "10.1"))
                .allMatch(RingIo::ofDevices);
        assertThat(List.of("6.3.13", "6.1.0-13-amd64", "5.15.0", "4.19.2", "")).noneMatch(RingIo::ofDevices);
    }

    /** Numbered datagrams, which wait in the device's queue. */
    private static void send(DatagramChannel client, int datagrams) throws IOException {
        for (int i = 0; i < datagrams; i++) {
            client.send(ByteBuffer.allocate(8).putInt(0, i), new InetSocketAddress(SEEN_AS, PORT));
        }
    }

    /** Passes on so many packets, as the reading thread of a wire does; answers how many came together each time. */
    private static List<Integer> mirror(PacketIo io, Mirror mirror, int packets) throws IOException {
        List<Integer> together = new ArrayList<>();
        for (int passed = 0; passed < packets; passed += together.get(together.size() - 1)) {
            together.add(passOn(io, mirror));
        }
        return together;
    }

    private static int passOn(PacketIo io, Mirror mirror) throws IOException {
        int packets = io.receive();
        for (int i = 0; i < packets; i++) {
            WirePacket packet = io.received(i);
            packet.sighting.of(packet.buffer);
            mirror.came(packet);
        }
        mirror.flush();
        return packets;
    }

    private static Mirror mirror(PacketIo io, String link) {
        return new Mirror(LinkSpec.parse(link), WireSettings.USUAL.withMostLogged(16), SystemClock.INSTANCE, io);
    }

    private static List<Integer> numbers(DatagramChannel server) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        ByteBuffer datagram = ByteBuffer.allocate(8);
        while (server.receive(datagram.clear()) != null) {
            numbers.add(datagram.getInt(0));
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {ONE, SOME})
    void allThatWaitComeInTheirOrder(int atOnce) throws IOException {
        try (PacketIo io = open(atOnce);
                DatagramChannel client = DatagramChannel.open()) {
            up();
            try (DatagramChannel server = server()) {
                send(client, 100);
                List<Integer> together = mirror(io, mirror(io, ""), 100);
                assertThat(numbers(server)).hasSize(100).isSorted();
                assertThat(together)
                        .startsWith(atOnce == ONE ? new Integer[] {1, 1, 1, 1} : new Integer[] {1, 1, 2, 4});
                assertThat(together).allMatch(packets -> packets <= atOnce);
            }
        }
    }

    /** Also where nobody watches; a copy is made of the packet as it was sent. */
    @ParameterizedTest
    @ValueSource(ints = {ONE, SOME})
    void aCopyArrivesBehindItsOriginal(int atOnce) throws IOException {
        try (PacketIo io = open(atOnce);
                DatagramChannel client = DatagramChannel.open()) {
            up();
            try (DatagramChannel server = server()) {
                send(client, 8);
                mirror(io, mirror(io, "duplicate 100%"), 8);
                assertThat(numbers(server)).containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ONE, SOME})
    void whatTheKernelDoesNotTakeIsCounted(int atOnce) throws IOException {
        try (PacketIo io = open(atOnce);
                DatagramChannel client = DatagramChannel.open()) {
            up();
            send(client, 8);
            Mirror mirror = mirror(io, "");
            assertThat(io.receive()).isEqualTo(1);
            io.received(0).sighting.of(io.received(0).buffer);
            IpCommand.run(List.of("link set " + NAME + " down"));
            mirror.came(io.received(0));
            mirror.flush();
            LinkReport report = mirror.report();
            assertThat(report.byRule()).containsEntry("unsent", 1L);
            assertThat(report.out()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ONE, SOME})
    void whatIsClosedTellsSo(int atOnce) throws IOException {
        PacketIo io = open(atOnce);
        try (DatagramChannel client = DatagramChannel.open()) {
            up();
            send(client, 3);
            Mirror mirror = mirror(io, "");
            mirror(io, mirror, 1);
            io.close();
            io.close();
            assertThatThrownBy(io::receive).isInstanceOf(ClosedChannelException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = SOME)
    void receivingAndHandingOverAllocateNothing(int atOnce) throws Exception {
        try (PacketIo io = open(atOnce);
                DatagramChannel client = DatagramChannel.open()) {
            up();
            Mirror mirror = mirror(io, "");
            InetSocketAddress nobodyReads = new InetSocketAddress(SEEN_AS, PORT);
            ByteBuffer datagram = ByteBuffer.allocateDirect(8);
            client.connect(nobodyReads);
            try (DatagramChannel server = server()) {
                assertThat(Allocation.bytesPerCall(() -> {
                            client.write(datagram.clear());
                            passOn(io, mirror);
                            return server;
                        }))
                        .isZero();
            }
        }
    }
}
