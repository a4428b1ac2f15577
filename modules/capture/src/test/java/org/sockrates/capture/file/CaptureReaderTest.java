package org.sockrates.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.IcmpMessage;
import org.sockrates.capture.packet.Packet;
import org.sockrates.transport.testkit.Property;

final class CaptureReaderTest {
    private static final byte[] SEGMENT = Crafted.from("10.77.0.1", 40_122, "10.77.0.2", 7)
            .flags("P.")
            .payload(21)
            .tcp()
            .array();

    /** The same conversation, caught at the same time by four tools and settings. */
    @ParameterizedTest
    @ValueSource(
            strings = {"dumpcap-ethernet.pcapng", "tcpdump-ethernet.pcap", "tcpdump-sll.pcap", "tcpdump-sll2-nanos.pcap"
            })
    void readsWhatOtherToolsWrote(String name) throws IOException {
        byte[] file;
        try (InputStream resource = CaptureReaderTest.class.getResourceAsStream(name)) {
            file = resource.readAllBytes();
        }
        Capture capture = read(file);

        assertThat(capture.fault()).isEmpty();
        assertThat(capture.packets()).hasSize(12);
        List<Decoded> decoded = capture.packets().stream().map(Decoded::of).toList();
        assertThat(decoded).element(3).satisfies(hello -> {
            assertThat(hello.flow()).hasToString("127.0.0.1.38722 > 127.0.0.1.7");
            assertThat(hello.packetBytes()).isEqualTo(20 + 32 + 5);
        });
        assertThat(decoded).element(11).isInstanceOfSatisfying(IcmpMessage.class, error -> {
            assertThat(error.saysPortUnreachable()).isTrue();
            assertThat(error.about().orElseThrow().flow()).hasToString("::1.38704 > ::1.9");
        });
        long took =
                capture.packets().get(11).timeNanos() - capture.packets().get(0).timeNanos();
        assertThat(took).isBetween(184_000L, 187_000L);
        assertThat(capture.packets().get(0).timeNanos() / 1_000_000_000_000L).isEqualTo(1_795_703L);
    }

    @Test
    void readsBackWhateverTheWriterWrote() {
        Property.forAll(200, draw -> {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            List<VantagePoint> points = List.of(new VantagePoint("a", "first"), new VantagePoint("b", ""));
            List<Packet> packets = new ArrayList<>();
            try (PcapngWriter writer = new PcapngWriter(file, PcapngSettings.of("Sockrates", points))) {
                for (int i = draw.between(0, 20); i > 0; i--) {
                    byte[] bytes = draw.bytes(draw.between(0, 100));
                    long time = draw.between(0, 1_000_000_000) * 1_000_000_007L;
                    String comment = draw.chance(0.5) ? "" : "rule " + draw.between(0, 999_999);
                    int length = bytes.length + draw.between(0, 3);
                    int point = draw.between(0, 1);
                    packets.add(new Packet(time, ByteBuffer.wrap(bytes), length, point, comment, packets.size() + 1));
                    writer.write(point, time, ByteBuffer.wrap(bytes), length, comment);
                }
            }

            Capture capture = read(file.toByteArray());
            assertThat(capture.packets()).isEqualTo(packets);
            assertThat(capture.points()).isEqualTo(points);
            assertThat(capture.fault()).isEmpty();
        });
    }

    @Test
    void everyInterfaceHasItsOwnClockInEitherByteOrder() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            HandMade made = new HandMade(order).section();
            made.face(101);
            made.face(101, made.option(Pcapng.INTERFACE_RESOLUTION, (byte) 3));
            made.face(101, made.option(Pcapng.INTERFACE_RESOLUTION, (byte) 12));
            made.face(101, made.option(Pcapng.INTERFACE_RESOLUTION, (byte) 0x8a));
            byte[] ten = order == ByteOrder.BIG_ENDIAN
                    ? new byte[] {0, 0, 0, 0, 0, 0, 0, 10}
                    : new byte[] {10, 0, 0, 0, 0, 0, 0, 0};
            made.face(101, made.option(Pcapng.INTERFACE_OFFSET, ten));
            byte[] file = made.packet(0, 1_500_000, SEGMENT)
                    .packet(1, 1_500, SEGMENT)
                    .packet(2, 1_500_000_000_000L, SEGMENT)
                    .packet(3, 1_536, SEGMENT)
                    .packet(4, 1_500_000, SEGMENT)
                    .file();

