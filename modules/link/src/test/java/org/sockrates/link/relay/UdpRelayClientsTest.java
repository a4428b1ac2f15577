package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.LinkReport;
import org.sockrates.transport.Family;

/** Which clients a relay remembers, and what becomes of those it forgets. */
@Timeout(30)
class UdpRelayClientsTest {
    @AutoClose
    private final UdpStage stage = new UdpStage();

    private final DatagramSocket server = stage.server();

    @Test
    void theOneSilentForLongestMakesRoom() throws IOException {
        UdpRelay relay = stage.relay(stage.settings().withMostPeers(2), "");
        DatagramSocket[] clients = {stage.socket(), stage.socket(), stage.socket()};
        InetSocketAddress[] seen = new InetSocketAddress[3];
        for (int i : new int[] {0, 1, 0, 2}) {
            UdpStage.send(clients[i], relay.listen(), "x");
            seen[i] = UdpStage.sender(UdpStage.receive(server));
        }
        UdpStage.send(server, seen[0], "still there");
        assertThat(UdpStage.receiveText(clients[0])).isEqualTo("still there");
        UdpStage.send(server, seen[1], "forgotten");
        clients[1].setSoTimeout(50);
        assertThatThrownBy(() -> UdpStage.receive(clients[1])).isInstanceOf(SocketTimeoutException.class);
        UdpStage.send(clients[1], relay.listen(), "again");
        assertThat(UdpStage.receive(server).getSocketAddress()).isNotEqualTo(seen[1]);
    }

    @Test
    void whatTheSystemThrewAwayStaysCountedWhenItsSocketIsClosed() throws Exception {
        Map<InetSocketAddress, Long> told = new ConcurrentHashMap<>();
        UdpRelay relay = stage.relay(stage.settings().withMostPeers(1), sockets -> {
            told.keySet().retainAll(sockets);
            return Map.copyOf(told);
        });
        told.put(relay.listen(), 40L);
        UdpStage.send(stage.socket(), relay.listen(), "x");
        told.put(UdpStage.sender(UdpStage.receive(server)), 2L);
        assertThat(relay.report().lostByHost()).containsEntry("overrun", 42L);
        assertThat(relay.report().in()).isEqualTo(43);
        UdpStage.send(stage.socket(), relay.listen(), "who makes room for another is closed");
        UdpStage.receive(server);
        LinkReport report = relay.report();
        assertThat(told).hasSize(1);
        assertThat(report.lostByHost()).containsEntry("overrun", 42L);
        assertThat(report.in()).isEqualTo(44).isEqualTo(report.out() + report.dropped());
    }

