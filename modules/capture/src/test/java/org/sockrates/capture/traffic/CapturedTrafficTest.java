package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.PcapngSettings;
import org.sockrates.capture.file.PcapngWriter;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.PassedMessage.Fate;

final class CapturedTrafficTest {
    private static final VantagePoint CLIENT = new VantagePoint("client", "");
    private static final VantagePoint SERVER = new VantagePoint("server", "");

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @Test
    void bringsSendingAndArrivalTogetherAgain() throws IOException {
        try (PcapngWriter writer = writer(VantagePoint.SENT, VantagePoint.ARRIVED)) {
            write(writer, 0, 10, 1, "");
            write(writer, 0, 11, 2, "loss 5%");
            write(writer, 0, 12, 3, "duplicate");
            write(writer, 1, 30, 1, "");
            write(writer, 1, 32, 3, "duplicate");
            write(writer, 1, 33, 3, "duplicate");
        }

        List<SeenPacket> packets = read().packets();
        assertThat(packets).extracting(SeenPacket::fate).containsExactly(Fate.DELIVERED, Fate.LOST, Fate.DELIVERED);
        assertThat(packets)
                .extracting(SeenPacket::arrivedNanos)
                .containsExactly(List.of(30L), List.of(), List.of(32L, 33L));
        assertThat(packets).extracting(SeenPacket::rule).containsExactly("", "loss 5%", "duplicate");
    }

    @Test
    void whereEachPointIsAnEndAPacketArrivesAtTheOther() throws IOException {
        try (PcapngWriter writer = writer(CLIENT, SERVER)) {
            write(writer, 0, 10, 1, "");
            write(writer, 1, 20, 1, "");
            writer.write(1, 21, answer(), answer().remaining(), "");
            writer.write(0, 31, answer(), answer().remaining(), "");
            write(writer, 0, 40, 2, "dropped: drop next data");
            write(writer, 1, 50, 3, "corrupted: corrupt next"); // as nobody sent it
            write(writer, 0, 60, 4, "delayed: delay");
        }

        List<SeenPacket> packets = read().packets();
        assertThat(packets).extracting(SeenPacket::sentNanos).containsExactly(10L, 21L, 40L, 60L);
        assertThat(packets)
                .extracting(SeenPacket::arrivedNanos)
                .containsExactly(List.of(20L), List.of(31L), List.of(), List.of());
        assertThat(packets)
                .extracting(SeenPacket::fate)
                .containsExactly(Fate.DELIVERED, Fate.DELIVERED, Fate.LOST, Fate.QUEUED);
        assertThat(packets).extracting(SeenPacket::rule).containsExactly("", "", "drop next data", "delay");
        assertThat(read().atEnds()).isTrue();
    }

    @Test
    void whatALinkDroppedNeverArrivesHoweverMuchLikeItTheNextOneLooks() throws IOException {
        try (PcapngWriter writer = writer(CLIENT, SERVER)) {
            write(writer, 0, 10, 1, "dropped: drop next data");
            write(writer, 0, 20, 1, "");
            write(writer, 1, 21, 1, "");
        }

        List<SeenPacket> packets = read().packets();
        assertThat(packets).extracting(SeenPacket::arrivedNanos).containsExactly(List.of(), List.of(21L));
        assertThat(packets).extracting(SeenPacket::fate).containsExactly(Fate.LOST, Fate.DELIVERED);
    }

    /** A packet takes 10: where the server's clock is 15 behind, what the client sends was there before. */
    @ParameterizedTest
    @CsvSource({"0, false", "9, false", "15, true", "-15, true"})
    void clocksThatCannotBeAreTold(long behind, boolean told) throws IOException {
        try (PcapngWriter writer = writer(CLIENT, SERVER)) {
            write(writer, 0, 100, 1, "");
            write(writer, 1, 110 - behind, 1, "");
            writer.write(1, 120 - behind, answer(), answer().remaining(), "");
            writer.write(0, 130, answer(), answer().remaining(), "");
            write(writer, 0, 140, 2, ""); // lost
        }

        Capture capture = capture();
        assertThat(CapturedTraffic.of(capture, ThrownAway.of(capture)).clocksDiffer())
                .isEqualTo(told);
    }

