package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.Child;

@InNamespace
@Timeout(30)
class TcpProbeTest {
    @Test
    void tellsWhatTheKernelKnowsOfAConnection() throws IOException {
        for (Family family : Family.values()) {
            try (Ends ends = Ends.of("delay 10ms", family);
                    SocketChannel client = ends.connect();
                    SocketChannel served = ends.accept()) {
                Ends.carry(client, served, 1000);
                TcpProbe probe = probe(client);
                await().until(() -> probe.read().orElseThrow().unacked() == 0);
                TcpInfo info = probe.read().orElseThrow();
                assertThat(info.state()).isEqualTo("ESTAB");
                assertThat(info.cwnd()).isBetween(1L, 1000L);
                assertThat(info.rttMicros()).isGreaterThanOrEqualTo(20_000);
                assertThat(info.rtoMicros()).isGreaterThan(info.rttMicros());
                assertThat(info.mss()).isBetween(500L, 1460L);
                assertThat(info.inFlight()).isZero();
            }
        }
    }

    @Test
    void findsEveryConnectionOfThisProcess() throws IOException {
        assertThat(TcpProbe.missing()).isEmpty();
        try (Ends ends = Ends.of("");
                SocketChannel client = ends.connect();
                SocketChannel served = ends.accept()) {
            InetSocketAddress one = (InetSocketAddress) client.getLocalAddress();
            InetSocketAddress other = (InetSocketAddress) client.getRemoteAddress();
            assertThat(TcpProbe.all())
                    .anyMatch(probe -> probe.isOf(one, other) && probe.read().isPresent())
                    .anyMatch(probe -> probe.remote().getPort() == one.getPort()
                            && probe.local().getPort() == other.getPort())
                    .noneMatch(probe -> probe.isOf(other, other));
        }
    }

    @Test
    void countsRetransmissions() throws IOException {
        try (Ends ends = Ends.of("upstream drop data 1-2");
                SocketChannel client = ends.connect();
                SocketChannel served = ends.accept()) {
            Ends.carry(client, served, 100);
            assertThat(probe(client).read().orElseThrow().retransmits()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void seesTheStatesOfAClosingConnection() throws IOException {
        try (Ends ends = Ends.of("");
                SocketChannel client = ends.connect();
                SocketChannel served = ends.accept()) {
            TcpProbe probe = probe(client);
            client.shutdownOutput();
            await().until(() -> probe.read().orElseThrow().state().equals("FIN-WAIT-2"));
        }
    }

    @Test
    void aClosedSocketIsNotAnotherOne() throws IOException {
        try (Ends ends = Ends.of("");
                SocketChannel client = ends.connect();
                SocketChannel served = ends.accept()) {
            TcpProbe probe = probe(client);
            client.close();
            assertThat(probe.read()).isEmpty();
            try (SocketChannel next = ends.connect();
                    SocketChannel nextServed = ends.accept()) {
                assertThat(probe.read()).isEmpty();
            }
        }
    }

    @Test
    void whatIsNoSocketOfOursIsEmpty() throws IOException {
        InetSocketAddress nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        assertThat(TcpProbe.of(nowhere, nowhere)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, not asked", "1, not asked", "2, none"})
    void whereTheTablesCannotBeReadNothingIsSaidOfASocket(String left, String first) throws Exception {
        try (Child narrow = Child.java(64, List.of(), LittleRoom.class, "asks", left)) {
            assertThat(narrow.line()).isEqualTo("ready");
            assertThat(narrow.line()).isEqualTo("none");
            assertThat(narrow.line()).isEqualTo(first);
            assertThat(narrow.line()).isEqualTo("none");
        }
    }

    private static TcpProbe probe(SocketChannel channel) throws IOException {
        return TcpProbe.of(
                        (InetSocketAddress) channel.getLocalAddress(), (InetSocketAddress) channel.getRemoteAddress())
                .orElseThrow();
    }
}
