package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.PacketObserver;

/** Whoever is told of the packets of a relay is foreign to it, and called by its thread. */
@Timeout(30)
class RelayObserverTest {
    @Test
    void mayCloseARelayOfDatagrams() throws Exception {
        try (UdpStage udp = new UdpStage()) {
            UdpRelay relay = udp.relay("");
            CompletableFuture<Optional<Exception>> closed = closedByItsObserver(relay);
            UdpStage.send(udp.socket(), relay.listen(), "one");
            assertThat(closed.get(10, TimeUnit.SECONDS)).isEmpty();
            assertThat(UdpStage.receiveText(udp.server())).isEqualTo("one");
            await().until(() -> UdpStage.portIsFree(relay.listen()));
            assertThat(relay.broken()).isFalse();
        }
    }

    @Test
    void mayCloseARelayOfStreams() throws Exception {
        try (TcpStage tcp = new TcpStage()) {
            TcpRelay relay = tcp.relay("");
            CompletableFuture<Optional<Exception>> closed = closedByItsObserver(relay);
            Socket client = tcp.connect(relay);
            Socket server = tcp.accept();
            TcpStage.send(client, "one");
            assertThat(closed.get(10, TimeUnit.SECONDS)).isEmpty();
            TcpStage.assertReset(client);
            assertThat(server.isConnected()).isTrue();
            assertThat(relay.broken()).isFalse();
        }
    }

    /** What it was told: nothing, or that the relay's thread did not end. */
    private static CompletableFuture<Optional<Exception>> closedByItsObserver(Relay relay) {
        CompletableFuture<Optional<Exception>> closed = new CompletableFuture<>();
        relay.observe(packet -> {
            try {
                relay.close();
                closed.complete(Optional.empty());
            } catch (IOException failure) {
                closed.complete(Optional.of(failure));
            }
        });
        return closed;
    }

    @Test
    void thatThrowsIsToldOnAndSoAreTheOthers() throws Exception {
        try (UdpStage udp = new UdpStage()) {
            UdpRelay relay = udp.relay("");
            List<Throwable> told = new CopyOnWriteArrayList<>();
            List<Integer> seen = new CopyOnWriteArrayList<>();
            PacketObserver faulty = packet -> {
                Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));
                throw new IllegalStateException("as if");
            };
            relay.observe(faulty);
            relay.observe(packet -> seen.add(packet.bytes()));
            DatagramSocket client = udp.socket();
            for (String each : List.of("a", "bc")) {
                UdpStage.send(client, relay.listen(), each);
                assertThat(UdpStage.receiveText(udp.server())).isEqualTo(each);
            }
            assertThat(seen).containsExactly(1, 2);
            assertThat(told).as("once").singleElement().isInstanceOf(IllegalStateException.class);
            assertThat(relay.broken()).isFalse();
        }
    }
}
