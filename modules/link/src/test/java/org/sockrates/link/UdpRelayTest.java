package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Family;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.text.HostText;

class UdpRelayTest {
    private final List<AutoCloseable> open = new ArrayList<>();
    private DatagramSocket server;

    @BeforeEach
    void serverIsThere() throws IOException {
        server = socket();
    }

    @AfterEach
    void everythingIsClosed() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("sockrates-"));
    }

    private DatagramSocket socket() throws IOException {
        DatagramSocket socket = new DatagramSocket(0, HostText.loopback(Family.AF_INET));
        socket.setSoTimeout(5000);
        open.add(socket);
        return socket;
    }

    private UdpRelay relay(String link) throws IOException {
        return relay(link, RelaySettings.of(loopback(0), loopback(server.getLocalPort())));
    }

    private UdpRelay relay(String link, RelaySettings settings) throws IOException {
        UdpRelay relay = new UdpRelay(settings, LinkSpec.parse(link), SystemClock.INSTANCE);
        open.add(0, relay);
        return relay;
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(HostText.loopback(Family.AF_INET), port);
    }

    private static void send(DatagramSocket from, InetSocketAddress to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        from.send(new DatagramPacket(bytes, bytes.length, to));
    }

    private static DatagramPacket receive(DatagramSocket at) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        at.receive(packet);
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    @Test
    void carriesDatagramsBothWays() throws IOException {
        UdpRelay relay = relay("");
        DatagramSocket client = socket();
        send(client, relay.listen(), "hello");
        DatagramPacket asked = receive(server);
        assertThat(text(asked)).isEqualTo("hello");
        send(server, (InetSocketAddress) asked.getSocketAddress(), "hi");
        DatagramPacket answer = receive(client);
        assertThat(text(answer)).isEqualTo("hi");
        assertThat(answer.getSocketAddress()).isEqualTo(relay.listen());
        assertThat(relay.report().in()).isEqualTo(2);
        assertThat(relay.report().out()).isEqualTo(2);
    }

    @Test
    void losesTheDatagramsItIsToldTo() throws IOException {
        UdpRelay relay = relay("drop 2");
        DatagramSocket client = socket();
        for (String word : List.of("one", "two", "three")) {
            send(client, relay.listen(), word);
        }
        assertThat(List.of(text(receive(server)), text(receive(server)))).containsExactly("one", "three");
        assertThat(relay.log())
                .extracting(PassedPacket::verdict)
                .containsExactly(Verdict.PASSED, Verdict.DROPPED, Verdict.PASSED);
        assertThat(relay.log().get(1).rule()).isEqualTo("drop");
    }

    @Test
    void tellsThroughWhichFacesADatagramWent() throws IOException {
        UdpRelay relay = relay("");
        DatagramSocket client = socket();
        send(client, relay.listen(), "hello");
        DatagramPacket asked = receive(server);
        InetSocketAddress own = (InetSocketAddress) client.getLocalSocketAddress();
        InetSocketAddress seen = (InetSocketAddress) asked.getSocketAddress();
        send(server, seen, "hi");
        receive(client);

        Hop there = new Hop(own, relay.listen(), seen, relay.target());
        assertThat(relay.log()).extracting(PassedPacket::hop).containsExactly(there, there.back());
    }

    @Test
    void delaysEveryDatagram() throws IOException {
        UdpRelay relay = relay("delay 30ms");
        DatagramSocket client = socket();
        long start = System.nanoTime();
        send(client, relay.listen(), "late");
        assertThat(text(receive(server))).isEqualTo("late");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(30), Duration.ofSeconds(2));
    }

    @Test
    void aClosedPortIsSilence() throws IOException {
        int port = server.getLocalPort();
        server.close();
        UdpRelay relay = relay("", RelaySettings.of(loopback(0), loopback(port)));
        DatagramSocket client = socket();
        client.setSoTimeout(100);
        send(client, relay.listen(), "anybody?");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> receive(client))
                .isInstanceOf(SocketTimeoutException.class);
    }
}
