package org.sockrates.transport.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sockrates.transport.UsageException;

class DelimiterTest {
    private final Delimiter line = new Delimiter((byte) '\n', 10);

    @Test
    void putsTheByteBehindTheMessage() {
        assertThat(Bytes.stream(line, "hello", "")).isEqualTo("hello\n\n".getBytes(ISO_8859_1));
    }

    @Test
    void refusesAMessageThatHoldsTheByte() {
        assertThatThrownBy(() -> Bytes.stream(line, "ab\ncd"))
                .isInstanceOf(UsageException.class)
                .hasMessage("frame: byte 2 of the message is \"\\n\", which would end it;"
                        + " escape it, or use a length prefix");
    }

    @Test
    void leavesACarriageReturnInTheMessage() throws FrameException {
        assertThat(Bytes.read(new FrameReader(line), "hi\r\nyou\n".getBytes(ISO_8859_1), 0, 8))
                .containsExactly("hi\r", "you");
    }

    @Test
    void carriesTheLongestAndNotOneByteMore() throws FrameException {
        byte[] stream = Bytes.stream(line, "0123456789");
        assertThat(Bytes.read(new FrameReader(line), stream, 0, stream.length)).containsExactly("0123456789");
        assertThatThrownBy(() -> Bytes.stream(line, "0123456789+"))
                .isInstanceOf(UsageException.class)
                .hasMessage("frame: 11 bytes (limit: 10); split it");
    }

    @Test
    void givesUpOnALineThatDoesNotEnd() {
        byte[] endless = "0123456789+".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> Bytes.read(new FrameReader(line), endless, 0, endless.length))
                .isInstanceOf(FrameException.class)
                .hasMessage("frame: no \"\\n\" within 10 bytes (limit: 10)");
    }

    @Test
    void refusesALineThatIsTooLongThoughItEnds() {
        byte[] tooLong = "0123456789+\n".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> line.find(Bytes.of(new String(tooLong, ISO_8859_1)), 0, 12, 0))
                .isInstanceOf(FrameException.class);
    }

    @Test
    void saysThatTheLineLooksLikeTls() {
        byte[] hello = "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> Bytes.read(new FrameReader(line), hello, 0, hello.length))
                .hasMessageEndingWith("; looks like a TLS client hello");
    }
}
