package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sockrates.wire.MirrorTest.assertBalanced;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.rule.Order;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.Family;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.testkit.Leaks;
import org.sockrates.transport.testkit.Task;

/** The kernel's own TCP and UDP over a wire. */
@InNamespace
@Timeout(30)
class WireTest {
    private Leaks leaks;

    @BeforeEach
    void nothingIsOpen() {
        leaks = Leaks.before();
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        leaks.check();
        assertThat(NetworkInterface.networkInterfaces().map(NetworkInterface::getName))
                .containsExactly("lo");
    }

    @Test
    void carriesBothFamilies() throws IOException {
        for (Family family : Family.values()) {
            try (Ends ends = Ends.of("", family);
                    SocketChannel client = ends.connect();
                    SocketChannel served = ends.accept()) {
                Ends.carry(client, served, 100_000);
                Ends.carry(served, client, 100_000);
                InetSocketAddress peer = (InetSocketAddress) served.getRemoteAddress();
                assertThat(peer.getAddress()).isEqualTo(ends.wire.there(family));
                assertBalanced(ends.wire.report());
            }
        }
    }

    @Test
    void isTheSameWhenPacketsComeOneByOne() throws IOException {
        for (int atOnce : new int[] {1, 2, 64}) {
            try (Ends ends = Ends.of("", Family.AF_INET, WireSettings.USUAL.withMostAtOnce(atOnce));
                    SocketChannel client = ends.connect();
                    SocketChannel served = ends.accept()) {
                Ends.carry(client, served, 100_000);
                Ends.carry(served, client, 100_000);
                assertThat(ends.wire.traffic().upstream().payloadBytes()).isGreaterThanOrEqualTo(100_000);
                assertBalanced(ends.wire.report());
            }
        }
    }

    @Test
    void endsWhilePacketsPass() throws Exception {
        for (int i = 0; i < 10; i++) {
            try (Ends ends = Ends.of("");
                    DatagramChannel client = DatagramChannel.open()) {
                InetSocketAddress nobody = ends.nobody();
                Task<Boolean> sender = Task.start(() -> sendUntilItCannot(client, nobody));
                await().pollInterval(Duration.ofMillis(1))
                        .until(() -> ends.wire.report(Way.UPSTREAM).in() > 1_000);
                ends.wire.close();
                client.close();
                assertThat(sender.result()).isTrue();
            }
        }
    }

    private static boolean sendUntilItCannot(DatagramChannel client, InetSocketAddress to) {
        try {
            while (true) {
                client.send(ByteBuffer.allocate(64), to);
            }
        } catch (IOException closedOrNoRoute) {
            return true;
        }
    }

    @Test
    void losesTheSegmentItIsToldToAndTcpSendsItAgain() throws IOException {
        try (Ends ends = Ends.of("upstream drop data 2");
                SocketChannel client = ends.connect();
                SocketChannel served = ends.accept()) {
            Ends.carry(client, served, 1);
            Ends.carry(client, served, 1);
            assertThat(ends.wire.report().byRule()).containsEntry("drop", 1L);
            assertThat(ends.wire.traffic().upstream().retransmissions()).isGreaterThanOrEqualTo(1);
            PassedPacket lost = ends.wire.log().stream()
                    .filter(packet -> packet.verdict() == Verdict.DROPPED)
                    .findFirst()
                    .orElseThrow();
            assertThat(lost.way()).isEqualTo(Way.UPSTREAM);
            assertThat(lost.hop().from()).isEqualTo(client.getLocalAddress());
            assertThat(lost.hop().entry()).isEqualTo(client.getRemoteAddress());
            assertThat(lost.hop().exit()).isEqualTo(served.getRemoteAddress());
            assertThat(lost.hop().to()).isEqualTo(served.getLocalAddress());
        }
    }

