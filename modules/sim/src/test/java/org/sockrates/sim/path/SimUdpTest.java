package org.sockrates.sim.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.link.Link;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.rdt.socket.StopAndWaitTransport;

final class SimUdpTest {
    private final Net net = new Net(
            new World(),
            new Link(LinkSpec.NONE, Way.UPSTREAM),
            new Link(LinkSpec.NONE, Way.DOWNSTREAM),
            () -> TrafficCount.ofDatagrams(bytes -> Optional.empty()),
            packet -> PacketKind.OTHER,
            TrafficCount.DATAGRAM_HEADER_BYTES);
    private final List<InetSocketAddress> full = new ArrayList<>();
    private final SimUdp udp =
            new SimUdp(new StopAndWaitTransport(), new SimUnderlay(net, Optional.empty()), full::add);

    @Test
    void whatDoesNotFitIntoTheReceiveBufferAsItIsNowIsLost() throws Exception {
        try (TransportSocket reader = udp.open(Family.AF_INET);
                TransportSocket sender = udp.open(Family.AF_INET)) {
            reader.bind(new InetSocketAddress(Net.HERE, 0));
            reader.waiting(Waiting.atMost(Duration.ofMillis(1)));
            reader.option("SO_RCVBUF", "2000");
            for (int i = 0; i < 3; i++) {
                sender.sendTo(ByteBuffer.allocate(500), Objects.requireNonNull(reader.local()));
            }

            assertThat(reader.receive(ByteBuffer.allocate(1000))).isEqualTo(500);
            assertErrno(Errno.EAGAIN, () -> reader.receive(ByteBuffer.allocate(1000)));
            assertThat(full).containsExactly(reader.local(), reader.local());
        }
    }
}
