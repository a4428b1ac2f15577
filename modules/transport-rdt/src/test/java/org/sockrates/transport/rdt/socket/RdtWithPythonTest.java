package org.sockrates.transport.rdt.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.link.relay.UdpRelay;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Child;
import org.sockrates.transport.testkit.Payload;

/**
 * Our ends and one in Python that was written from {@code docs/rdt.md}, each as client and as server, through a relay that
 * loses a fifth of what it is given. Each side says much, ends, and still hears the other.
 */
@Timeout(60)
final class RdtWithPythonTest {
    private static final String LINK = "delay 1ms loss 20% seed 11";

    private static Child python(String... words) throws IOException {
        return Child.pythonText(Files.readString(Path.of("src", "test", "peers", "rdt_peer.py")), words);
    }

    @ParameterizedTest
    @MethodSource(Talk.TRANSPORTS)
    void aPythonClientIsServed(RdtTransport transport) throws Exception {
        int bytes = Talk.someBytes(transport);
        try (Bench bench = Talk.bench(transport)) {
            TransportSocket door = Talk.patient(bench.listening());
            UdpRelay relay = Talk.relay(bench, Bench.local(door).getPort(), LINK);
            try (Child python =
                    python("client", transport.name(), relay.listen().getPort() + "", bytes + "")) {
                TransportSocket socket = Talk.patient(bench.accept(door));
                String received = Talk.hear(socket);
                String sent = Talk.say(socket, Payload.pattern(5, bytes));

                assertThat(python.line()).matches("port [0-9]+");
                assertThat(python.line()).isEqualTo("sent " + received).startsWith("sent " + bytes + " ");
                assertThat(python.line()).isEqualTo("received " + sent);
                assertThat(python.end()).isZero();
                assertThat(python.errors()).isEmpty();
            }
            assertThat(relay.report().dropped()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource(Talk.TRANSPORTS)
    void aPythonServerIsAsked(RdtTransport transport) throws Exception {
        int bytes = Talk.someBytes(transport);
        try (Bench bench = Talk.bench(transport);
                Child python = python("server", transport.name(), bytes + "")) {
            int port = Integer.parseInt(python.line().replace("port ", ""));
            UdpRelay relay = Talk.relay(bench, port, LINK);
            TransportSocket socket = Talk.patient(bench.open());
            socket.connect(relay.listen());
            String sent = Talk.say(socket, Payload.pattern(9, bytes));
            String received = Talk.hear(socket);

            assertThat(python.line()).isEqualTo("sent " + received).startsWith("sent " + bytes + " ");
            assertThat(python.line()).isEqualTo("received " + sent);
            socket.close();
            assertThat(python.end()).isZero();
            assertThat(python.errors()).isEmpty();
            assertThat(relay.report().dropped()).isPositive();
        }
    }
}