    @Test
    void theSystemIsAskedOnlyBeforeAClientIsForgotten() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        RelaySettings settings = stage.settings().withIdleLimit(Duration.ofMillis(200));
        UdpRelay relay = stage.relay(settings, sockets -> {
            asked.incrementAndGet();
            return sockets.stream().collect(Collectors.toMap(socket -> socket, socket -> 21L));
        });
        UdpStage.send(stage.socket(), relay.listen(), "x");
        InetSocketAddress seen = UdpStage.sender(UdpStage.receive(server));
        await().until(() -> UdpStage.portIsFree(seen));
        assertThat(asked).hasValue(1);
        assertThat(relay.report().lostByHost()).containsEntry("overrun", 42L);
    }

    @Test
    void aClientMayBeSilentForAsLongAsItLikes() throws IOException {
        RelaySettings settings = stage.settings().withIdleLimit(ChronoUnit.FOREVER.getDuration());
        UdpRelay relay = stage.relay(settings, "");
        UdpStage.send(stage.socket(), relay.listen(), "x");
        UdpStage.receive(server);
        assertThat(relay.broken()).isFalse();
    }

    @Test
    void whoIsOnlySpokenToIsNotSilent() throws IOException {
        UdpRelay relay = stage.relay(stage.settings().withMostPeers(2), "");
        DatagramSocket listener = stage.socket();
        UdpStage.send(listener, relay.listen(), "subscribe");
        InetSocketAddress seen = UdpStage.sender(UdpStage.receive(server));
        UdpStage.send(stage.socket(), relay.listen(), "once");
        UdpStage.receive(server);
        UdpStage.send(server, seen, "news");
        assertThat(UdpStage.receiveText(listener)).isEqualTo("news");
        UdpStage.send(stage.socket(), relay.listen(), "a third");
        UdpStage.receive(server);
        UdpStage.send(server, seen, "more news");
        assertThat(UdpStage.receiveText(listener)).isEqualTo("more news");
    }

    @Test
    void whoIsSilentTooLongIsForgotten() throws IOException {
        UdpRelay relay = stage.relay(stage.settings().withIdleLimit(Duration.ofMillis(20)), "");
        DatagramSocket client = stage.socket();
        UdpStage.send(client, relay.listen(), "x");
        InetSocketAddress seen = UdpStage.sender(UdpStage.receive(server));
        await().untilAsserted(() -> assertThat(UdpStage.portIsFree(seen)).isTrue());
        UdpStage.send(client, relay.listen(), "again");
        UdpStage.receive(server);
    }

    @Test
    void whoHasPacketsUnderWayIsNotForgotten() throws IOException {
        UdpRelay relay = stage.relay(stage.settings().withIdleLimit(Duration.ofMillis(400)), "upstream delay 900ms");
        DatagramSocket client = stage.socket();
        UdpStage.send(client, relay.listen(), "late");
        DatagramPacket came = UdpStage.receive(server);
        assertThat(UdpStage.text(came)).isEqualTo("late");
        UdpStage.send(server, UdpStage.sender(came), "answer");
        assertThat(UdpStage.receiveText(client)).isEqualTo("answer");
    }

    @Test
    void whoWaitsForTheEndOfAPauseIsNotForgotten() throws IOException {
        UdpRelay relay = stage.relay(stage.settings().withIdleLimit(Duration.ofMillis(100)), "");
        UdpStage.send(stage.socket(), relay.listen(), "first");
        InetSocketAddress forgotten = UdpStage.sender(UdpStage.receive(server));
        relay.pause();
        UdpStage.send(stage.socket(), relay.listen(), "held");
        await().until(() -> relay.report().queued() == 1);
        await().until(() -> UdpStage.portIsFree(forgotten));
        await().pollDelay(Duration.ofMillis(200)).until(relay::paused);
        relay.resume();
        DatagramPacket came = UdpStage.receive(server);
        assertThat(UdpStage.text(came)).isEqualTo("held");
        await().until(() -> UdpStage.portIsFree(UdpStage.sender(came)));
    }

    @Test
    void whoHasPacketsUnderWayMakesNoRoom() throws IOException {
        UdpRelay relay = stage.relay(stage.settings().withMostPeers(2), "upstream delay 300ms packets 1");
        UdpStage.send(stage.socket(), relay.listen(), "late");
        await().until(() -> relay.report().in() == 1);
        for (String each : List.of("second", "third")) {
            UdpStage.send(stage.socket(), relay.listen(), each);
            assertThat(UdpStage.receiveText(server)).isEqualTo(each);
        }
        assertThat(UdpStage.receiveText(server)).isEqualTo("late");
    }

    @Test
    void whatWasUnderWayForAForgottenClientIsCounted() throws IOException {
        UdpRelay relay = stage.relay(stage.settings().withMostPeers(1), "upstream delay 400ms packets 1");
        UdpStage.send(stage.socket(), relay.listen(), "too late");
        await().until(() -> relay.report().in() == 1);
        UdpStage.send(stage.socket(), relay.listen(), "in time");
        assertThat(UdpStage.receiveText(server)).isEqualTo("in time");
        await().until(() -> relay.report().dropped() == 1);
        LinkReport report = relay.report();
        assertThat(report.lostByHost()).containsExactly(entry("no-socket", 1L));
        assertThat(report.in() + report.duplicated()).isEqualTo(report.out() + report.dropped() + report.queued());
        assertThat(report.outBytes()).isEqualTo(7);
    }

    /** IPv6 carries datagrams of 65,527 bytes, IPv4 none so long. */
    @Test
    void whatTheSystemDoesNotTakeIsUnsent() throws Exception {
        try (UdpStage six = new UdpStage(Family.AF_INET6)) {
            InetSocketAddress target = stage.settings().target();
            UdpRelay relay = six.relay(RelaySettings.of("udp", six.loopback(0), target), "");
            UdpStage.send(six.socket(), relay.listen(), "x".repeat(65_527));
            await().until(() -> relay.report().dropped() == 1);
            assertThat(relay.report().lostByHost()).containsExactly(entry("unsent", 1L));
        }
    }
}
