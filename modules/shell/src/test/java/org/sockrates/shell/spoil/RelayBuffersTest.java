package org.sockrates.shell.spoil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelaySettings;
import org.sockrates.link.relay.UdpRelay;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.session.Place;
import org.sockrates.transport.SystemClock;

class RelayBuffersTest {
    private final Place place = mock();

    @Test
    void whatARelayDidNotReadInTimeIsItsOwnLoss() throws Exception {
        assumeThat(Path.of("/proc/net/udp")).exists();
        InetAddress here = InetAddress.getLoopbackAddress();
        try (DatagramSocket server = new DatagramSocket(0, here);
                DatagramSocket client = new DatagramSocket(0, here);
                UdpRelay relay = new UdpRelay(
                        RelaySettings.of(
                                "udp",
                                new InetSocketAddress(here, 0),
                                new InetSocketAddress(here, server.getLocalPort())),
                        LinkSpec.NONE,
                        SystemClock.INSTANCE,
                        datagram -> Optional.empty(),
                        new RelayBuffers(() -> place))) {
            DatagramPacket packet = new DatagramPacket(new byte[50_000], 50_000, relay.listen());
            long sent = 0;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            synchronized (relay.links()) { // so long it does not read
                while (drops(relay) == 0 && System.nanoTime() - end < 0) {
                    for (int i = 0; i < 100; i++) {
                        client.send(packet);
                        sent++;
                    }
                }
            }
            long all = sent;
            await().until(() -> relay.report().in() == all);
            LinkReport report = relay.report();
            assertThat(report.lostByHost()).containsEntry("overrun", drops(relay));
            assertThat(report.in()).isEqualTo(report.out() + report.dropped() + report.queued());
            when(place.spoils()).thenReturn(true);
            assertThat(new RelayBuffers(() -> place).of(Set.of(relay.listen())))
                    .as("wrong checksums may be among them")
                    .isEmpty();
        }
    }

    private static long drops(UdpRelay relay) {
        return KernelRows.NOW.drops(relay.listen()).orElse(-1);
    }
}