    @Test
    void whoseOnlyPacketItsOwnEndHasMissedTellsOfNoClock() throws IOException {
        try (PcapngWriter writer = writer(CLIENT, SERVER)) {
            write(writer, 0, 100, 1, "");
            write(writer, 1, 110, 1, "");
            writer.write(0, 130, answer(), answer().remaining(), "");
        }

        Capture capture = capture();
        assertThat(CapturedTraffic.of(capture, ThrownAway.of(capture)).clocksDiffer())
                .isFalse();
    }

    /** Both hear somebody who is at neither end, by an address that one of them also asks. */
    @Test
    void whoIsHeardAtBothEndsTellsOfNoClock() throws IOException {
        ByteBuffer third = Crafted.from("10.77.0.9", 5353, "224.0.0.251", 5353).udp();
        ByteBuffer asks = Crafted.from("10.77.0.1", 9, "10.77.0.9", 53).udp();
        try (PcapngWriter writer = writer(CLIENT, SERVER)) {
            writer.write(0, 90, third, third.remaining(), "");
            writer.write(1, 91, third, third.remaining(), "");
            write(writer, 0, 100, 1, "");
            write(writer, 1, 110, 1, "");
            writer.write(0, 120, asks, asks.remaining(), "");
        }

        Capture capture = capture();
        assertThat(CapturedTraffic.of(capture, ThrownAway.of(capture)).clocksDiffer())
                .isFalse();
    }

    /** Each end has a program of its own that asks itself the same. */
    @Test
    void whoTalksToItselfTellsOfNoClock() throws IOException {
        ByteBuffer own = Crafted.from("127.0.0.1", 9, "127.0.0.1", 53).udp();
        try (PcapngWriter writer = writer(CLIENT, SERVER)) {
            writer.write(0, 90, own, own.remaining(), "");
            writer.write(1, 95, own, own.remaining(), "");
            write(writer, 0, 100, 1, "");
            write(writer, 1, 110, 1, "");
        }

        Capture capture = capture();
        assertThat(CapturedTraffic.of(capture, ThrownAway.of(capture)).clocksDiffer())
                .isFalse();
    }

    private static ByteBuffer answer() {
        return Crafted.from("10.77.0.2", 2, "10.77.0.1", 1).flags(".").tcp();
    }

    @Test
    void inOtherFilesEachPacketStandsForItself() throws IOException {
        try (PcapngWriter writer = writer(new VantagePoint("eth0", ""), new VantagePoint("lo", ""))) {
            write(writer, 1, 30, 1, "");
            write(writer, 0, 10, 1, "");
        }

        assertThat(read().packets()).extracting(SeenPacket::sentNanos).containsExactly(10L, 30L);
        assertThat(read().packets()).allMatch(packet -> packet.fate() == Fate.DELIVERED);
        assertThat(read().atEnds()).isFalse();
    }

    @Test
    void whichEndIsNamedFirstDoesNotMatter() throws IOException {
        try (PcapngWriter writer = writer(SERVER, CLIENT)) {
            write(writer, 1, 10, 1, "");
            write(writer, 0, 20, 1, "");
        }

        assertThat(read().packets())
                .extracting(SeenPacket::arrivedNanos)
                .singleElement()
                .isEqualTo(List.of(20L));
    }

    /** Where the link takes no time, a packet that is written first left. */
    @Test
    void aPacketMayArriveAtTheTimeItLeft() throws IOException {
        for (int sender : new int[] {0, 1}) {
            file.reset();
            try (PcapngWriter writer = writer(CLIENT, SERVER)) {
                write(writer, sender, 10, 1, "");
                write(writer, 1 - sender, 10, 1, "");
                write(writer, sender, 20, 2, "");
            }

            assertThat(read().packets()).extracting(SeenPacket::fate).containsExactly(Fate.DELIVERED, Fate.LOST);
        }
    }

    /** As mergecap puts two files together whose clocks are alike: of one time it takes the one first that it was told first. */
    @Test
    void whatArrivesAtTheTimeItLeftMayBeWrittenBefore() throws IOException {
        try (PcapngWriter writer = writer(SERVER, CLIENT)) {
            write(writer, 0, 10, 1, "");
            write(writer, 1, 10, 1, "");
            write(writer, 1, 20, 2, "");
            write(writer, 0, 21, 2, "");
        }

        assertThat(read().packets()).extracting(SeenPacket::arrivedNanos).containsExactly(List.of(10L), List.of(21L));
    }

