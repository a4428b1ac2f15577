package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.transport.Direction;
import org.sockrates.transport.framing.Delimiter;
import org.sockrates.transport.framing.FrameException;
import org.sockrates.transport.framing.Framing;
import org.sockrates.transport.framing.LengthPrefix;
import org.sockrates.transport.framing.Messages;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;

/** Whole messages over whatever carries them: framed where the transport forgets boundaries, as they are where it does not. */
interface MessagesPromises extends Promises {
    static List<Framing> framings() {
        return List.of(LengthPrefix.USUAL, Delimiter.LINE);
    }

    private static String next(Messages messages) throws Exception {
        ByteBuffer into = ByteBuffer.allocate(70_000);
        return messages.receive(into) == Messages.END ? "END" : Payload.text(into.flip());
    }

    @ParameterizedTest
    @MethodSource("org.sockrates.transport.testkit.contract.MessagesPromises#framings")
    default void everyMessageComesWhole(Framing framing) throws Exception {
        Bench.Pair pair = bench().pair();
        Messages near = new Messages(pair.near(), framing);
        Messages far = new Messages(pair.far(), framing);
        List<String> said = List.of("one", "x".repeat(upTo(8_000)), "two");
        for (String each : said) {
            near.send(Payload.of(each));
            far.send(Payload.of(each));
        }
        for (String each : said) {
            assertThat(next(far)).isEqualTo(each);
            assertThat(next(near)).isEqualTo(each);
        }
    }

    @ParameterizedTest
    @MethodSource("org.sockrates.transport.testkit.contract.MessagesPromises#framings")
    default void aMessageMayComeByteByByte(Framing framing) throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        Task<String> receive = bench().start(() -> next(new Messages(pair.far(), framing)));
        ByteBuffer head = ByteBuffer.allocate(framing.headBytes());
        ByteBuffer tail = ByteBuffer.allocate(framing.tailBytes());
        framing.mark(Payload.of("slowly"), head, tail);
        String frame = Payload.text(head.flip()) + "slowly" + Payload.text(tail.flip());
        for (int i = 0; i < frame.length(); i++) {
            pair.near().send(Payload.of(frame.substring(i, i + 1)));
        }
        assertThat(receive.result()).isEqualTo("slowly");
    }

    @Test
    default void halfAMessageIsNoMessage() throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        pair.near().send(Payload.of("\0\0\0\5half"));
        pair.near().shutdown(Direction.OUT);
        assertThatThrownBy(() -> next(new Messages(pair.far())))
                .isInstanceOf(FrameException.class)
                .hasMessage("frame: the stream ended inside one, after 8 bytes of it");
    }

    @Test
    default void whoAnnouncesAGibibyteIsNotBelieved() throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        pair.near().send(Payload.of("\100\0\0\0"));
        assertThatThrownBy(() -> next(new Messages(pair.far())))
                .isInstanceOf(FrameException.class)
                .hasMessageStartingWith("frame: the peer announces 1073741824 bytes (limit: 16777216)");
    }

    @Test
    default void whoSpeaksSomethingElseIsRecognised() throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        pair.near().send(Payload.of("GET / HTTP/1.1\r\n\r\n"));
        assertThatThrownBy(() -> next(new Messages(pair.far())))
                .isInstanceOf(FrameException.class)
                .hasMessageEndingWith("; looks like HTTP: \"GET \"");
    }
}
