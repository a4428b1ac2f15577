package org.sockrates.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.transport.Family;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;

class UdpSocketTest {
    /** The system takes the wildcard for the loopback, and getpeername says so. */
    @ParameterizedTest
    @EnumSource
    void whoConnectsToTheWildcardHasALoopbackPeer(Family family) throws Exception {
        UdpTransport udp = new UdpTransport();
        Bench.needsLoopback(udp, family);
        try (Bench bench = new Bench(udp, family)) {
            TransportSocket server = bench.bound();
            TransportSocket client = bench.open();
            client.connect(bench.wildcard(Bench.local(server).getPort()));
            assertThat(client.remote()).isEqualTo(server.local());
            client.send(Payload.of("hello"));
            assertThat(Bench.receive(server)).isEqualTo("hello");
        }
    }
}
