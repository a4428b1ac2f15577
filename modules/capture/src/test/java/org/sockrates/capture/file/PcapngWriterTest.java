package org.sockrates.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Packet;
import org.sockrates.transport.testkit.Allocation;
import org.sockrates.transport.testkit.Tshark;

final class PcapngWriterTest {
    private static final long NOON = 1_700_000_000_123_456_789L;
    private static final PcapngSettings TWO_POINTS = PcapngSettings.of(
            "Sockrates 0.1.0",
            List.of(new VantagePoint("sent", "before the link"), new VantagePoint("arrived", "behind the link")));

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @Test
    void tsharkReadsBackWhatWasWritten() throws IOException {
        Tshark.required();
        try (PcapngWriter writer = new PcapngWriter(file, TWO_POINTS)) {
            writer.write(0, NOON, segment(21), 61, "");
            writer.write(1, NOON + 1, segment(22), 62, "loss 5% hit it; Grüße");
            writer.write(1, NOON + 2, datagram("fd00:77::1", "fd00:77::2"), 53, "");
        }

        List<String> fields = List.of(
                "frame.time_epoch",
                "frame.interface_name",
                "frame.interface_description",
                "frame.len",
                "frame.comment",
                "tcp.len",
                "udp.length",
                "_ws.malformed");
        assertThat(Tshark.fields(file.toByteArray(), fields))
                .containsExactly(
                        "1700000000.123456789\tsent\tbefore the link\t61\t\t21\t\t",
                        "1700000000.123456790\tarrived\tbehind the link\t62\tloss 5% hit it; Grüße\t22\t\t",
                        "1700000000.123456791\tarrived\tbehind the link\t53\t\t\t13\t");
    }

    @Test
    void tsharkFindsEveryChecksumGood() throws IOException {
        Tshark.required();
        try (PcapngWriter writer = new PcapngWriter(file, TWO_POINTS)) {
            for (ByteBuffer packet : List.of(
                    segment(7),
                    datagram("10.77.0.1", "10.77.0.2"),
                    datagram("fd00:77::1", "fd00:77::2"),
                    Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).icmp(8, 0, new byte[11]),
                    Crafted.from("fd00:77::1", 1, "fd00:77::2", 2).icmp(128, 0, new byte[12]))) {
                writer.write(0, NOON, packet, packet.limit(), "");
            }
        }

