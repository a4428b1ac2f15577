package org.sockrates.shell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.shell.WithFolder;

/** Datagrams and segments in fragments, whichever way a capture is shown. */
class CaptureFragmentsTest extends WithFolder {
    @Test
    void aDatagramInFragmentsIsThrownAwayAsAWhole() throws IOException {
        HexFormat hex = HexFormat.of();
        String addresses = "0a4d00010a4d0002";
        byte[] first =
                hex.parseHex("45000024000720004011" + "0000" + addresses + "03e8000700120000" + "6161616161616161");
        byte[] last = hex.parseHex("45000016000700024011" + "0000" + addresses + "6262");
        pcap("good.pcap", first, last);
        assertThat(typing.type("capture read good.pcap --ladder --timeless").lines())
                .anyMatch(line -> line.contains("10 bytes in 2 fragments"))
                .noneMatch(line -> line.contains("throws away"));
        first[25] = 0x13;
        pcap("bad.pcap", first, last);
        for (String way : List.of("", " --packets", " --ladder")) {
            assertThat(typing.type("capture read bad.pcap --json" + way).json()).containsEntry("thrown_away", 2);
        }
        assertThat(typing.type("capture read bad.pcap --packets").lines())
                .hasSize(2)
                .allMatch(line -> line.endsWith(" [wrong length]"));
        assertThat(typing.type("capture read bad.pcap --ladder").lines()).startsWith("no conversations");
    }

    @Test
    void ofADatagramThatIsNotWholeNoByteIsCountedThatNeverCame() throws IOException {
        String addresses = "0a4d00010a4d0002";
        HexFormat hex = HexFormat.of();
        byte[] first =
                hex.parseHex("45000024000720004011" + "0000" + addresses + "03e8000700120000" + "6161616161616161");
        byte[] last = hex.parseHex("45000016000700024011" + "0000" + addresses + "6262");
        String flow = "-  udp 10.77.0.1.1000 > 10.77.0.2.7: ";
        pcap("lone.pcap", first);
        typing.type("capture read lone.pcap").has(flow + "1 datagram, 1 of them incomplete, 36 bytes");
        pcap("both.pcap", first, last, first);
        typing.type("capture read both.pcap").has(flow + "2 datagrams, 1 of them incomplete, 94 bytes");
    }

    @Test
    void aFragmentOfWhatIsCountedIsNoOtherPacket() throws IOException {
        String addresses = "0a4d00010a4d0002";
        HexFormat hex = HexFormat.of();
        byte[] first =
                hex.parseHex("45000024000720004011" + "0000" + addresses + "03e80007001a0000" + "6161616161616161");
        byte[] next = hex.parseHex("4500001c000720024011" + "0000" + addresses + "62".repeat(8));
        byte[] last = hex.parseHex("45000016000700034011" + "0000" + addresses + "6363");
        String flow = "-  udp 10.77.0.1.1000 > 10.77.0.2.7: ";
        pcap("whole.pcap", last, first, next);
        typing.type("capture read whole.pcap --timeless").shows("whole.pcap: 3 packets", flow + "1 datagram, 86 bytes");
        pcap("gap.pcap", first, last);
        typing.type("capture read gap.pcap --timeless")
                .shows("gap.pcap: 2 packets", flow + "1 datagram, 1 of them incomplete, 58 bytes");
        pcap("headless.pcap", next, last);
        typing.type("capture read headless.pcap --timeless").shows("headless.pcap: 2 packets", "-  2 other packets");
    }

    @Test
    void aSegmentInFragmentsIsAllOfItWhereItCameWhole() throws IOException {
        byte[] whole = HexFormat.of()
                .parseHex("45000038000700004006" + "0000" + "0a4d00010a4d0002" + "03e80007" + "00000005" + "00000000"
                        + "5018" + "ffff00000000" + "61".repeat(16));
        Checksum.fill(new PacketView(), ByteBuffer.wrap(whole), 0, whole.length);
        byte[] first = part(whole, 0, 24);
        byte[] last = part(whole, 24, 12);
        String line = "IP 10.77.0.1.1000 > 10.77.0.2.7: Flags [P.], seq 1:";
        pcap("lone.pcap", first);
        typing.type("capture read lone.pcap --packets --timeless")
                .has(line + "5, ack 1, win 65535, length 4 [first fragment, the rest is not counted]");
        pcap("both.pcap", first, last);
        typing.type("capture read both.pcap --packets --timeless")
                .has(line + "17, ack 1, win 65535, length 16 [first fragment]")
                .has("IP 10.77.0.1 > 10.77.0.2: tcp frag off=24, ID=0007, length 32");
        typing.type("capture read both.pcap --timeless")
                .shows(
                        "both.pcap: 2 packets",
                        "0  tcp 10.77.0.1.1000 > 10.77.0.2.7",
                        "   there  1 segment, 76 bytes, 16 of new data (21.1 %)",
                        "   back   0 segments, 0 bytes, 0 of new data");
        assertThat(typing.type("capture read both.pcap --ladder --timeless").lines())
                .anyMatch(shown -> shown.contains("P. 1:17(16) ack 1 in 2 fragments"));
        last[20] ^= 1;
        pcap("bad.pcap", first, last);
        assertThat(typing.type("capture read bad.pcap --packets").lines())
                .hasSize(2)
                .allMatch(shown -> shown.endsWith(" [wrong checksum]"));
    }

    private static byte[] part(byte[] whole, int from, int bytes) {
        ByteBuffer part = ByteBuffer.allocate(20 + bytes).put(0, whole, 0, 20).put(20, whole, 20 + from, bytes);
        part.putShort(2, (short) (20 + bytes)).putShort(6, (short) ((from == 0 ? 0x2000 : 0) | from / 8));
        return part.putShort(10, (short) 0)
                .putShort(10, (short) Checksum.of(part, 0, 20))
                .array();
    }

    private void pcap(String name, byte[]... packets) throws IOException {
        PcapFile.write(folder.resolve(name), 101, packets);
    }
}
