package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.Family;

/** One datagram to everybody on a wire's network. */
@InNamespace
@Timeout(30)
class BroadcastTest {
    private static final String EVERYBODY = "10.77.0.255";

    @Test
    void comesOnceFromWhoSentItAndNotOverTheWire() throws IOException {
        try (Ends ends = Ends.of("");
                DatagramChannel listener = DatagramChannel.open().bind(new InetSocketAddress("0.0.0.0", 0));
                DatagramChannel sender = ends.datagrams()) {
            int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
            sender.setOption(StandardSocketOptions.SO_BROADCAST, true);
            sender.send(ByteBuffer.allocate(3), new InetSocketAddress(EVERYBODY, port));
            sender.send(ByteBuffer.allocate(4), new InetSocketAddress(ends.wire.there(Family.AF_INET), port));

            assertThat(listener.receive(ByteBuffer.allocate(9))).isEqualTo(sender.getLocalAddress());
            ByteBuffer next = ByteBuffer.allocate(9);
            InetSocketAddress overTheWire = (InetSocketAddress) listener.receive(next);
            assertThat(next.position()).as("the other datagram's bytes").isEqualTo(4);
            assertThat(overTheWire.getAddress()).isEqualTo(ends.wire.there(Family.AF_INET));
            assertThat(ends.wire.report().in()).isEqualTo(1);
        }
    }

    @Test
    void comesToEachOfThoseThatShareAPort() throws IOException {
        try (Ends ends = Ends.of("");
                DatagramChannel one = sharing(0);
                DatagramChannel other = sharing(one.socket().getLocalPort());
                DatagramChannel sender = ends.datagrams()) {
            sender.setOption(StandardSocketOptions.SO_BROADCAST, true);
            sender.send(
                    ByteBuffer.allocate(3),
                    new InetSocketAddress(EVERYBODY, one.socket().getLocalPort()));

            for (DatagramChannel listener : List.of(one, other)) {
                ByteBuffer got = ByteBuffer.allocate(9);
                listener.receive(got);
                assertThat(got.position()).isEqualTo(3);
            }
        }
    }

    private static DatagramChannel sharing(int port) throws IOException {
        return DatagramChannel.open()
                .setOption(StandardSocketOptions.SO_REUSEADDR, true)
                .bind(new InetSocketAddress("0.0.0.0", port));
    }

    @Test
    void nobodyIsToldThatNobodyListens() throws IOException {
        try (Ends ends = Ends.of("");
                DatagramChannel sender = ends.datagrams()) {
            sender.setOption(StandardSocketOptions.SO_BROADCAST, true);
            sender.send(ByteBuffer.allocate(3), new InetSocketAddress(EVERYBODY, 9));
            sender.send(ByteBuffer.allocate(4), ends.towards(sender)); // read behind the other
            sender.receive(ByteBuffer.allocate(9));

            assertThat(ends.wire.report().in()).isEqualTo(1);
        }
    }
}
