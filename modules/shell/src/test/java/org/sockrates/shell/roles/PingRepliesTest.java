package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.OngoingStubbing;
import org.sockrates.transport.Client;
import org.sockrates.transport.testkit.ManualClock;

class PingRepliesTest {
    private static final long UNNUMBERED = PingReplies.UNNUMBERED;
    private static final long INCOMPLETE = PingReplies.INCOMPLETE;

    private final Client client = mock(Client.class);
    private final PingReplies stream = new PingReplies(new ManualClock(), false);

    private void comes(String... pieces) throws IOException {
        OngoingStubbing<Integer> receives = when(client.receive(any()));
        for (String piece : pieces) {
            receives = receives.thenAnswer(asked -> {
                asked.<ByteBuffer>getArgument(0).put(piece.getBytes(StandardCharsets.ISO_8859_1));
                return piece.length();
            });
        }
    }

    private long[] numbers(PingReplies replies, int times) throws IOException {
        long[] numbers = new long[times];
        for (int i = 0; i < times; i++) {
            numbers[i] = replies.next(client);
        }
        return numbers;
    }

    @Test
    void ofAStreamALineIsAReplyInHoweverManyPiecesItComes() throws IOException {
        comes("Echo: ", "ping 1\nEcho: pi", "NG 2", "2\npong\n");
        assertThat(numbers(stream, 6)).containsExactly(INCOMPLETE, 1, INCOMPLETE, INCOMPLETE, 22, UNNUMBERED);
    }

    @Test
    void aLineIsAsLongAsItLikes() throws IOException {
        String much = "x".repeat(65_000);
        comes("ping 1 " + much, much, much + "\n");
        assertThat(numbers(stream, 3)).containsExactly(INCOMPLETE, INCOMPLETE, 1);
    }

    @Test
    void whatHasNoEndOfLineYetIsCounted() throws IOException {
        comes("220 welcome\r\n", "po", "ng");
        numbers(stream, 3);
        assertThat(stream.unendedBytes()).isEqualTo(4);
    }

    /** A number at the end of what is looked at may be longer. */
    @Test
    void aNumberThatWasCutIsNone() throws IOException {
        comes(" ".repeat(249) + "ping 123\n", " ".repeat(248) + "ping 12\n");
        assertThat(numbers(stream, 2)).containsExactly(UNNUMBERED, 12);
    }

    @Test
    void aRequestIsALineOfItsNumberAndItsData() {
        assertThat(PingReplies.request(7, new byte[0])).asString().isEqualTo("ping 7\n");
        assertThat(PingReplies.request(7, new byte[] {'x'})).asString().isEqualTo("ping 7 x\n");
    }

    @Test
    void ofDatagramsEachIsAReply() throws IOException {
        comes("ping 1\nping 2\n", "pong", "said: PING 3");
        assertThat(numbers(new PingReplies(new ManualClock(), true), 3)).containsExactly(1, UNNUMBERED, 3);
    }
}
