package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.Family;

/** The first packets of a wire. */
@InNamespace
@Timeout(30)
class WarmUpTest {
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    /** Tells the kind of each packet and which way it went. */
    private final WireObserver teller = new WireObserver() {
        @Override
        public void sent(WirePacket packet) {
            told.add(packet.way().word() + " " + packet.sighting.kind().word());
        }

        @Override
        public void arrived(WirePacket packet) {
            // it was sent
        }
    };

    @Test
    void packetsOfEveryKindHavePassedBeforeAWireIsAnybodys() throws IOException {
        try (Wire wire = Wire.open(WireSettings.USUAL, LinkSpec.parse("drop 1-"), teller)) {
            assertThat(told)
                    .containsSubsequence(
                            "upstream data",
                            "upstream syn",
                            "downstream syn-ack",
                            "upstream ack",
                            "upstream data",
                            "upstream rst");
        }
    }

    /** Its device has carried them: where they do not come back, another takes its place. */
    @Test
    void theWireTheyPassedIsTheOneThatIsHad() throws IOException {
        try (Wire wire = Wire.open(WireSettings.USUAL, LinkSpec.NONE)) {
            String device =
                    NetworkInterface.getByInetAddress(wire.here(Family.AF_INET)).getName();
            String counters = Files.readAllLines(Path.of("/proc/net/dev")).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith(device + ":"))
                    .findFirst()
                    .orElseThrow();
            int received = Integer.parseInt(
                    counters.substring(device.length() + 1).strip().split(" +")[1]);
            assertThat(received).isGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void nobodyCountsThem() throws IOException {
        try (Wire wire = Wire.open(WireSettings.USUAL, LinkSpec.NONE, teller)) {
            LinkReport report = wire.report();
            assertThat(report.in() + report.out() + report.dropped()).isZero();
            assertThat(wire.log()).isEmpty();
            assertThat(wire.traffic().upstream().packets()).isZero();
        }
    }

    @Test
    void nobodyCountsThemWhereTheyComeTooLate() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        WireObserver slow = new WireObserver() {
            @Override
            public void sent(WirePacket packet) {
                try {
                    assertThat(never.await(400, TimeUnit.MILLISECONDS)).isFalse();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void arrived(WirePacket packet) {
                // it was sent
            }
        };
        try (Wire wire = Wire.open(WireSettings.USUAL, LinkSpec.NONE, slow);
                DatagramSocket socket = new DatagramSocket(0, wire.here(Family.AF_INET))) {
            socket.setSoTimeout(5_000);
            socket.send(new DatagramPacket(new byte[7], 7, wire.there(Family.AF_INET), socket.getLocalPort()));
            socket.receive(new DatagramPacket(new byte[7], 7));

            assertThat(wire.log()).hasSize(1);
            assertThat(wire.report().in()).isEqualTo(1);
        }
    }
}
