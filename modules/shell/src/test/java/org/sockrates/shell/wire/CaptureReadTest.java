package org.sockrates.shell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.shell.Typing;

/** How a capture that is read is told. */
class CaptureReadTest {
    private static final String FRAME = "000000000000000000000000";
    private static final byte[] ARP = HexFormat.of().parseHex(FRAME + "0806" + "00".repeat(28));

    @TempDir
    private Path folder;

    private Typing typing;

    @BeforeEach
    void open() {
        typing = Typing.in(folder);
    }

    @AfterEach
    void close() {
        typing.close();
    }

    @Test
    void aRepeatedAckIsThatOfTheFrameAsOtherToolsCount() throws IOException {
        pcap(
                "gap.pcap",
                1,
                ARP,
                framed(segment(true, 5, 0, "02", "")),
                framed(segment(false, 9, 6, "12", "")),
                framed(segment(true, 6, 10, "10", "")),
                framed(segment(false, 11, 6, "18", "68")),
                framed(segment(true, 6, 10, "10", "")));
        assertThat(typing.type("capture read gap.pcap --packets --number").lines())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("    4  0.002000 IP "))
                .anyMatch(line -> line.startsWith("    6  0.004000 IP ") && line.endsWith("[Dup ACK 4#1]"));
        typing.type("capture read gap.pcap --packets --number --timeless")
                .has("    2  IP 10.77.0.1.1000 > 10.77.0.2.7: Flags [S], seq 0, win 65535, length 0");
    }

    /** Between 10.77.0.1.1000 and 10.77.0.2.7, with good checksums. */
    private static byte[] segment(boolean there, int sequence, int acknowledgment, String flags, String payload) {
        HexFormat hex = HexFormat.of();
        String tcp = (there ? "03e80007" : "000703e8") + hex.toHexDigits(sequence) + hex.toHexDigits(acknowledgment)
                + "50" + flags + "ffff00000000" + payload;
        String addresses = there ? "0a4d00010a4d0002" : "0a4d00020a4d0001";
        String length = hex.toHexDigits((short) (20 + tcp.length() / 2));
        byte[] bytes = hex.parseHex("4500" + length + "0001000040060000" + addresses + tcp);
        Checksum.fill(new PacketView(), ByteBuffer.wrap(bytes), 0, bytes.length);
        return bytes;
    }

    private static byte[] framed(byte[] packet) {
        byte[] header = HexFormat.of().parseHex(FRAME + "0800");
        return ByteBuffer.allocate(header.length + packet.length)
                .put(header)
                .put(packet)
                .array();
    }

    /** A millisecond apart. */
    private void pcap(String name, int linkType, byte[]... frames) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(1 << 16);
        file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
        file.putInt(0).putInt(0).putInt(65_535).putInt(linkType);
        for (int i = 0; i < frames.length; i++) {
            file.putInt(1).putInt(i * 1000).putInt(frames[i].length).putInt(frames[i].length);
            file.put(frames[i]);
        }
        byte[] written = new byte[file.flip().remaining()];
        file.get(written);
        Files.write(folder.resolve(name), written);
    }
}