        List<String> fields = Stream.of("ip", "tcp", "udp", "icmp", "icmpv6")
                .map(protocol -> protocol + ".checksum.status")
                .toList();
        assertThat(Tshark.fields(file.toByteArray(), fields))
                .containsExactly("1\t1\t\t\t", "1\t\t1\t\t", "\t\t1\t\t", "1\t\t\t1\t", "\t\t\t\t1");
    }

    @Test
    void everyWriteToTheStreamIsWholeBlocks() throws IOException {
        List<byte[]> writes = new ArrayList<>();
        OutputStream watched = new OutputStream() {
            @Override
            public void write(int one) {
                throw new AssertionError("a single byte");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                writes.add(Arrays.copyOfRange(bytes, offset, offset + length));
            }
        };
        PcapngSettings small = limited(65_535, 1_000_000);
        try (PcapngWriter writer = new PcapngWriter(watched, small)) {
            for (int i = 0; i < 50; i++) {
                writer.write(i % 2, NOON, segment(i * 7), 0, i % 3 == 0 ? "comment " + i : "");
                if (i % 10 == 9) {
                    writer.flush();
                }
            }
        }

        assertThat(writes).hasSizeGreaterThan(25).allSatisfy(PcapngWriterTest::isWholeBlocks);
    }

    @Test
    void aFullFileCountsWhatDoesNotFit() throws IOException {
        PcapngWriter writer = new PcapngWriter(file, limited(65_535, 1_000));
        int fitted = 0;
        while (writer.write(1, NOON, segment(1), 41, "")) {
            fitted++;
        }
        writer.write(0, NOON, segment(1), 41, "");
        writer.dropped(0, 5);
        writer.close();
        writer.close();

        assertThat(file.size()).isBetween(900, 1_000);
        ByteBuffer told = ByteBuffer.wrap(file.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(List.of(told.getLong(file.size() - 28), told.getLong(file.size() - 16)))
                .as("received and dropped, of the last interface")
                .containsExactly(fitted + 1L, 1L);
        assertThat(List.of(writer.written(1), writer.dropped(1), writer.dropped(0)))
                .containsExactly((long) fitted, 1L, 6L);
        isWholeBlocks(file.toByteArray());
    }

    @Test
    void keepsNoMoreOfAPacketThanItWasToldTo() throws IOException {
        Tshark.required();
        try (PcapngWriter writer = new PcapngWriter(file, limited(43, 1_000_000))) {
            writer.write(0, NOON, segment(500), 540, "");
        }
        assertThat(Tshark.fields(file.toByteArray(), List.of("frame.cap_len", "frame.len", "tcp.len")))
                .containsExactly("43\t540\t500");
    }

    @Test
    void aCommentThatIsTooLongIsCutBetweenLetters() throws IOException {
        List<String> comments = List.of("ü".repeat(40_000), "x" + "ü".repeat(32_767));
        try (PcapngWriter writer = new PcapngWriter(file, TWO_POINTS)) {
            for (String comment : comments) {
                writer.write(0, NOON, segment(1), 41, comment);
            }
        }
        assertThat(Capture.read("lab.pcapng", new ByteArrayInputStream(file.toByteArray()))
                        .packets())
                .extracting(Packet::comment)
                .containsExactly("ü".repeat(32_767), comments.get(1));
    }

    @Test
    void whatIsFlushedHasReachedTheStreamAndWhatWasWrittenFirst() throws IOException {
        PcapngWriter writer = new PcapngWriter(new BufferedOutputStream(file), TWO_POINTS);
        int head = file.size();
        assertThat(head).isPositive();
        writer.write(0, NOON, segment(1), 41, "");
        writer.flush();
        assertThat(file.size()).isEqualTo(head + 32 + 44);
    }

    @Test
    void anInterfaceThatThereIsNotLeavesTheFileAsItWas() throws IOException {
        try (PcapngWriter writer = new PcapngWriter(file, TWO_POINTS)) {
            assertThatThrownBy(() -> writer.write(2, NOON, segment(7), 60, ""))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(writer.write(1, NOON, segment(7), 60, "")).isTrue();
        }

        Capture read = Capture.read("mine", new ByteArrayInputStream(file.toByteArray()));
        assertThat(read.fault()).isEmpty();
        assertThat(read.packets()).hasSize(1);
    }

    @Test
    void aClosedFileTakesNothingMore() throws IOException {
        PcapngWriter writer = new PcapngWriter(file, TWO_POINTS);
        writer.close();
        int bytes = file.size();

        assertThatThrownBy(() -> writer.write(0, NOON, segment(7), 60, ""))
                .isInstanceOf(IOException.class)
                .hasMessage("capture: the file is closed");
        assertThatThrownBy(writer::flush).isInstanceOf(IOException.class);
        assertThat(file.size()).isEqualTo(bytes);
        assertThat(writer.written(0)).isZero();
    }

    @Test
    void aPacketWithoutACommentAllocatesNothing() throws Exception {
        PcapngWriter writer = new PcapngWriter(OutputStream.nullOutputStream(), TWO_POINTS);
        ByteBuffer packet = segment(100);

        assertThat(Allocation.bytesPerCall(() -> writer.write(0, NOON, packet, 140, "") ? Boolean.TRUE : Boolean.FALSE))
                .isZero();
    }

    private static void isWholeBlocks(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            int length = bytes.getInt(bytes.position() + 4);
            assertThat(length % 4).isZero();
            bytes.position(bytes.position() + length);
            assertThat(bytes.getInt(bytes.position() - 4)).isEqualTo(length);
        }
    }

    private static PcapngSettings limited(int snapBytes, long mostBytes) {
        return new PcapngSettings("Sockrates", TWO_POINTS.points(), snapBytes, 256, mostBytes);
    }

    private static ByteBuffer segment(int payload) {
        return Crafted.from("10.77.0.1", 40_122, "10.77.0.2", 7)
                .flags("P.")
                .payload(payload)
                .tcp();
    }

    private static ByteBuffer datagram(String from, String to) {
        return Crafted.from(from, 40_122, to, 7).payload(5).udp();
    }
}
