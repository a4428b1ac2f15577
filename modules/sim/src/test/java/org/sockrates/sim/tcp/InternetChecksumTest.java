package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first is the example of RFC 1071 §3; the others are its words, added by hand. */
class InternetChecksumTest {
    @ParameterizedTest
    @CsvSource({
        "0001f203f4f5f6f7, ddf2",
        "0001f203, f204",
        "0001, 0001",
        "01, 0100",
        "0001f2, f201",
        "0001f203f4, e605",
        "0001f203f4f5, e6fa",
        "0001f203f4f5f6, dcfb",
    })
    void addsWordsOfSixteenBitsAndAnOddByteBeforeAZero(String bytes, String sum) {
        ByteBuffer summed = ByteBuffer.wrap(HexFormat.of().parseHex("ffff" + bytes + "ffff"));
        long found = InternetChecksum.add(0, summed, 2, summed.limit() - 2);

        assertThat(InternetChecksum.of(found)).isEqualTo((short) ~Integer.parseInt(sum, 16));
        assertThat(InternetChecksum.holds(found)).isFalse();
        assertThat(InternetChecksum.holds(found + (InternetChecksum.of(found) & 0xffff)))
                .isTrue();
    }

    @Test
    void nothingAddsNothing() {
        assertThat(InternetChecksum.add(7, ByteBuffer.allocate(4), 2, 2)).isEqualTo(7);
    }
}
