package org.sockrates.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;
import org.sockrates.transport.text.HostText;

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

    @Test
    void whoIsClosedHasNoPeer() throws Exception {
        try (Bench bench = new Bench(new UdpTransport(), Family.AF_INET)) {
            TransportSocket client = bench.pair().near();
            client.close();
            assertThat(client.remote()).isNull();
        }
    }

    @Test
    void whoIsClosedIsToldThatOfTooLongADatagram() throws Exception {
        try (Bench bench = new Bench(new UdpTransport(), Family.AF_INET)) {
            TransportSocket client = bench.pair().near();
            client.close();
            ByteBuffer tooLong = ByteBuffer.allocate(LargestDatagram.IPV4_PAYLOAD_BYTES + 1);
            assertErrno(Errno.EBADF, () -> client.send(tooLong));
            assertErrno(Errno.EBADF, () -> client.sendTo(tooLong, bench.loopback(9)));
        }
    }

    @Test
    void whoWasToldNoWayOfWaitingIsWokenToo() throws Exception {
        try (TransportSocket fresh = new UdpTransport().open(Family.AF_INET)) {
            fresh.bind(new InetSocketAddress(HostText.loopback(Family.AF_INET), 0));
            Task<Integer> receive =
                    Task.start(() -> fresh.receive(ByteBuffer.allocate(1))).awaitBlocked();
            Bench.until(() -> {
                fresh.wake();
                return receive.done();
            });
            assertThatThrownBy(receive::result).hasMessage("recv: " + Errno.EINTR.text());
        }
    }
}
