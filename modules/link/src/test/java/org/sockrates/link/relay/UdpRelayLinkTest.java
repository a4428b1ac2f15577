package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.rule.Order;
import org.sockrates.link.rule.Verdict;

/** What a link does to the datagrams of a relay. */
@Timeout(30)
class UdpRelayLinkTest {
    @AutoClose
    private final UdpStage stage = new UdpStage();

    private final DatagramSocket server = stage.server();

    @Test
    void losesTheDatagramsItIsToldTo() throws IOException {
        UdpRelay relay = stage.relay("upstream drop 2");
        DatagramSocket client = stage.socket();
        for (String word : List.of("one", "two", "three")) {
            UdpStage.send(client, relay.listen(), word);
        }
        assertThat(List.of(UdpStage.receiveText(server), UdpStage.receiveText(server)))
                .containsExactly("one", "three");
        await().until(() -> relay.log().size() == 3);
        assertThat(relay.log())
                .extracting(PassedPacket::verdict)
                .containsExactly(Verdict.PASSED, Verdict.DROPPED, Verdict.PASSED);
        assertThat(relay.log().get(1).rule()).isEqualTo("drop");
        assertThat(relay.log().get(1).number()).isEqualTo(2);
    }

    @Test
    void doublesReordersAndCorruptsTheDatagramsItIsToldTo() throws IOException {
        UdpRelay relay = stage.relay("duplicate packets 1 corrupt packets 2 delay 150ms reorder packets 3");
        DatagramSocket client = stage.socket();
        for (String word : List.of("one", "two", "three")) {
            UdpStage.send(client, relay.listen(), word);
        }
        List<String> got = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            got.add(UdpStage.receiveText(server));
        }
        assertThat(got.subList(0, 3)).containsExactly("three", "one", "one");
        assertThat(got.get(3)).isNotEqualTo("two");
        assertThat(relay.log())
                .extracting(packet -> packet.verdict().word())
                .containsExactly("delayed", "duplicated", "corrupted", "reordered");
    }

    @Test
    void delaysEveryDatagram() throws IOException {
        UdpRelay relay = stage.relay("delay 30ms");
        DatagramSocket client = stage.socket();
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            UdpStage.send(client, relay.listen(), "late");
            UdpStage.receive(server);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(30), Duration.ofSeconds(2));
        }
    }

    @Test
    void changesItsLinkWhileItRuns() throws IOException {
        UdpRelay relay = stage.relay("upstream drop 1");
        DatagramSocket client = stage.socket();
        UdpStage.send(client, relay.listen(), "lost");
        await().until(() -> relay.report().dropped() == 1);
        relay.use(LinkSpec.parse("upstream drop 2"));
        assertThat(relay.link().text()).isEqualTo("upstream drop 2");
        UdpStage.send(client, relay.listen(), "first");
        UdpStage.send(client, relay.listen(), "second");
        UdpStage.send(client, relay.listen(), "third");
        assertThat(UdpStage.receiveText(server)).isEqualTo("first");
        assertThat(UdpStage.receiveText(server)).isEqualTo("third");
    }

    @Test
    void aPauseHoldsEverythingBackInOrder() throws IOException {
        UdpRelay relay = stage.relay("");
        DatagramSocket client = stage.socket();
        relay.pause();
        assertThat(relay.paused()).isTrue();
        for (String word : List.of("one", "two", "three")) {
            UdpStage.send(client, relay.listen(), word);
        }
        await().until(() -> relay.report().queued() == 3);
        assertThat(relay.report().out()).isZero();
        server.setSoTimeout(30);
        assertThatThrownBy(() -> UdpStage.receive(server)).isInstanceOf(SocketTimeoutException.class);
        server.setSoTimeout(5000);
        relay.resume();
        assertThat(List.of(UdpStage.receiveText(server), UdpStage.receiveText(server), UdpStage.receiveText(server)))
                .containsExactly("one", "two", "three");
        assertThat(relay.report().queued()).isZero();
        assertThat(relay.report().outBytes()).isEqualTo(11);
    }

    @Test
    void packetsAndBytesAgreeAtEveryMomentOfPausesAndTheirEnds() throws IOException {
        UdpRelay relay = stage.relay("");
        DatagramSocket client = stage.socket();
        for (int i = 0; i < 4000; i++) {
            if (i % 40 == 0) {
                relay.pause();
            } else if (i % 40 == 30) {
                relay.resume();
            }
            UdpStage.send(client, relay.listen(), "ten bytes.");
            LinkReport report = relay.report();
            assertThat(report.in()).isEqualTo(report.out() + report.queued());
            assertThat(report.inBytes()).isEqualTo(10 * report.in());
            assertThat(report.outBytes()).isEqualTo(10 * report.out());
        }
        await().untilAsserted(() -> assertThat(relay.report().out()).isEqualTo(4000));
    }

    @Test
    void whatComesBehindAPauseDoesNotOvertakeIt() throws IOException {
        UdpRelay relay = stage.relay("");
        DatagramSocket client = stage.socket();
        for (int i = 0; i < 200; i++) {
            relay.pause();
            UdpStage.send(client, relay.listen(), "held " + i);
            relay.resume();
            UdpStage.send(client, relay.listen(), "behind " + i);
            assertThat(UdpStage.receiveText(server)).isEqualTo("held " + i);
            assertThat(UdpStage.receiveText(server)).isEqualTo("behind " + i);
        }
    }

    @Test
    void thePauseAskedForLastHolds() throws IOException {
        UdpRelay relay = stage.relay("");
        DatagramSocket client = stage.socket();
        for (int i = 0; i < 100; i++) {
            relay.pause();
            relay.resume();
        }
        relay.pause();
        UdpStage.send(client, relay.listen(), "held");
        await().until(() -> relay.report().in() == 1);
        assertThat(relay.paused()).isTrue();
        assertThat(relay.report().queued()).isEqualTo(1);
    }

    @Test
    void stepsThroughWhatAPauseHoldsBackAndOrdersChooseFromIt() throws IOException {
        UdpRelay relay = stage.relay("");
        DatagramSocket client = stage.socket();
        relay.pause();
        for (String word : List.of("one", "two", "three", "four")) {
            UdpStage.send(client, relay.listen(), word);
        }
        await().until(() -> relay.report().queued() == 4);
        relay.order(Order.parse("drop 2nd"));
        relay.step(3);
        assertThat(List.of(UdpStage.receiveText(server), UdpStage.receiveText(server)))
                .containsExactly("one", "three");
        assertThat(relay.report().queued()).isEqualTo(1);
        assertThat(relay.report().byRule()).containsEntry("drop 2nd", 1L);
        assertThat(relay.orders()).isEmpty();
        relay.step(2);
        UdpStage.send(client, relay.listen(), "five");
        assertThat(List.of(UdpStage.receiveText(server), UdpStage.receiveText(server)))
                .containsExactly("four", "five");
    }

    @Test
    void anOrderThatWasForgottenIsNotCarriedOut() throws IOException {
        UdpRelay relay = stage.relay("");
        relay.order(Order.parse("drop next"));
        assertThat(relay.orders()).hasSize(1);
        relay.forgetOrders();
        UdpStage.send(stage.socket(), relay.listen(), "there");
        assertThat(UdpStage.receiveText(server)).isEqualTo("there");
    }

    @Test
    void keepsTheBalanceUnderAStorm() throws IOException {
        UdpRelay relay = stage.relay("loss 10% duplicate 10% corrupt 5% delay 3ms 2ms reorder 10% limit 50 seed 99");
        DatagramSocket client = stage.socket();
        for (int i = 0; i < 3000; i++) {
            UdpStage.send(client, relay.listen(), "x".repeat(i % 100));
            LinkReport report = relay.report();
            assertThat(report.in() + report.duplicated()).isEqualTo(report.out() + report.dropped() + report.queued());
        }
        await().untilAsserted(() -> assertThat(relay.report().queued()).isZero());
        assertThat(relay.report().byRule()).containsKeys("loss", "duplicate", "corrupt", "delay", "reorder");
    }
}
