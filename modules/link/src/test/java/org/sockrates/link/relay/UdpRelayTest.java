package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.Hop;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PassedPacket;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.Ipv6;
import org.sockrates.transport.testkit.Task;

@Timeout(30)
class UdpRelayTest {
    @AutoClose
    private final UdpStage stage = new UdpStage();

    private final DatagramSocket server = stage.server();

    @Test
    void carriesDatagramsBothWays() throws IOException {
        UdpRelay relay = stage.relay("");
        DatagramSocket client = stage.socket();
        UdpStage.send(client, relay.listen(), "hello");
        DatagramPacket asked = UdpStage.receive(server);
        assertThat(UdpStage.text(asked)).isEqualTo("hello");
        UdpStage.send(server, UdpStage.sender(asked), "hi");
        DatagramPacket answer = UdpStage.receive(client);
        assertThat(UdpStage.text(answer)).isEqualTo("hi");
        assertThat(answer.getSocketAddress()).isEqualTo(relay.listen());
        assertThat(relay.report()).isEqualTo(new LinkReport(2, 2, 0, 0, 0, 0, 0, 7, 7, Map.of()));
    }

    @Test
    void aSingleByteIsPassedAndCountsAsPassed() throws IOException {
        UdpRelay relay = stage.relay("");
        DatagramSocket client = stage.socket();
        for (String each : List.of("a", "", "b")) {
            UdpStage.send(client, relay.listen(), each);
            DatagramPacket asked = UdpStage.receive(server);
            assertThat(UdpStage.text(asked)).isEqualTo(each);
            UdpStage.send(server, UdpStage.sender(asked), each);
            assertThat(UdpStage.receiveText(client)).isEqualTo(each);
        }
        await().untilAsserted(() ->
                assertThat(relay.report()).isEqualTo(new LinkReport(6, 6, 0, 0, 0, 0, 0, 4, 4, Map.of())));
    }

    @Test
    void tellsWhatItIs() throws IOException {
        UdpRelay relay = stage.relay("delay 1ms");
        assertThat(relay.transport()).isEqualTo("udp");
        RelaySettings forRdt = RelaySettings.of("rdt-gbn", stage.loopback(0), relay.target());
        assertThat(stage.relay(forRdt, "").transport()).isEqualTo("rdt-gbn");
        assertThat(relay.target().getPort()).isEqualTo(server.getLocalPort());
        assertThat(relay.link()).isEqualTo(LinkSpec.parse("delay 1ms"));
        assertThat(relay.startNanos()).isLessThanOrEqualTo(System.nanoTime());
    }

    @Test
    void keepsItsClientsApart() throws IOException {
        UdpRelay relay = stage.relay("");
        DatagramSocket alice = stage.socket();
        DatagramSocket bob = stage.socket();
        UdpStage.send(alice, relay.listen(), "alice");
        UdpStage.send(bob, relay.listen(), "bob");
        for (int i = 0; i < 2; i++) {
            DatagramPacket asked = UdpStage.receive(server);
            UdpStage.send(server, UdpStage.sender(asked), "for " + UdpStage.text(asked));
        }
        assertThat(UdpStage.receiveText(alice)).isEqualTo("for alice");
        assertThat(UdpStage.receiveText(bob)).isEqualTo("for bob");
    }

    @Test
    void tellsThroughWhichFacesADatagramWent() throws IOException {
        UdpRelay relay = stage.relay("");
        DatagramSocket client = stage.socket();
        UdpStage.send(client, relay.listen(), "hello");
        DatagramPacket asked = UdpStage.receive(server);
        InetSocketAddress own = (InetSocketAddress) client.getLocalSocketAddress();
        InetSocketAddress seen = UdpStage.sender(asked);
        UdpStage.send(server, seen, "hi");
        UdpStage.receive(client);

        Hop there = new Hop(own, relay.listen(), seen, relay.target());
        assertThat(relay.log()).extracting(PassedPacket::hop).containsExactly(there, there.back());
    }

    @Test
    void anEmptyDatagramIsADatagram() throws IOException {
        UdpRelay relay = stage.relay("");
        DatagramSocket client = stage.socket();
        UdpStage.send(client, relay.listen(), "");
        DatagramPacket asked = UdpStage.receive(server);
        assertThat(asked.getLength()).isZero();
        UdpStage.send(client, relay.listen(), "behind it");
        DatagramPacket behind = UdpStage.receive(server);
        assertThat(behind.getSocketAddress()).isEqualTo(asked.getSocketAddress());
        UdpStage.send(server, UdpStage.sender(asked), "");
        assertThat(UdpStage.receive(client).getLength()).isZero();
        assertThat(relay.report().dropped()).isZero();
    }

