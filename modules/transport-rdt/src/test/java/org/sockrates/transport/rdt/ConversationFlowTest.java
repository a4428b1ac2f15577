package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.transport.rdt.TwoEnds.SOON;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.transport.testkit.Payload;

/** A reader that takes nothing stops its writer, and lets it go on; and the numbers come round. */
final class ConversationFlowTest {
    private static final int ROOM = 4;
    private static final long MOST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int BYTES = 20 * Conversation.MOST_BYTES;

    private static TwoEnds small(Protocol protocol) {
        return new TwoEnds(
                line -> new Conversation(
                        new ConversationSettings(
                                protocol,
                                7,
                                64,
                                ROOM * Conversation.MOST_BYTES,
                                new AdaptiveTimeout(200_000_000, 10_000_000, MOST_NANOS, 1_000_000),
                                Duration.ofSeconds(30).toNanos(),
                                Duration.ofSeconds(100).toNanos()),
                        line),
                (from, packet, now, exit) -> exit.leave(packet, now + TwoEnds.DELAY_NANOS));
    }

    /** Twenty messages for a reader with room for four: what there was no room for waits at the writer. */
    private static TwoEnds shut(Protocol protocol, ByteBuffer bytes) {
        TwoEnds ends = small(protocol).opened();
        for (int i = 0; i < 20; i++) {
            ends.asker().connection().send(bytes, ends.nowNanos());
            ends.pass(SOON);
        }
        assertThat(ends.listener().connection().availableBytes()).isEqualTo(ROOM * Conversation.MOST_BYTES);
        return ends;
    }

    @ParameterizedTest
    @EnumSource
    void aReaderThatTakesNothingIsAskedAgainAndAgain(Protocol protocol) {
        ByteBuffer bytes = Payload.pattern(0, BYTES);
        TwoEnds ends = shut(protocol, bytes);
        ends.log().clear();
        ends.pass(Duration.ofHours(1));

        int asked = Collections.frequency(ends.log(), "> DATA");
        assertThat(ends.log()).containsOnly("> DATA", "< ACK");
        assertThat(asked).as("at most once a minute, when it has backed off").isBetween(59, 64);
        assertThat(ends.asker().connection().failure())
                .as("who answers is not silent")
                .isEmpty();
        assertThat(bytes.remaining()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void roomIsToldAndUsedAtOnce(Protocol protocol) {
        ByteBuffer bytes = Payload.pattern(0, BYTES);
        TwoEnds ends = shut(protocol, bytes);
        ends.pass(Duration.ofMinutes(10));
        long began = ends.nowNanos();
        ends.log().clear();

        String first = ends.listener().receive();
        Connection listener = ends.listener().connection();
        assertThat(ends.until(() -> listener.availableBytes() > 0, SOON)).isTrue();

        assertThat(first).isEqualTo(Payload.text(Payload.pattern(0, first.length())));
        assertThat(ends.nowNanos() - began).isEqualTo(2 * TwoEnds.DELAY_NANOS);
        assertThat(ends.log()).startsWith("< ACK", "> DATA");
    }

    @ParameterizedTest
    @EnumSource
    void whereTheNewsOfRoomIsLostTheNextQuestionBringsIt(Protocol protocol) {
        ByteBuffer bytes = Payload.pattern(0, BYTES);
        TwoEnds ends = shut(protocol, bytes);
        ends.lose("< ACK");

        ends.listener().receive();
        Connection listener = ends.listener().connection();

        assertThat(ends.until(() -> listener.availableBytes() > 0, Duration.ofSeconds(61)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void allComesHoweverSlowlyItIsTaken(Protocol protocol) {
        ByteBuffer bytes = Payload.pattern(0, BYTES);
        TwoEnds ends = shut(protocol, bytes);
        ByteBuffer came = ByteBuffer.allocate(BYTES);

        for (int i = 0; i < 10_000 && came.hasRemaining(); i++) {
            ByteBuffer little = ByteBuffer.allocate(Math.min(1_000, came.remaining()));
            ends.listener().connection().receive(little, ends.nowNanos());
            came.put(little.flip());
            ends.pass(Duration.ofMillis(30));
            ends.asker().connection().send(bytes, ends.nowNanos());
        }

        assertThat(came.flip()).isEqualTo(Payload.pattern(0, BYTES));
    }

    @ParameterizedTest
    @EnumSource
    void theNumbersComeRoundInBothWays(Protocol protocol) {
        int first = 0xfffffff0;
        TwoEnds ends = new TwoEnds(protocol, first, (from, packet, now, exit) -> {
            exit.leave(packet, now + TwoEnds.DELAY_NANOS);
            exit.leave(packet, now + 3 * TwoEnds.DELAY_NANOS);
        });
        ends.opened();
        for (int i = 0; i < 40; i++) {
            ends.asker().send("question " + i);
            ends.listener().send("answer " + i);
            ends.pass(SOON);

            assertThat(ends.listener().receive()).isEqualTo("question " + i);
            assertThat(ends.asker().receive()).isEqualTo("answer " + i);
        }
        ends.asker().finish();
        ends.listener().finish();
        ends.pass(SOON);

        assertThat(ends.asker().connection().isOver()).isTrue();
        assertThat(ends.listener().connection().isOver()).isTrue();
    }
}
