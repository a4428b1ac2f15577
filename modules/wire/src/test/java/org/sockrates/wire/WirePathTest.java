package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PacketObserver;
import org.sockrates.link.Passage;
import org.sockrates.link.Traffic;
import org.sockrates.transport.Family;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

@InNamespace
@Timeout(30)
class WirePathTest {
    private final WirePath path = new WirePath();
    private final Transport tcp = new TcpTransport();
    private final Transport udp = new UdpTransport();

    @Test
    void carriesTcpAsTheKernelMakesIt() throws IOException {
        try (Passage passage = path.open(tcp.traits(), LinkSpec.NONE)) {
            assertThat(passage.serveOn().getAddress().getHostAddress()).startsWith("10.77.");
            assertThat(echo(passage, tcp)).isEqualTo("hello");
            Traffic traffic = passage.traffic().orElseThrow();
            assertThat(traffic.upstream().payloadBytes()).isGreaterThanOrEqualTo(5);
            assertThat(traffic.total().segments())
                    .isEqualTo(traffic.total().packets())
                    .isGreaterThanOrEqualTo(5);
        }
    }

    /** What is sent again for one that is gone would count as the next one's. */
    @Test
    void eachPassageHasAddressesOfItsOwn() throws IOException {
        List<InetSocketAddress> served = new ArrayList<>();
        try (Wire beside = Wire.open(WireSettings.USUAL, LinkSpec.NONE)) {
            served.add(new InetSocketAddress(beside.here(Family.AF_INET), 0));
            for (int i = 0; i < 3; i++) {
                try (Passage passage = new WirePath().open(tcp.traits(), LinkSpec.NONE)) {
                    served.add(passage.serveOn());
                    assertThat(echo(passage, tcp)).isEqualTo("hello");
                }
            }
        }
        assertThat(served).doesNotHaveDuplicates();
    }

    @Test
    void carriesUdp() throws IOException {
        try (Passage passage = path.open(udp.traits(), LinkSpec.NONE)) {
            assertThat(echo(passage, udp)).isEqualTo("hello");
            assertThat(passage.traffic().orElseThrow().total().packets()).isEqualTo(2);
            assertThat(passage.traffic().orElseThrow().upstream().wireBytes()).isEqualTo(20 + 8 + 5);
        }
    }

    @Test
    void whatWasSeenOverAWireThatDiedCountsForNothing() throws IOException {
        Passage passage = path.open(udp.traits(), LinkSpec.NONE);
        Wire wire = (Wire) passage.control().orElseThrow();
        wire.observe((PacketObserver) packet -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
            throw new AssertionError("as if");
        });
        assertThat(wire.broken()).isFalse();
        try (TransportSocket client = udp.open(Family.AF_INET)) {
            client.sendTo(ByteBuffer.allocate(1), new InetSocketAddress(wire.there(Family.AF_INET), 9));
            await().until(wire::broken);
        }

        assertThatThrownBy(passage::close)
                .isInstanceOf(IOException.class)
                .hasMessage("the link between the ends broke by itself");
    }

    private static String echo(Passage passage, Transport transport) throws IOException {
        try (TransportSocket server = transport.open(Family.AF_INET)) {
            server.bind(passage.serveOn());
            boolean streams = transport.traits().connectionOriented();
            if (streams) {
                server.listen(1);
            }
            InetSocketAddress door = passage.towards(server.local());
            Passage.Actor<Void> answering = passage.start("echo", () -> {
                answer(server, streams);
                return null;
            });
            try (TransportSocket client = transport.open(Family.AF_INET)) {
                client.connect(door);
                client.send(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
                ByteBuffer got = ByteBuffer.allocate(100);
                client.receive(got);
                answering.join(Duration.ofSeconds(5));
                return StandardCharsets.UTF_8.decode(got.flip()).toString();
            }
        }
    }

    private static void answer(TransportSocket server, boolean streams) throws IOException {
        ByteBuffer got = ByteBuffer.allocate(100);
        if (streams) {
            try (TransportSocket served = server.accept()) {
                served.receive(got);
                served.send(got.flip());
            }
        } else {
            InetSocketAddress from = server.receiveFrom(got);
            server.sendTo(got.flip(), from);
        }
    }
}