    @Test
    void theKernelThrowsACorruptSegmentAway() throws IOException {
        try (Ends ends = Ends.of("upstream corrupt data 1 seed 3");
                SocketChannel client = ends.connect();
                SocketChannel served = ends.accept()) {
            client.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
            ByteBuffer got = ByteBuffer.allocate(8);
            while (got.hasRemaining()) {
                served.read(got);
            }
            assertThat(got.array()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(ends.wire.report().corrupted()).isEqualTo(1);
            assertThat(ends.wire.traffic().upstream().retransmissions()).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void nothingArrivesBeforeItsDelay() throws IOException {
        try (Ends ends = Ends.of("delay 15ms");
                DatagramChannel server = ends.datagrams();
                DatagramChannel client = DatagramChannel.open()) {
            client.connect(ends.towards(server));
            for (int i = 0; i < 10; i++) {
                long start = System.nanoTime();
                client.write(ByteBuffer.allocate(10));
                server.receive(ByteBuffer.allocate(100));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(15));
            }
        }
    }

    @Test
    void aDatagramForNobodyIsRefusedAsAnywhere() throws IOException {
        for (Family family : Family.values()) {
            try (Ends ends = Ends.of("", family);
                    DatagramChannel client = DatagramChannel.open()) {
                client.connect(ends.nobody());
                client.write(ByteBuffer.allocate(10));
                assertThatThrownBy(() -> client.read(ByteBuffer.allocate(10)))
                        .isInstanceOf(PortUnreachableException.class);
                assertThat(ends.wire.report(Way.DOWNSTREAM).in()).isEqualTo(1);
            }
        }
    }

    @Test
    void aConnectionToNobodyIsRefused() throws IOException {
        try (Ends ends = Ends.of("");
                SocketChannel client = SocketChannel.open()) {
            InetSocketAddress nobody = ends.nobody();
            assertThatThrownBy(() -> client.connect(nobody)).hasMessageContaining("refused");
        }
    }

    @Test
    void aLongDatagramTravelsInFragments() throws IOException {
        for (Family family : Family.values()) {
            try (Ends ends = Ends.of("upstream drop data 2", family);
                    DatagramChannel server = ends.datagrams();
                    DatagramChannel client = DatagramChannel.open()) {
                client.connect(ends.towards(server));
                for (int bytes : new int[] {5000, 5001, 5002}) {
                    client.write(ByteBuffer.allocate(bytes));
                }
                List<Integer> got = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    ByteBuffer into = ByteBuffer.allocate(10_000);
                    server.receive(into);
                    got.add(into.position());
                }
                assertThat(got).containsExactly(5000, 5002);
                assertThat(ends.wire.traffic().upstream().packets()).isEqualTo(12);
                assertThat(ends.wire.traffic().upstream().payloadBytes()).isEqualTo(15_003);
            }
        }
    }

    @Test
    void aPauseHoldsEverythingAndAStepLetsOneGo() throws Exception {
        try (Ends ends = Ends.of("");
                DatagramChannel server = ends.datagrams();
                DatagramChannel client = DatagramChannel.open()) {
            client.connect(ends.towards(server));
            ends.wire.pause();
            for (byte i = 1; i <= 4; i++) {
                client.write(ByteBuffer.wrap(new byte[] {i}));
            }
            await().until(() -> ends.wire.report().queued() == 4);
            ends.wire.order(Order.parse("drop 2nd"));
            assertThat(ends.wire.orders()).hasSize(1);
            ends.wire.step(3);
            assertThat(received(server)).isEqualTo(1);
            assertThat(received(server)).isEqualTo(3);
            assertThat(ends.wire.paused()).isTrue();
            assertThat(ends.wire.report().queued()).isEqualTo(1);
            ends.wire.resume();
            assertThat(received(server)).isEqualTo(4);
            assertThat(ends.wire.orders()).isEmpty();
            assertThatThrownBy(() -> ends.wire.step(1)).isInstanceOf(UsageException.class);
        }
    }

    private static int received(DatagramChannel at) throws IOException {
        ByteBuffer got = ByteBuffer.allocate(10);
        at.receive(got);
        return got.get(0);
    }

    @Test
    void theHandshakeCanBeSteppedThrough() throws Exception {
        try (Ends ends = Ends.of("")) {
            ends.wire.pause();
            FutureTask<SocketChannel> connecting = new FutureTask<>(ends::connect);
            new Thread(connecting, "connecting").start();
            await().until(() -> ends.wire.report().queued() >= 1);
            assertThat(ends.wire.log()).isEmpty();
            ends.wire.step(1);
            await().until(() ->
                    ends.wire.report().queued() >= 1 && ends.wire.log().size() == 1);
            assertThat(connecting.isDone()).isFalse();
            ends.wire.resume();
            connecting.get(20, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void theLinkMayChangeWhileConnectionsStand() throws IOException {
        try (Ends ends = Ends.of("");
                SocketChannel client = ends.connect();
                SocketChannel served = ends.accept()) {
            Ends.carry(client, served, 10);
            ends.wire.use(LinkSpec.parse("upstream duplicate data 1"));
            assertThat(ends.wire.link().text()).isEqualTo("upstream duplicate data 1");
            Ends.carry(client, served, 10);
            assertThat(ends.wire.report().duplicated()).isEqualTo(1);
        }
    }

    @Test
    void twoWiresAreApart() throws IOException {
        try (Ends one = Ends.of("");
                Ends other = Ends.of("")) {
            assertThat(one.wire.device()).isNotEqualTo(other.wire.device());
            try (SocketChannel client = other.connect();
                    SocketChannel served = other.accept()) {
                Ends.carry(client, served, 1000);
            }
            assertThat(one.wire.report().in()).isZero();
            assertThatThrownBy(() -> one.wire.towards(new InetSocketAddress(other.wire.here(Family.AF_INET), 80)))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("wire: towards: \"10.77.1.1\" (expected: a server at 10.77.0.1)");
        }
    }

    @Test
    void closesTwiceAndGivesItsPlaceToTheNext() throws IOException {
        Ends ends = Ends.of("delay 10s");
        String device = ends.wire.device();
        ends.close();
        ends.close();
        try (Ends next = Ends.of("")) {
            assertThat(next.wire.device()).isEqualTo(device);
            assertThat(Collections.list(NetworkInterface.getByName(device).getInetAddresses()))
                    .isNotEmpty();
        }
    }
}
