package org.sockrates.transport.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameReaderTest {
    private static final int MOST = 100_000;

    static List<Framing> framings() {
        return List.of(new LengthPrefix(MOST), new Delimiter((byte) '\n', MOST));
    }

    @ParameterizedTest
    @MethodSource("framings")
    void findsTheSameMessagesWhereverTheStreamIsCut(Framing framing) throws FrameException {
        byte[] stream = Bytes.stream(framing, "hello", "", "world");
        for (int cut = 0; cut <= stream.length; cut++) {
            FrameReader reader = new FrameReader(framing);
            List<String> messages = new ArrayList<>(Bytes.read(reader, stream, 0, cut));
            messages.addAll(Bytes.read(reader, stream, cut, stream.length));
            assertThat(messages).as("cut after %d bytes", cut).containsExactly("hello", "", "world");
            reader.end();
        }
    }

    @ParameterizedTest
    @MethodSource("framings")
    void findsThemWhenEveryByteComesAlone(Framing framing) throws FrameException {
        byte[] stream = Bytes.stream(framing, "hello", "", "world");
        FrameReader reader = new FrameReader(framing);
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < stream.length; i++) {
            messages.addAll(Bytes.read(reader, stream, i, i + 1));
        }
        assertThat(messages).containsExactly("hello", "", "world");
    }

    @ParameterizedTest
    @MethodSource("framings")
    void findsAThousandInOneRead(Framing framing) throws FrameException {
        byte[] stream = Bytes.stream(framing, Collections.nCopies(1000, "again").toArray(String[]::new));
        FrameReader reader = new FrameReader(framing);
        assertThat(reader.room().remaining()).as("one read takes all").isGreaterThan(stream.length);
        assertThat(Bytes.read(reader, stream, 0, stream.length)).hasSize(1000).containsOnly("again");
    }

    @ParameterizedTest
    @MethodSource("framings")
    void growsForAMessageLongerThanOneRead(Framing framing) throws FrameException {
        String longest = "x".repeat(MOST);
        byte[] stream = Bytes.stream(framing, "short", longest, "short", longest);
        assertThat(Bytes.read(new FrameReader(framing), stream, 0, stream.length))
                .containsExactly("short", longest, "short", longest);
    }

    @Test
    void keepsItsMemoryUntilTheBytesCome() throws FrameException {
        FrameReader reader = new FrameReader(LengthPrefix.USUAL);
        reader.room().put(new byte[] {0, (byte) 0xff, (byte) 0xff, (byte) 0xff});
        assertThat(reader.next(ByteBuffer.allocate(1))).isEqualTo(FrameReader.NOT_YET);
        assertThat(reader.room().capacity()).isLessThanOrEqualTo(64 * 1024);
    }

    @ParameterizedTest
    @MethodSource("framings")
    void handsOutTheSameBufferForAsLongAsThereIsRoom(Framing framing) throws FrameException {
        FrameReader reader = new FrameReader(framing);
        ByteBuffer first = reader.room();
        byte[] stream = Bytes.stream(framing, "a message of some length");
        for (int i = 0; i < 10_000; i++) {
            Bytes.read(reader, stream, 0, stream.length);
        }
        assertThat(reader.room()).isSameAs(first);
    }

    @Test
    void cutsAMessageThatDoesNotFit() throws FrameException {
        FrameReader reader = new FrameReader(new LengthPrefix(MOST));
        reader.room().put(Bytes.stream(new LengthPrefix(MOST), "hello world", "next"));
        ByteBuffer into = ByteBuffer.allocate(5);
        assertThat(reader.next(into)).isEqualTo(5);
        assertThat(Bytes.text(into.flip())).isEqualTo("hello");
        assertThat(reader.truncatedBytes()).isEqualTo(6);
        assertThat(reader.next(into.clear())).isEqualTo(4);
        assertThat(reader.truncatedBytes()).isZero();
    }

    @Test
    void saysHowMuchOfAFrameCameBeforeTheEnd() throws FrameException {
        byte[] stream = Bytes.stream(new LengthPrefix(MOST), "whole", "half");
        for (int missing = 1; missing < 8; missing++) {
            FrameReader reader = new FrameReader(new LengthPrefix(MOST));
            assertThat(Bytes.read(reader, stream, 0, stream.length - missing)).containsExactly("whole");
            assertThatThrownBy(reader::end)
                    .isInstanceOf(FrameException.class)
                    .hasMessage("frame: the stream ended inside one, after " + (8 - missing) + " bytes of it");
        }
    }

    @Test
    void mayEndBetweenTwoFrames() throws FrameException {
        FrameReader reader = new FrameReader(Delimiter.LINE);
        assertThatCode(reader::end).doesNotThrowAnyException();
        Bytes.read(reader, Bytes.stream(Delimiter.LINE, "a"), 0, 2);
        assertThatCode(reader::end).doesNotThrowAnyException();
    }
}
