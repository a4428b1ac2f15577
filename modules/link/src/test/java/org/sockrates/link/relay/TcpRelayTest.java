package org.sockrates.link.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.fault.FaultSpec;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.Ipv6;
import org.sockrates.transport.testkit.Task;
import org.sockrates.transport.text.HostText;

@Timeout(30)
class TcpRelayTest {
    @AutoClose
    private final TcpStage stage = new TcpStage();

    @Test
    void carriesBytesBothWays() throws IOException {
        TcpRelay relay = stage.relay("");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "hello");
        assertThat(TcpStage.read(served, 5)).isEqualTo("hello");
        TcpStage.send(served, "hi");
        assertThat(TcpStage.read(client, 2)).isEqualTo("hi");
        await().untilAsserted(() ->
                assertThat(relay.report()).isEqualTo(new LinkReport(2, 2, 0, 0, 0, 0, 0, 7, 7, Map.of())));
    }

    @Test
    void tellsWhatItIs() throws IOException {
        TcpRelay relay = stage.relay("delay 1ms");
        assertThat(relay.transport()).isEqualTo("tcp");
        assertThat(relay.target().getPort()).isEqualTo(stage.server().getLocalPort());
        assertThat(relay.listen().getAddress().isLoopbackAddress()).isTrue();
        assertThat(relay.link()).isEqualTo(LinkSpec.parse("delay 1ms"));
        assertThat(relay.faults()).isEqualTo(FaultSpec.NONE);
        assertThat(relay.startNanos()).isLessThanOrEqualTo(System.nanoTime());
    }

    @Test
    void halfClosePassesThrough() throws IOException {
        TcpRelay relay = stage.relay("");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "question");
        client.shutdownOutput();
        assertThat(TcpStage.read(served, 100)).isEqualTo("question");
        TcpStage.send(served, "answer");
        served.close();
        assertThat(TcpStage.read(client, 100)).isEqualTo("answer");
    }

    @Test
    void anUrgentByteKeepsItsPlaceInTheStream() throws IOException {
        TcpRelay relay = stage.relay("");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "pay 100 ");
        client.sendUrgentData('!');
        TcpStage.send(client, "euros");
        assertThat(TcpStage.read(served, 14)).isEqualTo("pay 100 !euros");
        served.sendUrgentData('?');
        TcpStage.send(served, "yes");
        assertThat(TcpStage.read(client, 4)).isEqualTo("?yes");
    }

    @Test
    void aResetPassesThroughBothWays() throws IOException {
        TcpRelay relay = stage.relay("");
        for (boolean upstream : new boolean[] {true, false}) {
            Socket client = stage.connect(relay);
            Socket served = stage.accept();
            Socket from = upstream ? client : served;
            Socket to = upstream ? served : client;
            TcpStage.send(from, "x");
            assertThat(TcpStage.read(to, 1)).isEqualTo("x");
            from.setSoLinger(true, 0);
            from.close();
            TcpStage.assertReset(to);
        }
    }

    @Test
    void aResetIsAsLateAsBytes() throws IOException {
        TcpRelay relay = stage.relay("delay 40ms");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        long start = System.nanoTime();
        client.setSoLinger(true, 0);
        client.close();
        TcpStage.assertReset(served);
        assertThat(System.nanoTime() - start).isGreaterThan(40_000_000);
    }

    @Test
    void aRefusedConnectionBecomesAReset() throws IOException {
        TcpRelay relay = stage.relay("");
        stage.server().close();
        assertThatThrownBy(() -> stage.connect(relay).getInputStream().read())
                .as("the reset may come before connect has returned")
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
        assertThat(relay.endings().refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.entry()).isEqualTo(relay.listen());
            assertThat(refusal.target()).isEqualTo(relay.target());
            assertThat(refusal.errno()).isEqualTo(Errno.ECONNREFUSED);
        });
    }

    @Test
    void holdsOnlyAsMuchAsItMayAndSlowsTheSender() throws Exception {
        RelaySettings settings = stage.settings().withMostStreamBytes(100_000);
        TcpRelay relay = stage.relay(settings, "delay 1ms");
        Socket client = stage.connect(relay);
        stage.accept();
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
            try {
                client.getOutputStream().write(new byte[64 << 20]);
            } catch (IOException closedAtTheEnd) {
                // what is asserted is that it got stuck
            }
        });
        long held = settled(relay);
        assertThat(held).isLessThan(100_000 + (256 << 10));
        assertThat(sent).isNotDone();
        client.close();
        sent.get(5, TimeUnit.SECONDS);
    }

    /** How many bytes are inside once no more go in. */
    private static long settled(TcpRelay relay) {
        long[] before = {-1};
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            long now = relay.report().inBytes();
            boolean same = now == before[0] && now > 0;
            before[0] = now;
            return same;
        });
        return relay.report().inBytes() - relay.report().outBytes();
    }

    @Test
    void furtherClientsWaitWhileAllPlacesAreTaken() throws IOException {
        TcpRelay relay = stage.relay(stage.settings().withMostPeers(1), "");
        Socket first = stage.connect(relay);
        Socket served = stage.accept();
        Socket second = stage.connect(relay);
        TcpStage.send(second, "second");
        stage.server().setSoTimeout(100);
        assertThatThrownBy(() -> stage.server().accept()).isInstanceOf(SocketTimeoutException.class);
        stage.server().setSoTimeout(5000);
        first.close();
        served.close();
        assertThat(TcpStage.read(stage.accept(), 6)).isEqualTo("second");
    }

    @Test
    void servesManyClientsAtOnce() throws IOException {
        TcpRelay relay = stage.relay("delay 2ms");
        List<Socket> clients = new ArrayList<>();
        List<Socket> served = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            clients.add(stage.connect(relay));
            served.add(stage.accept());
        }
        for (int i = 0; i < 80; i++) {
            TcpStage.send(clients.get(i), String.format("%02d", i));
        }
        List<String> got = new ArrayList<>();
        for (Socket each : served) {
            got.add(TcpStage.read(each, 2));
        }
        assertThat(got).doesNotHaveDuplicates().hasSize(80);
    }

    @Test
    void tellsItsObserversOfEveryPiece() throws IOException {
        TcpRelay relay = stage.relay("");
        List<PassedPacket> told = new CopyOnWriteArrayList<>();
        relay.observe(told::add);
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "abc");
        TcpStage.read(served, 3);
        await().untilAsserted(() -> assertThat(told).hasSize(1));
        assertThat(told.get(0).bytes()).isEqualTo(3);
        assertThat(told).isEqualTo(relay.log());
    }

    @Test
    void closingResetsWhatStands() throws IOException {
        TcpRelay relay = stage.relay("delay 10s");
        Socket client = stage.connect(relay);
        stage.accept();
        TcpStage.send(client, "never");
        await().until(() -> relay.report().queued() == 1);
        relay.close();
        relay.close();
        TcpStage.assertReset(client);
        assertThat(relay.report().queued()).isZero();
        assertThat(relay.report().dropped()).isEqualTo(1);
        assertThatThrownBy(() -> stage.connect(relay)).isInstanceOf(IOException.class);
    }

    @Test
    void closingInTheMidstOfTrafficGivesThePortBack() throws Exception {
        TcpRelay relay = stage.relay("delay 1ms");
        List<Task<?>> talks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Socket client = stage.connect(relay);
            Socket served = stage.accept();
            talks.add(Task.start(() -> sendUntilReset(client)));
            assertThat(TcpStage.read(served, 100_000)).hasSize(100_000);
        }
        relay.close();
        try (ServerSocket next = new ServerSocket()) {
            next.bind(relay.listen());
        }
        for (Task<?> talk : talks) {
            talk.result();
        }
    }

    private static IOException sendUntilReset(Socket socket) {
        try {
            while (true) {
                socket.getOutputStream().write(new byte[10_000]);
            }
        } catch (IOException reset) {
            return reset;
        }
    }

    @Test
    void thePortInUseIsAnErrorThatLeavesNothingOpen() throws IOException {
        InetSocketAddress taken = TcpStage.loopback(stage.server().getLocalPort());
        RelaySettings settings = RelaySettings.of("tcp", taken, TcpStage.loopback(1));
        assertThatThrownBy(() -> stage.relay(settings, ""))
                .hasMessage("bind: " + CallText.address(taken) + ": Address already in use");
    }

    @Test
    void theServerMayStandOnIpv6() throws Exception {
        Ipv6.needed();
        InetAddress six = HostText.loopback(Family.AF_INET6);
        try (ServerSocket server = new ServerSocket(0, 5, six)) {
            server.setSoTimeout(5000);
            RelaySettings settings = RelaySettings.of(
                    "tcp", new InetSocketAddress(six, 0), new InetSocketAddress(six, server.getLocalPort()));
            TcpRelay relay = stage.relay(settings, "");
            Socket client = stage.connect(relay);
            client.getOutputStream().write("six".getBytes(UTF_8));
            try (Socket served = server.accept()) {
                assertThat(TcpStage.read(served, 3)).isEqualTo("six");
            }
        }
    }
}
