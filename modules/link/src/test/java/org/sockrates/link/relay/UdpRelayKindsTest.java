package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.link.PacketObserver;
import org.sockrates.link.rule.Order;
import org.sockrates.link.rule.Verdict;
import org.sockrates.transport.PacketHead;

/** A relay whose transport reads its datagrams: here the first letter is the kind, and the second the number. */
@Timeout(30)
class UdpRelayKindsTest {
    private static final List<PacketHead.Kind> KINDS = List.of(PacketHead.Kind.values());

    @AutoClose
    private final UdpStage stage = new UdpStage();

    private static Optional<PacketHead> head(ByteBuffer datagram) {
        int letter = datagram.get(datagram.position());
        return KINDS.stream()
                .filter(kind -> kind.name().charAt(0) == letter)
                .map(kind -> new PacketHead(kind, datagram.get(datagram.position() + 1) - '0', 0, false, 9, 0))
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource({"next syn,O0", "next data,D1", "next ack,A2", "next fin,E3", "next rst,R4", "2nd data,?5"})
    void anOrderWaitsForItsKind(String which, String lost) throws IOException {
        UdpRelay relay = stage.relay(UdpRelayKindsTest::head);
        DatagramSocket client = stage.socket();
        relay.order(Order.parse("drop " + which));

        List<String> all = List.of("O0", "D1", "A2", "E3", "R4", "?5");
        for (String each : all) {
            UdpStage.send(client, relay.listen(), each);
        }

        String expected = all.stream().filter(each -> !each.equals(lost)).reduce("", String::concat);
        StringBuilder came = new StringBuilder();
        while (came.length() < expected.length()) {
            came.append(UdpStage.receiveText(stage.server()));
        }
        assertThat(came).hasToString(expected);
    }

    /** Readers of somebody's: each harms what it is handed, or fails. */
    static Stream<Function<ByteBuffer, Optional<PacketHead>>> harmful() {
        return Stream.of(
                datagram -> {
                    datagram.getLong();
                    return Optional.empty();
                },
                datagram -> {
                    datagram.get();
                    datagram.limit(3).order(ByteOrder.LITTLE_ENDIAN);
                    return Optional.empty();
                },
                datagram -> {
                    datagram.put(0, (byte) 0);
                    return Optional.empty();
                },
                datagram -> {
                    throw new NoClassDefFoundError("not in the jar");
                });
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void whateverReadsTheHeadTheDatagramPassesAsItCame(Function<ByteBuffer, Optional<PacketHead>> reader)
            throws IOException {
        UdpRelay relay = stage.relay(reader);
        DatagramSocket client = stage.socket();

        for (String each : List.of("hello", "again", "")) {
            UdpStage.send(client, relay.listen(), each);
            assertThat(UdpStage.receiveText(stage.server())).isEqualTo(each);
        }

        assertThat(relay.broken()).isFalse();
        assertThat(relay.log()).allMatch(packet -> packet.head().isEmpty());
    }

    @Test
    void aRelayThatDiedOfAnErrorSaysSo() throws IOException {
        UdpRelay relay = stage.relay(datagram -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
            throw new AssertionError("as if");
        });

        UdpStage.send(stage.socket(), relay.listen(), "hello");

        await().until(relay::broken);
    }

    @Test
    void itsLogSaysWhatPacketsSay() throws IOException {
        UdpRelay relay = stage.relay(UdpRelayKindsTest::head);
        DatagramSocket client = stage.socket();

        UdpStage.send(client, relay.listen(), "D7");
        UdpStage.receive(stage.server());

        assertThat(relay.log())
                .singleElement()
                .satisfies(packet -> assertThat(packet.text(0)).contains("  data 7  passed"));
    }

    @Test
    void whatIsBrokenOnTheLinkKeepsTheHeadItCameWith() throws IOException {
        UdpRelay relay = stage.relay(UdpRelayKindsTest::head);
        DatagramSocket client = stage.socket();
        relay.order(Order.parse("corrupt next data"));

        UdpStage.send(client, relay.listen(), "D7");
        UdpStage.receive(stage.server());

        assertThat(relay.log()).singleElement().satisfies(packet -> {
            assertThat(packet.verdict()).isEqualTo(Verdict.CORRUPTED);
            assertThat(packet.head()).map(PacketHead::number).contains(7);
        });
    }

    @Test
    void whoIsIgnoredIsToldNoMore() throws IOException {
        UdpRelay relay = stage.relay(UdpRelayKindsTest::head);
        DatagramSocket client = stage.socket();
        List<Long> told = new CopyOnWriteArrayList<>();
        PacketObserver observer = packet -> told.add(packet.number());
        relay.observe(observer);
        UdpStage.send(client, relay.listen(), "D1");
        UdpStage.receive(stage.server());

        relay.ignore(observer);
        UdpStage.send(client, relay.listen(), "D2");
        UdpStage.receive(stage.server());

        assertThat(told).containsExactly(1L);
    }

    @Test
    void whatIsHeldBackKeepsItsKind() throws IOException {
        UdpRelay relay = stage.relay(UdpRelayKindsTest::head);
        DatagramSocket client = stage.socket();
        relay.pause();
        relay.order(Order.parse("drop next data"));
        UdpStage.send(client, relay.listen(), "A0");
        UdpStage.send(client, relay.listen(), "D1");
        UdpStage.send(client, relay.listen(), "A2");
        await().until(() -> relay.report().queued() == 3);
        long held = System.nanoTime();

        relay.resume();

        assertThat(UdpStage.receiveText(stage.server())).isEqualTo("A0");
        assertThat(UdpStage.receiveText(stage.server())).isEqualTo("A2");
        assertThat(relay.log()).first().satisfies(packet -> {
            assertThat(packet.cameNanos()).isLessThan(held);
            assertThat(packet.timeNanos()).isGreaterThan(held);
        });
    }
}
