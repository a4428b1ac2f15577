package org.sockrates.transport.rdt.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.link.relay.UdpRelay;
import org.sockrates.link.rule.Order;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;

/** What a stream promises holds through a relay that loses, doubles, disorders and corrupts: over real sockets. */
@Timeout(60)
final class RdtOverRelayTest {
    private static final Duration SILENCE = Duration.ofMillis(200);
    private static final List<String> LINKS = List.of(
            "delay 1ms loss 15% reorder 10% gap 3 seed 1",
            "delay 1ms loss 5% duplicate 20% corrupt 10% seed 2", "delay 2ms 0.1ms loss 20% seed 4");

    static Stream<Arguments> transportsAndLinks() {
        return Talk.transports().flatMap(transport -> LINKS.stream().map(link -> Arguments.of(transport, link)));
    }

    @ParameterizedTest
    @MethodSource("transportsAndLinks")
    void whatIsSaidIsEchoedAndEachWayEndsForItself(RdtTransport transport, String link) throws Exception {
        int bytes = Talk.someBytes(transport);
        try (Bench bench = Talk.bench(transport)) {
            TransportSocket door = Talk.patient(bench.listening());
            UdpRelay relay = Talk.relay(bench, Bench.local(door).getPort(), link);
            Task<String> server = bench.start(() -> {
                TransportSocket socket = Talk.patient(bench.accept(door));
                String heard = Talk.hear(socket);
                Talk.say(socket, Payload.pattern(0, bytes));
                return heard;
            });
            TransportSocket client = Talk.patient(bench.open());
            client.connect(relay.listen());
            String said = Talk.say(client, Payload.pattern(0, bytes));
            String answer = Talk.hear(client);

            assertThat(server.result()).isEqualTo(said);
            assertThat(answer).isEqualTo(said);
            assertThat(relay.report().dropped()).isPositive();
        }
    }

    /** Whoever turns the ports sleeps without a limit where nothing is waited for: whatever is sent then wakes it. */
    @ParameterizedTest
    @MethodSource(Talk.TRANSPORTS)
    void whatIsLostAfterASilenceIsSentAgain(RdtTransport transport) throws Exception {
        try (Bench bench = Talk.bench(transport)) {
            TransportSocket door = bench.listening();
            UdpRelay relay = Talk.relay(bench, Bench.local(door).getPort(), "");
            TransportSocket client = bench.open();
            client.connect(relay.listen());
            TransportSocket server = bench.accept(door);
            await().during(SILENCE).until(() -> relay.report().queued() == 0);
            relay.order(Order.parse("upstream drop next"));
            client.send(Payload.of("again?"));

            assertThat(Bench.receive(server)).isEqualTo("again?");
            assertThat(relay.report().dropped()).isEqualTo(1);
        }
    }

    static Stream<Arguments> sample() {
        return Stream.of(
                Arguments.of(new SelectiveRepeatTransport(), "loss 5% duplicate 10% seed 6"),
                Arguments.of(new GoBackNTransport(), "reorder 0.3% delay 0.1ms seed 8"),
                Arguments.of(new StopAndWaitTransport(), "duplicate 10% seed 9"));
    }

    @ParameterizedTest
    @MethodSource("sample")
    void tenMegabytesCrossByteForByte(RdtTransport transport, String link) throws Exception {
        try (Bench bench = Talk.bench(transport)) {
            TransportSocket door = Talk.patient(bench.listening());
            UdpRelay relay = Talk.relay(bench, Bench.local(door).getPort(), link);
            Task<String> server = bench.start(() -> {
                TransportSocket socket = Talk.patient(bench.accept(door));
                String heard = Talk.hear(socket);
                socket.close();
                return heard;
            });
            TransportSocket client = Talk.patient(bench.open());
            client.connect(relay.listen());
            String said = Talk.say(client, Payload.pattern(0, 10_000_000));

            assertThat(Talk.hear(client)).startsWith("0 ");
            assertThat(server.result()).isEqualTo(said);
        }
    }
}
