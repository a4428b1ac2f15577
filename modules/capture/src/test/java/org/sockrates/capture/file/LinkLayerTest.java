package org.sockrates.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.capture.file.LinkLayer.NO_IP;
import static org.sockrates.capture.file.LinkLayer.OTHER_VERSION;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkLayerTest {
    private static final int NULL = 0;
    private static final int LOOP = 108;
    private static final String ADDRESSES = "000000000000000000000000";
    private static final String SLL2_REST = "000000000001000304060102030405060000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 " + ADDRESSES + "0800",
                "1 " + ADDRESSES + "910000050800",
                "1 " + ADDRESSES + "8100000581000006910000070800",
                "1 " + ADDRESSES + "8864110000010040" + "0021",
                "113 0000000100060000000000000000" + "0800",
                "276 0800" + SLL2_REST,
                "0 02000000",
                "0 00000002",
                "108 00000002"
            })
    void aFrameThatEndsWithinItsHeaderHoldsNoIp(String link) {
        String header = link.substring(link.indexOf(' ') + 1);
        int type = Integer.parseInt(link.substring(0, link.indexOf(' ')));
        for (int kept = 0; kept < header.length(); kept += 2) {
            assertThat(begin(type, header.substring(0, kept)))
                    .as("%d digits", kept)
                    .isEqualTo(NO_IP);
        }
        int bytes = header.length() / 2;
        assertThat(begin(type, header)).isEqualTo(bytes);
        assertThat(begin(type, header + "45")).isEqualTo(bytes);
        assertThat(begin(type, header + "60")).isEqualTo(OTHER_VERSION);
    }

    /** AF_INET6 of Linux, of NetBSD and OpenBSD, of FreeBSD, of macOS. */
    @ParameterizedTest
    @ValueSource(strings = {"0a", "18", "1c", "1e"})
    void everySystemsNumberOfIpVersion6IsKnown(String family) {
        for (String packet : new String[] {"60", ""}) {
            assertThat(begin(NULL, family + "000000" + packet)).isEqualTo(4);
            assertThat(begin(NULL, "000000" + family + packet)).isEqualTo(4);
            assertThat(begin(LOOP, "000000" + family + packet)).isEqualTo(4);
        }
        assertThat(begin(NULL, "000000" + family + "45")).isEqualTo(OTHER_VERSION);
    }

    @Test
    void anotherFamilyOrTheOtherOrderIsNoIp() {
        assertThat(begin(NULL, "0000000745")).isEqualTo(NO_IP);
        assertThat(begin(NULL, "0700000045")).isEqualTo(NO_IP);
        assertThat(begin(LOOP, "0200000045")).isEqualTo(NO_IP);
    }

    /** Of a frame that lies somewhere in a block. */
    private static int begin(int type, String hex) {
        ByteBuffer block = ByteBuffer.allocate(3 + hex.length() / 2 + 8);
        block.position(3);
        for (int at = 0; at < hex.length(); at += 2) {
            block.put((byte) Integer.parseInt(hex.substring(at, at + 2), 16));
        }
        return LinkLayer.headerBytes(type, block.limit(block.position()).position(3));
    }
}