            assertThat(read(file).packets())
                    .extracting(Packet::timeNanos)
                    .containsExactly(1_500_000_000L, 1_500_000_000L, 1_500_000_000L, 1_500_000_000L, 11_500_000_000L);
        }
    }

    @Test
    void aTimeThatDoesNotFitIsTheLatestThereIs() {
        assertThat(new TimeUnits(0, 0).nanos(-1)).isEqualTo(Long.MAX_VALUE);
        assertThat(new TimeUnits(0x80, 0).nanos(-1)).isEqualTo(Long.MAX_VALUE);
        assertThat(new TimeUnits(6, Long.MAX_VALUE).nanos(5)).isEqualTo(Long.MAX_VALUE);
        assertThat(new TimeUnits(6, Long.MIN_VALUE).nanos(0)).isEqualTo(Long.MIN_VALUE);
        assertThat(new TimeUnits(0xff, 0).nanos(-1)).isZero();
        assertThat(new TimeUnits(0x7f, 0).nanos(-1)).isZero();
        assertThat(new TimeUnits(0xc0, 0).nanos(1L << 63)).isEqualTo(500_000_000L);
    }

    /** 2023 counted in tenths of a nanosecond is beyond what a signed number holds. */
    @Test
    void aWrittenTimeIsAnUnsignedNumber() {
        long written = Long.parseUnsignedLong("17000000012345678909");
        assertThat(new TimeUnits(10, 0).nanos(written)).isEqualTo(1_700_000_001_234_567_890L);
        assertThat(new TimeUnits(12, 0).nanos(written)).isEqualTo(17_000_000_012_345_678L);
        assertThat(new TimeUnits(10, 5).nanos(-1)).isEqualTo(1_844_674_412_370_955_161L);
        assertThat(new TimeUnits(9, 0).nanos(-1)).isEqualTo(Long.MAX_VALUE);
        assertThat(new TimeUnits(8, 0).nanos(-1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void eachSectionHasItsOwnOrderAndInterfaces() throws IOException {
        HandMade first = new HandMade(ByteOrder.BIG_ENDIAN).section();
        first.face(101, first.option(Pcapng.INTERFACE_NAME, "one")).packet(0, 1, SEGMENT);
        HandMade second = new HandMade(ByteOrder.LITTLE_ENDIAN).section();
        second.face(101, second.option(Pcapng.INTERFACE_NAME, "two")).packet(0, 2, SEGMENT);
        first.raw(ByteBuffer.allocate(1_000).put(second.file()));

        Capture capture = read(first.file());
        assertThat(capture.points()).extracting(VantagePoint::name).containsExactly("one", "two");
        assertThat(capture.points()).extracting(VantagePoint::section).containsExactly(0, 1);
        assertThat(capture.packets()).extracting(Packet::interfaceNumber).containsExactly(0, 1);
        assertThat(capture.packets()).extracting(Packet::timeNanos).containsExactly(1_000L, 2_000L);
    }

    @Test
    void simpleAndObsoletePacketsAreReadAndUnknownBlocksPassedOver() throws IOException {
        HandMade made = new HandMade(ByteOrder.LITTLE_ENDIAN).section().face(101, 45);
        byte[] kept = Arrays.copyOf(SEGMENT, 45);
        made.block(0x0bad, made.bytes(40).putLong(7)).obsolete(0, 5, SEGMENT).simple(SEGMENT.length, kept);

        Capture capture = read(made.file());
        assertThat(capture.fault()).isEmpty();
        assertThat(capture.packets()).hasSize(2);
        Packet simple = capture.packets().get(1);
        assertThat(List.of(simple.bytes().remaining(), simple.originalBytes())).containsExactly(45, SEGMENT.length);
        assertThat(simple.timeNanos()).isEqualTo(5_000L);
        HandMade unlimited = new HandMade(ByteOrder.LITTLE_ENDIAN).section().face(101);
        assertThat(read(unlimited.simple(99, Arrays.copyOf(SEGMENT, 44)).file()).packets())
                .extracting(packet -> packet.bytes().remaining())
                .containsExactly(44);
    }

    @Test
    void severalCommentsAreOneLine() throws IOException {
        HandMade made = new HandMade(ByteOrder.LITTLE_ENDIAN).section().face(101);
        made.packet(
                0,
                0,
                SEGMENT,
                made.option(1, "lost"),
                made.option(2, (byte) 0),
                made.option(1, "by a rule"),
                made.option(Pcapng.OPTION_END),
                made.option(1, "behind the end"));

        assertThat(read(made.file()).packets()).extracting(Packet::comment).containsExactly("lost; by a rule");
    }

    @Test
    void aNameIsKeptToAHundredLettersAndANumberOfAnotherSizeIsNone() throws IOException {
        HandMade made = new HandMade(ByteOrder.LITTLE_ENDIAN).section();
        made.face(
                101,
                made.option(Pcapng.INTERFACE_NAME, "n".repeat(300)),
                made.option(Pcapng.INTERFACE_OFFSET, (byte) 1),
                made.option(Pcapng.INTERFACE_RESOLUTION, (byte) 9, (byte) 9));

        Capture capture = read(made.packet(0, 7, SEGMENT).file());
        assertThat(capture.points()).extracting(VantagePoint::name).containsExactly("n".repeat(100));
        assertThat(capture.packets()).extracting(Packet::timeNanos).containsExactly(7_000L);
    }

    @Test
    void findsThePacketBehindEveryKnownLink() throws IOException {
        byte[] ethernet = new byte[12];
        for (LinkCase link : List.of(
                linkCase(101, bytes()),
                linkCase(12, bytes()),
                linkCase(14, bytes()),
                linkCase(228, bytes()),
                linkCase(1, bytes(ethernet, 0x08, 0x00)),
                linkCase(1, bytes(ethernet, 0x81, 0x00, 0, 5, 0x08, 0x00)),
                linkCase(1, bytes(ethernet, 0x88, 0xa8, 0, 5, 0x81, 0x00, 0, 6, 0x08, 0x00)),
                linkCase(1, bytes(ethernet, 0x88, 0x64, 0x11, 0, 0, 1, 0, 63, 0, 0x21)),
                linkCase(1, bytes(ethernet, 0x81, 0x00, 0, 5, 0x88, 0x64, 0x11, 0, 0, 1, 0, 63, 0, 0x21)),
                linkCase(0, bytes(2, 0, 0, 0)),
                linkCase(0, bytes(0, 0, 0, 2)),
                linkCase(108, bytes(0, 0, 0, 2)),
                linkCase(113, bytes(new byte[14], 0x08, 0x00)),
                linkCase(276, bytes(new byte[0], 0x08, 0x00, 0, 0, 0, 0, 0, 1, 3, 4, 0, 6, 1, 2, 3, 4, 5, 6, 0, 0)))) {
            for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                byte[] frame = join(link.header().array(), SEGMENT);
                HandMade made = new HandMade(order).pcapHead(0xa1b2c3d4, link.type());
                Capture capture = read(made.pcapPacket(1, 2, frame).file());

                assertThat(capture.packets())
                        .as("link type %d", link.type())
                        .containsExactly(
                                new Packet(1_000_002_000L, ByteBuffer.wrap(SEGMENT), SEGMENT.length, 0, "", 1));
            }
        }
    }

    @Test
    void framesWithoutIpAreCounted() throws IOException {
        HandMade made = new HandMade(ByteOrder.LITTLE_ENDIAN).section().face(1).face(127);
        byte[] arp = bytes(new byte[12], 0x08, 0x06, 1, 2, 3);
        made.packet(0, 0, arp).packet(0, 0, bytes(new byte[3])).packet(1, 0, SEGMENT);
        made.packet(0, 0, join(bytes(new byte[12], 0x08, 0x00), SEGMENT));

        Capture capture = read(made.file());
        assertThat(capture.packets()).extracting(Packet::number).containsExactly(4L);
        assertThat(capture.skipped()).isEqualTo(new Capture.Skipped(3, "no IP"));
        HandMade unknown = new HandMade(ByteOrder.LITTLE_ENDIAN).section().face(127);
        assertThat(read(unknown.packet(0, 0, SEGMENT).file()).skipped().because())
                .isEqualTo("link type 127 (expected: raw IP, Ethernet, loopback or Linux cooked)");
    }

    /** As a kernel does, which hands a packet on by the link's word and then looks at its version. */
    @Test
    void aPacketOfAnotherVersionThanItsLinkSaysIsNotRead() throws IOException {
        byte[] six = Crafted.from("fd00:77::1", 1, "fd00:77::2", 7).udp().array();
        byte[] ethernet = new byte[12];
        for (byte[] packet : List.of(SEGMENT, six)) {
            boolean four = packet == SEGMENT;
            int type = four ? 0x86dd : 0x0800;
            for (LinkCase link : List.of(
                    linkCase(four ? 229 : 228, bytes()),
                    linkCase(1, bytes(ethernet, type >> 8, type)),
                    linkCase(1, bytes(ethernet, 0x81, 0x00, 0, 5, type >> 8, type)),
                    linkCase(1, bytes(ethernet, 0x88, 0x64, 0x11, 0, 0, 1, 0, 63, 0, four ? 0x57 : 0x21)),
                    linkCase(113, bytes(new byte[14], type >> 8, type)),
                    linkCase(0, bytes(four ? 30 : 2, 0, 0, 0)),
                    linkCase(108, bytes(0, 0, 0, four ? 24 : 2)))) {
                HandMade made = new HandMade(ByteOrder.LITTLE_ENDIAN).pcapHead(0xa1b2c3d4, link.type());
                Capture capture = read(made.pcapPacket(1, 2, join(link.header().array(), packet))
                        .file());

                assertThat(capture.packets()).as("link type %d", link.type()).isEmpty();
                assertThat(capture.skipped())
                        .isEqualTo(new Capture.Skipped(1, "IP of another version than its link says"));
            }
        }
    }

    private record LinkCase(int type, ByteBuffer header) {}

    private static LinkCase linkCase(int type, byte[] header) {
        return new LinkCase(type, ByteBuffer.wrap(header));
    }

    private static Capture read(byte[] file) throws IOException {
        return Capture.read("lab.pcapng", new ByteArrayInputStream(file));
    }

    private static byte[] bytes(int... values) {
        return bytes(new byte[0], values);
    }

    private static byte[] bytes(byte[] first, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(first.length + values.length).put(first);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }
}