    /** As one program makes them that says the same again and again; a look at all of them for each would take minutes. */
    @Test
    @Timeout(30)
    void manyEqualPacketsTakeNoLongerEach() throws IOException {
        int count = 150_000;
        ByteBuffer bytes = Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).udp();
        List<Packet> packets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            packets.add(new Packet(2L * i, bytes, bytes.limit(), 0, ""));
            packets.add(new Packet(2L * i + 1, bytes, bytes.limit(), 1, ""));
        }
        Capture capture =
                new Capture(List.of(CLIENT, SERVER), packets, 2L * count, new Capture.Skipped(0, ""), Optional.empty());

        assertThat(CapturedTraffic.of(capture, ThrownAway.of(capture)).seen().packets())
                .hasSize(count)
                .allMatch(seen -> seen.arrivedNanos().equals(List.of(seen.sentNanos() + 1)));
    }

    /** Its ports and addresses may be as wrong as anything else in it. */
    @Test
    void whatItsReceiverThrowsAwayIsNobodys() throws IOException {
        ByteBuffer broken =
                Crafted.from("10.77.0.2", 2, "10.77.0.1", 1).flags(".").tcp();
        broken.put(21, (byte) 3);
        for (VantagePoint other : List.of(SERVER, new VantagePoint("eth0", ""))) {
            file.reset();
            try (PcapngWriter writer = writer(CLIENT, other)) {
                writer.write(0, 10, broken, broken.remaining(), "");
                write(writer, 0, 20, 1, "");
            }

            assertThat(read().packets()).extracting(SeenPacket::sentNanos).containsExactly(20L);
        }
    }

    /** The fragments that arrived as they were sent did arrive. */
    @Test
    void aDatagramOfWhichAFragmentArrivesDamagedIsLostWithThatOne() throws IOException {
        ByteBuffer whole =
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).payload(24).udp();
        ByteBuffer first = part(whole, 0, 16);
        ByteBuffer last = part(whole, 16, 16);
        ByteBuffer damaged = part(whole.put(40, (byte) 0), 16, 16);
        try (PcapngWriter writer = writer(CLIENT, SERVER)) {
            writer.write(0, 10, first, first.remaining(), "");
            writer.write(0, 11, last, last.remaining(), "");
            writer.write(1, 20, first, first.remaining(), "");
            writer.write(1, 21, damaged, damaged.remaining(), "");
            // and as it left: nobody's
            writer.write(0, 30, first, first.remaining(), "");
            writer.write(0, 31, damaged, damaged.remaining(), "");
        }

        assertThat(read().packets()).extracting(SeenPacket::sentNanos).containsExactly(10L, 11L);
        assertThat(read().packets()).extracting(SeenPacket::arrivedNanos).containsExactly(List.of(20L), List.of());
    }

    private static ByteBuffer part(ByteBuffer whole, int from, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(20 + length).put(0, whole, 0, 20).put(20, whole, 20 + from, length);
        bytes.putShort(2, (short) (20 + length)).putShort(6, (short) ((from == 0 ? 0x2000 : 0) | from / 8));
        return bytes.putShort(10, (short) 0).putShort(10, (short) Checksum.of(bytes, 0, 20));
    }

    private PcapngWriter writer(VantagePoint... points) throws IOException {
        return new PcapngWriter(file, PcapngSettings.of("Sockrates", List.of(points)));
    }

    private static void write(PcapngWriter writer, int point, long nanos, int bytes, String comment)
            throws IOException {
        ByteBuffer packet = Crafted.from("10.77.0.1", 1, "10.77.0.2", 2)
                .flags("P.")
                .payload(bytes)
                .tcp();
        writer.write(point, nanos, packet, packet.remaining(), comment);
    }

    private SeenTraffic read() throws IOException {
        Capture capture = capture();
        return CapturedTraffic.of(capture, ThrownAway.of(capture)).seen();
    }

    private Capture capture() throws IOException {
        return Capture.read("lab.pcapng", new ByteArrayInputStream(file.toByteArray()));
    }
}
