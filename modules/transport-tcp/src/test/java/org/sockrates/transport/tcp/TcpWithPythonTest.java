package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Family;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Child;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.contract.Serving;
import org.sockrates.transport.text.HostText;

/** Our ends and Python's, each as client and as server: a real process on the other side. */
@Timeout(30)
class TcpWithPythonTest {
    private final TcpTransport tcp = new TcpTransport();

    private static String host(Family family) {
        return family == Family.AF_INET ? "127.0.0.1" : "::1";
    }

    @ParameterizedTest
    @EnumSource
    void aPythonClientIsServed(Family family) throws Exception {
        Bench.needsLoopback(tcp, family);
        InetSocketAddress local = new InetSocketAddress(HostText.loopback(family), 0);
        ServerSettings settings = ServerSettings.of(local, new EchoService()).withStyle(ServerStyle.SELECTOR);
        try (Serving serving = Serving.start(tcp, settings);
                Child python = Child.python(
                        "tcp client", host(family), serving.address().getPort() + "")) {
            assertThat(python.line()).matches("local [0-9]+");
            assertThat(python.line()).isEqualTo("answer hello 200005");
            assertThat(python.end()).isZero();
            assertThat(python.errors()).isEmpty();
            assertThat(serving.server().counts().peers()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPythonServerIsAsked(Family family) throws Exception {
        Bench.needsLoopback(tcp, family);
        try (Child python = Child.python("tcp server", host(family))) {
            int port = Integer.parseInt(python.line().replace("port ", ""));
            InetSocketAddress there = new InetSocketAddress(HostText.loopback(family), port);
            try (Client client = tcp.client(new ClientSettings(there, Bench.LIMIT))) {
                client.open();
                client.send(Payload.of("hello" + "x".repeat(200_000)));
                client.finish();
                ByteBuffer answer = ByteBuffer.allocate(300_000);
                while (client.receive(answer) != TransportSocket.END_OF_STREAM) {
                    // until the server has said everything
                }
                assertThat(Payload.text(answer.flip())).isEqualTo("HELLO" + "X".repeat(200_000));
            }
            assertThat(python.line()).matches("from [0-9]+");
            assertThat(python.line()).isEqualTo("question hello 200005");
            assertThat(python.end()).isZero();
            assertThat(python.errors()).isEmpty();
        }
    }
}
