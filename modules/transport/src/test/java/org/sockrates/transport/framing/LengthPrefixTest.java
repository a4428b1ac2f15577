package org.sockrates.transport.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;

class LengthPrefixTest {
    private final LengthPrefix framing = new LengthPrefix(1000);

    @Test
    void putsFourBytesMostSignificantFirst() {
        assertThat(Bytes.stream(framing, "hello")).isEqualTo("\0\0\0\5hello".getBytes(ISO_8859_1));
        assertThat(Bytes.stream(framing, "x".repeat(259))).startsWith(0, 0, 1, 3, 'x');
    }

    @Test
    void ignoresTheByteOrderOfTheBuffer() throws FrameException {
        ByteBuffer little = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN);
        little.put(Bytes.stream(framing, "hello"));
        assertThat(framing.find(little, 0, 9, 0)).isEqualTo(5);
    }

    @Test
    void carriesAnEmptyMessageAndTheLongest() throws FrameException {
        byte[] stream = Bytes.stream(framing, "", "x".repeat(1000), "");
        assertThat(Bytes.read(new FrameReader(framing), stream, 0, stream.length))
                .containsExactly("", "x".repeat(1000), "");
    }

    @Test
    void refusesToSendOneByteMore() {
        assertThatThrownBy(() -> Bytes.stream(framing, "x".repeat(1001)))
                .isInstanceOf(UsageException.class)
                .hasMessage("frame: 1001 bytes (limit: 1000); split it");
    }

    @ParameterizedTest
    @CsvSource({"-1, 4294967295", "-2147483648, 2147483648", "2147483647, 2147483647", "1001, 1001"})
    void refusesAnnouncementsNobodyCanMean(int length, String shown) {
        ByteBuffer header = ByteBuffer.allocate(4).putInt(0, length);
        assertThatThrownBy(() -> framing.find(header, 0, 4, 0))
                .isInstanceOf(FrameException.class)
                .hasMessageStartingWith("frame: the peer announces " + shown + " bytes (limit: 1000)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void waitsForTheWholeHeader(int bytes) throws FrameException {
        assertThat(framing.find(ByteBuffer.allocate(4), 0, bytes, 0)).isEqualTo(Framing.NOT_YET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "GET / HTTP/1.1|; looks like HTTP: \"GET \"",
                "POST /|; looks like HTTP: \"POST\"",
                "\u0016\u0003\u0001\u0002|; looks like a TLS client hello",
                "SSH-2.0|; looks like SSH",
                "hello|; looks like text without a length: \"hell\"",
                "\u0005\0\0\0|; looks like 5, least significant byte first: the network's order is the other one",
            })
    void saysWhatItLooksLike(String start, String guess) {
        assertThatThrownBy(() -> framing.find(Bytes.of(start), 0, start.length(), 0))
                .hasMessageEndingWith("(limit: 1000)" + guess);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void hasALimitThatIsALength(int mostBytes) {
        assertThatThrownBy(() -> new LengthPrefix(mostBytes)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> new Delimiter((byte) 0, mostBytes)).isInstanceOf(UsageException.class);
    }
}
