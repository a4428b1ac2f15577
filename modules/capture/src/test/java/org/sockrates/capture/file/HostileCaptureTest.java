package org.sockrates.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.transport.testkit.Property;

final class HostileCaptureTest {
    private static final byte[] SEGMENT = Crafted.from("10.77.0.1", 40_122, "10.77.0.2", 7)
            .flags("P.")
            .payload(21)
            .tcp()
            .array();
    private static final long LIMIT_SECONDS = 60;

    private final HandMade made = new HandMade(ByteOrder.LITTLE_ENDIAN);

    @Test
    void aFileCutAnywhereGivesThePacketsBeforeTheCutAndItsOffset() throws IOException {
        for (byte[] whole : List.of(pcapng(), pcap())) {
            List<Packet> packets = read(whole).packets();
            assertThat(packets).hasSize(3);
            int before = 0;
            for (int kept = 1; kept < whole.length; kept++) {
                byte[] cut = Arrays.copyOf(whole, kept);
                if (isHeadCut(whole, kept)) {
                    assertThatThrownBy(() -> read(cut)).isInstanceOf(CaptureFaultException.class);
                    continue;
                }
                Capture capture = read(cut);
                assertThat(capture.packets())
                        .isEqualTo(packets.subList(0, capture.packets().size()));
                assertThat(capture.packets().size()).isBetween(before, before + 1);
                capture.fault()
                        .ifPresent(fault -> assertThat(fault)
                                .matches("capture: lab.pcapng: offset [0-9]+: the file ends inside .* "
                                        + "\\(expected: [0-9]+ bytes more\\)"));
                before = capture.packets().size();
            }
            assertThat(before).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void standsEveryTwistedByte() throws IOException {
        for (byte[] whole : List.of(pcapng(), pcap())) {
            for (int at = 0; at < whole.length; at++) {
                for (int twist : new int[] {0x01, 0x80, 0xff}) {
                    byte[] twisted = whole.clone();
                    twisted[at] ^= (byte) twist;
                    ends(twisted);
                }
            }
        }
    }

    @Test
    void standsAnyBytesBehindAnyMagic() {
        List<byte[]> wholes = List.of(pcapng(), pcap());
        Property.forAll(5_000, draw -> {
            byte[] file = draw.oneOf(wholes).clone();
            for (int i = draw.between(1, 12); i > 0; i--) {
                int at = draw.between(0, file.length - 1) & (draw.chance(0.5) ? ~3 : ~0);
                byte[] value = draw.chance(0.5) ? draw.bytes(4) : extreme(draw.between(0, 4));
                System.arraycopy(value, 0, file, at, Math.min(4, file.length - at));
            }
            ends(draw.chance(0.2) ? Arrays.copyOf(file, draw.between(0, file.length)) : file);
        });
    }

    private static byte[] extreme(int which) {
        int value = new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 8}[which];
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    /** Ends: in packets, which can be decoded, or in one line with an offset. */
    private static void ends(byte[] file) throws IOException {
        try {
            Capture capture = read(file);
            capture.packets().forEach(Decoded::of);
            capture.fault().ifPresent(HostileCaptureTest::isOneLine);
        } catch (CaptureFaultException fault) {
            isOneLine(fault.getMessage());
        }
    }

    private static void isOneLine(String fault) {
        assertThat(fault).matches("capture: lab\\.pcapng: offset [0-9]+: .* \\(expected: .*\\)");
    }

    @Test
    void saysWhereAndWhatIsWrong() {
        assertThat(fault(made.section().block(6, 7, made.bytes(0), 7).file()))
                .isEqualTo("capture: lab.pcapng: offset 28: block length 7 (expected: a multiple of 4, at least 32)");
        assertThat(fault(section().block(6, 34, made.bytes(0), 34).file()))
                .contains("offset 28: block length 34 (expected: a multiple of 4, at least 32)");
        assertThat(fault(section().block(0x99, 12, section().bytes(0), 16).file()))
                .isEqualTo(
                        "capture: lab.pcapng: offset 36: block length at its end 16 (expected: 12, as at its beginning)");
        assertThat(fault(section().block(6, 0x8000_0000, section().bytes(0), 0).file()))
                .isEqualTo("capture: lab.pcapng: offset 28: block length 2147483648 (expected: at most 1048576)");
        assertThat(fault(section().packet(0, 0, SEGMENT).file()))
                .isEqualTo("capture: lab.pcapng: offset 28: interface 0 (expected: an interface description first)");
        assertThat(fault(section().face(101).section().packet(0, 0, SEGMENT).file()))
                .endsWith("interface 0 (expected: an interface description first)");
        assertThat(fault(section().face(101).packet(1, 0, SEGMENT).file()))
                .isEqualTo("capture: lab.pcapng: offset 48: interface 1 (expected: 0 to 0)");
        assertThat(fault(made().pcapHead(0xa1b2c3d4, 101)
                        .raw(made.bytes(16).putLong(0).putInt(-1).putInt(1))
                        .file()))
                .isEqualTo("capture: lab.pcapng: offset 24: packet of 4294967295 bytes (expected: at most 1048576)");
    }

    @Test
    void aPacketThatDoesNotFitItsBlockIsNotRead() {
        ByteBuffer longer = made.bytes(32).putInt(0).putLong(0).putInt(13).putInt(13);
        assertThat(fault(section().face(101).block(6, longer.position(32)).file()))
                .isEqualTo("capture: lab.pcapng: offset 48: packet of 13 bytes (expected: at most 12, its block's)");
        ByteBuffer right = made.bytes(32).position(32);
        assertThat(fault(section().face(101).block(6, 44, right, 48).file()))
                .contains("offset 88: block length at its end 48 (expected: 44, as at its beginning)");
        assertThat(fault(Arrays.copyOf(pcap(), pcap().length - 5))).endsWith("a packet (expected: 5 bytes more)");
    }

    @Test
    void thereAreNoMoreThanAThousandInterfaces() {
        for (int i = 0; i <= 1_024; i++) {
            (i == 0 ? made.section() : made).face(101);
        }
        assertThat(fault(made.file())).contains("one interface more (expected: at most 1024)");
    }

    @Test
    void commentsTakeMemoryToo() throws IOException {
        made.section().face(101);
        for (int i = 0; i < 50; i++) {
            made.packet(0, 0, SEGMENT, made.option(Pcapng.OPTION_COMMENT, "c".repeat(400)));
        }
        assertThat(Capture.read("lab.pcapng", new ByteArrayInputStream(made.file()), 12 * 10_000)
                        .packets())
                .hasSize(10_000 / (200 + SEGMENT.length + 2 * 400));
    }

    @Test
    void refusesWhatIsNoCapture() {
        assertThat(refusal("#!/bin/sh\n"))
                .isEqualTo("capture: lab.pcapng: offset 0: begins with 23212f62 "
                        + "(expected: 0a0d0d0a of pcapng or a1b2c3d4 of pcap)");
        assertThat(refusal("\u001f\u008b\b\0")).contains("compressed, gunzip it first");
        assertThat(refusal(""))
                .isEqualTo("capture: lab.pcapng: offset 0: the file ends inside the first four bytes "
                        + "(expected: 4 bytes more)");
        assertThat(refusal("\n\r\r\n\0\0\0\u001cXXXX")).contains("offset 8: byte order 58585858");
        assertThat(refusal("\n\r\r\n\0\0\0\u0008\u001a+<M")).contains("offset 0: block length 8");
        assertThat(refusal("\n\r\r\n\0\0\0\u001c\u001a+<M\0\2\0\0")).endsWith("offset 12: version 2 (expected: 1)");
        assertThat(refusal("\u00a1\u00b2\u00c3\u00d4\0\3" + "\0".repeat(18)))
                .endsWith("offset 4: version 3 (expected: 2)");
    }

    @Test
    void anUnknownBlockThatClaimsMoreThanThereIsIsNotWaitedFor() {
        assertThat(fault(section()
                        .block(0x99, 0x7fff_fffc, section().bytes(0), 0)
                        .file()))
                .isEqualTo("capture: lab.pcapng: offset 40: the file ends inside a block "
                        + "(expected: 2147483628 bytes more)");
    }

    @Test
    void namesTheFileSafely() {
        assertThatThrownBy(() -> Capture.read("\u001b[2J", new ByteArrayInputStream(new byte[4])))
                .hasMessageStartingWith("capture: \\x1b[2J: offset 0");
    }

    /** In a virtual machine of 64 MB, the ladder too: endless files of the smallest, of usual and of the largest packets. */
    @Test
    void neverTakesMoreThan64Megabytes() throws Exception {
        for (String bytes : List.of("0", "1400", "1048000")) {
            Process reader = new ProcessBuilder(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-Xmx64m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            EndlessCapture.class.getName(),
                            bytes)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reader.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(said)
                    .matches("capture: endless.pcap: more than \\d+ packets: not read "
                            + "\\(limit: 5 MiB of packets, in 6\\d MiB of memory\\); cut it with editcap\n1 drawn\n");
        }
    }

    @Test
    void takesNoMoreThan40MebibytesHoweverMuchThereIs() throws IOException {
        byte[] packet = made().pcapPacket(1, 1, new byte[1 << 20]).file();
        ByteBuffer file = ByteBuffer.allocate(24 + 41 * packet.length);
        file.put(made().pcapHead(0xa1b23c4d, 101).file());
        for (int i = 0; i < 41; i++) {
            file.put(packet);
        }
        assertThat(Capture.read("lab.pcap", new ByteArrayInputStream(file.array()), 1L << 40)
                        .fault())
                .hasValue("capture: lab.pcap: more than 39 packets: not read (limit: 40 MiB of packets); "
                        + "cut it with editcap");
    }

    private static boolean isHeadCut(byte[] whole, int kept) {
        return kept < (whole[0] == '\n' ? 28 : 24);
    }

    private HandMade made() {
        return new HandMade(ByteOrder.LITTLE_ENDIAN);
    }

    private HandMade section() {
        return made().section();
    }

    private static byte[] pcapng() {
        HandMade made = new HandMade(ByteOrder.BIG_ENDIAN).section();
        made.face(101, made.option(Pcapng.INTERFACE_NAME, "sent"), made.option(Pcapng.INTERFACE_RESOLUTION, (byte) 9));
        made.packet(0, 1, SEGMENT, made.option(Pcapng.OPTION_COMMENT, "loss 5%"));
        return made.block(0x99, made.bytes(8).putLong(3))
                .simple(SEGMENT.length, SEGMENT)
                .obsolete(0, 2, SEGMENT)
                .file();
    }

    private static byte[] pcap() {
        HandMade made = new HandMade(ByteOrder.LITTLE_ENDIAN).pcapHead(0xa1b23c4d, 101);
        return made.pcapPacket(1, 2, SEGMENT)
                .pcapPacket(1, 3, SEGMENT)
                .pcapPacket(1, 4, SEGMENT)
                .file();
    }

    private static Capture read(byte[] file) throws IOException {
        return Capture.read("lab.pcapng", new ByteArrayInputStream(file));
    }

    private static String fault(byte[] file) {
        try {
            return read(file).fault().orElse("");
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }

    private static String refusal(String file) {
        try {
            return "read: " + read(file.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException refused) {
            return refused.getMessage();
        }
    }
}