    @Test
    void anEmptyDatagramLosesNothingThatHasArrivedMeanwhile() throws Exception {
        UdpRelay relay = stage.relay("");
        DatagramSocket client = stage.socket();
        UdpStage.send(client, relay.listen(), "hello");
        InetSocketAddress seen = UdpStage.sender(UdpStage.receive(server));
        CountDownLatch offered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        relay.observe(packet -> {
            if (packet.bytes() == 0) {
                offered.countDown();
                awaitOrFail(goOn);
            }
        });
        for (int round = 0; round < 2; round++) {
            UdpStage.send(client, relay.listen(), "");
            awaitOrFail(offered);
            for (int i = 0; i < 10; i++) {
                UdpStage.send(server, seen, round + " " + i);
            }
            goOn.countDown();
            for (int i = 0; i < 10; i++) {
                assertThat(UdpStage.receiveText(client)).isEqualTo(round + " " + i);
            }
            DatagramPacket empty = UdpStage.receive(server);
            assertThat(empty.getLength()).isZero();
            assertThat(empty.getSocketAddress()).isEqualTo(seen);
        }
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void strangersAreNotHeardByTheSocketThatStandsForAClient() throws IOException {
        UdpRelay relay = stage.relay("");
        DatagramSocket client = stage.socket();
        for (String word : List.of("hello", "", "after an empty one")) {
            UdpStage.send(client, relay.listen(), word);
            InetSocketAddress seen = UdpStage.sender(UdpStage.receive(server));
            UdpStage.send(stage.socket(), seen, "from a stranger");
            UdpStage.send(server, seen, "from the server");
            assertThat(UdpStage.receiveText(client)).isEqualTo("from the server");
        }
    }

    @Test
    void carriesTheLargestDatagram() throws IOException {
        UdpRelay relay = stage.relay("delay 1ms");
        DatagramSocket client = stage.socket();
        UdpStage.send(client, relay.listen(), "x".repeat(65_507));
        assertThat(UdpStage.receive(server).getLength()).isEqualTo(65_507);
    }

    @Test
    void aClosedPortIsSilenceUntilSomebodyOpensIt() throws IOException {
        InetSocketAddress there = stage.loopback(server.getLocalPort());
        server.close();
        UdpRelay relay = stage.relay(RelaySettings.of("udp", stage.loopback(0), there), "");
        DatagramSocket client = stage.socket();
        client.setSoTimeout(100);
        UdpStage.send(client, relay.listen(), "anybody?");
        UdpStage.send(client, relay.listen(), "anybody?");
        assertThatThrownBy(() -> UdpStage.receive(client)).isInstanceOf(SocketTimeoutException.class);
        try (DatagramSocket late = new DatagramSocket(there)) {
            late.setSoTimeout(5000);
            UdpStage.send(client, relay.listen(), "now?");
            assertThat(UdpStage.receiveText(late)).isEqualTo("now?");
        }
    }

    @Test
    void theLogRemembersTheLast() throws IOException {
        UdpRelay relay = stage.relay(stage.settings().withMostLogged(3), "");
        List<PassedPacket> told = new CopyOnWriteArrayList<>();
        relay.observe(told::add);
        DatagramSocket client = stage.socket();
        for (int i = 0; i < 10; i++) {
            UdpStage.send(client, relay.listen(), "x");
            UdpStage.receive(server);
        }
        await().until(() -> told.size() == 10);
        assertThat(relay.log()).extracting(PassedPacket::number).containsExactly(8L, 9L, 10L);
    }

    @Test
    void theServerMayStandOnIpv6() throws Exception {
        Ipv6.needed();
        try (UdpStage six = new UdpStage(Family.AF_INET6)) {
            UdpRelay relay = six.relay("");
            DatagramSocket client = six.socket();
            UdpStage.send(client, relay.listen(), "six");
            DatagramPacket asked = UdpStage.receive(six.server());
            UdpStage.send(six.server(), UdpStage.sender(asked), "ok");
            assertThat(UdpStage.receiveText(client)).isEqualTo("ok");
        }
    }

    @Test
    void thePortInUseIsAnErrorThatLeavesNothingOpen() {
        InetSocketAddress taken = stage.loopback(server.getLocalPort());
        RelaySettings settings = RelaySettings.of("udp", taken, stage.loopback(1));
        assertThatThrownBy(() -> stage.relay(settings, ""))
                .hasMessage("bind: " + CallText.address(taken) + ": Address already in use");
    }

    @Test
    void closingInTheMidstOfTrafficGivesEveryPortBack() throws Exception {
        UdpRelay relay = stage.relay("delay 1ms");
        DatagramSocket client = stage.socket();
        AtomicBoolean over = new AtomicBoolean();
        Task<Integer> talk = Task.start(() -> {
            int sent = 0;
            while (!over.get()) {
                UdpStage.send(client, relay.listen(), "on and on");
                sent++;
            }
            return sent;
        });
        InetSocketAddress seen = UdpStage.sender(UdpStage.receive(server));
        relay.close();
        assertThat(UdpStage.portIsFree(relay.listen())).isTrue();
        assertThat(UdpStage.portIsFree(seen)).isTrue();
        over.set(true);
        assertThat(talk.result()).isPositive();
    }

    @Test
    void closesTwice() throws IOException {
        UdpRelay relay = stage.relay("delay 10s");
        UdpStage.send(stage.socket(), relay.listen(), "never");
        await().until(() -> relay.report().queued() == 1);
        relay.close();
        relay.close();
        relay.resume();
        assertThat(relay.log()).hasSize(1);
    }
}
