package org.sockrates.transport.udp;

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
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Child;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.contract.Serving;
import org.sockrates.transport.text.HostText;

/** Our ends and Python's, each as client and as server: a real process on the other side. */
@Timeout(30)
class UdpWithPythonTest {
    private final UdpTransport udp = new UdpTransport();

    private static String host(Family family) {
        return family == Family.AF_INET ? "127.0.0.1" : "::1";
    }

    private static int largest(Family family) {
        return family == Family.AF_INET ? LargestDatagram.IPV4_PAYLOAD_BYTES : LargestDatagram.IPV6_PAYLOAD_BYTES;
    }

    @ParameterizedTest
    @EnumSource
    void aPythonClientIsServed(Family family) throws Exception {
        Bench.needsLoopback(udp, family);
        InetSocketAddress local = new InetSocketAddress(HostText.loopback(family), 0);
        try (Serving serving = Serving.start(udp, ServerSettings.of(local, new EchoService()));
                Child python = Child.python(
                        "udp client", host(family), serving.address().getPort() + "")) {
            assertThat(python.line()).isEqualTo("answer 5 True True");
            assertThat(python.line()).as("an empty datagram").isEqualTo("answer 0 True True");
            assertThat(python.line()).as("the longest").isEqualTo("answer " + largest(family) + " True True");
            assertThat(python.end()).isZero();
            assertThat(python.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPythonServerIsAsked(Family family) throws Exception {
        Bench.needsLoopback(udp, family);
        try (Child python = Child.python("udp server", host(family))) {
            int port = Integer.parseInt(python.line().replace("port ", ""));
            InetSocketAddress there = new InetSocketAddress(HostText.loopback(family), port);
            try (Client client = udp.client(new ClientSettings(there, Bench.LIMIT))) {
                client.open();
                for (String question : new String[] {"hello", "", "x".repeat(largest(family))}) {
                    client.send(Payload.of(question));
                    ByteBuffer answer = ByteBuffer.allocate(70_000);
                    client.receive(answer);
                    assertThat(Payload.text(answer.flip())).isEqualTo(question.toUpperCase(java.util.Locale.ROOT));
                    assertThat(python.line()).endsWith("got " + question.length());
                }
            }
            assertThat(python.end()).isZero();
            assertThat(python.errors()).isEmpty();
        }
    }
}
