package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sockrates.transport.rdt.TwoEnds.SOON;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.transport.Errno;

/** How a connection ends, or is given up, over each of the three, in virtual time. */
final class ConversationEndTest {
    // --- ending -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void eachWayEndsForItself(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol).opened();
        ends.asker().send("question");
        ends.pass(SOON);
        ends.asker().finish();
        ends.pass(SOON);

        assertThat(ends.listener().connection().isAtEnd())
                .as("there is something to read")
                .isFalse();
        assertThat(ends.listener().receive()).isEqualTo("question");
        assertThat(ends.listener().connection().isAtEnd()).isTrue();
        assertThat(ends.asker().connection().isAtEnd()).isFalse();
        assertThat(ends.asker().connection().isOver()).isFalse();

        ends.listener().send("ans");
        ends.pass(SOON);
        ends.listener().send("wer");
        ends.pass(SOON);
        ends.listener().finish();
        ends.pass(SOON);

        assertThat(ends.asker().receive()).isEqualTo("answer");
        assertThat(ends.asker().connection().isAtEnd()).isTrue();
        assertThat(ends.asker().connection().isOver()).isTrue();
        assertThat(ends.listener().connection().isOver()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoListenedMayEndFirst(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol).opened();
        ends.listener().finish();
        ends.pass(SOON);

        assertThat(ends.asker().connection().isAtEnd()).isTrue();

        ends.asker().send("still here");
        ends.asker().finish();
        ends.pass(SOON);

        assertThat(ends.listener().receive()).isEqualTo("still here");
        assertThat(ends.listener().connection().isOver()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void bothMayEndAtOnce(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol).opened();
        ends.log().clear();
        ends.asker().finish();
        ends.listener().finish();
        ends.pass(SOON);

        assertThat(ends.log()).containsExactlyInAnyOrder("> END", "< END", "> ACK", "< ACK");
        assertThat(ends.asker().connection().isOver()).isTrue();
        assertThat(ends.listener().connection().isOver()).isTrue();
    }

    /** Else what is acknowledged is beyond the other's END, and so never heeded: it would say END for ever. */
    @ParameterizedTest
    @EnumSource
    void behindEndNothingIsTaken(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol).opened();
        ByteBuffer forged = ByteBuffer.allocate(Packet.HEADER_BYTES + 2);
        ByteBuffer message = ByteBuffer.wrap(new byte[] {Conversation.DATA, 'x'});
        new Packet().write(forged, Packet.Type.DATA, 7, 9, 0, 187, message);
        ends.lose("< ACK");
        ends.asker().finish();
        ends.until(() -> ends.listener().connection().isAtEnd(), SOON);
        ends.listener().arrived(forged);
        ends.pass(SOON);
        ends.listener().finish();
        ends.pass(SOON);

        assertThat(ends.listener().connection().availableBytes()).isZero();
        assertThat(ends.asker().connection().isOver()).isTrue();
        assertThat(ends.listener().connection().isOver()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anEndSaidBeforeItIsOpenIsSaidThen(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol);
        ends.listener().listen();
        ends.asker().open();
        ends.asker().finish();
        ends.asker().finish();
        ends.pass(SOON);

        assertThat(ends.log()).containsOnlyOnce("> END");
        assertThat(ends.listener().connection().isAtEnd()).isTrue();
        assertThatThrownBy(() -> ends.asker().send("more"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after finish");
    }

    @ParameterizedTest
    @EnumSource
    void aLostEndGoesAgain(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol).opened();
        ends.log().clear();
        ends.lose("> END");
        ends.asker().finish();
        ends.pass(SOON);

        assertThat(ends.log()).containsExactly("> END", "> END", "< ACK");
        assertThat(ends.listener().connection().isAtEnd()).isTrue();
        assertThat(ends.asker().connection().isAllAcknowledged()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnderWayOrHasNoRoomIsNotAcknowledged(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol).opened();
        Connection asker = ends.asker().connection();
        ends.asker().send("short");
        assertThat(asker.isAllAcknowledged()).as("under way").isFalse();
        ends.pass(SOON);
        assertThat(asker.isAllAcknowledged()).isTrue();

        asker.send(ByteBuffer.allocate(1_000_000), ends.nowNanos());
        ends.pass(SOON);
        asker.send(ByteBuffer.allocate(1_000_000), ends.nowNanos());
        ends.pass(SOON);
        assertThat(asker.isAllAcknowledged()).as("nobody reads").isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsOverAcknowledgesALastWordSaidAgain(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol).opened();
        ends.asker().finish();
        ends.pass(SOON);
        ends.log().clear();
        ends.lose("> ACK");
        ends.listener().finish();
        ends.pass(SOON);

        assertThat(ends.log()).containsExactly("< END", "> ACK", "< END", "> ACK");
        assertThat(ends.listener().connection().isOver()).isTrue();
        assertThat(ends.asker().connection().lingerNanos()).isGreaterThanOrEqualTo(3 * 2 * TwoEnds.DELAY_NANOS);
    }

    // --- being given up ---------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void aResetEndsItAtTheOtherEnd(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol).opened();
        ends.listener().send("unread");
        ends.pass(SOON);
        ends.log().clear();
        ends.listener().connection().abort(ends.nowNanos());
        ends.listener().connection().abort(ends.nowNanos());
        ends.pass(SOON);

        assertThat(ends.log()).as("said once, and not answered").containsExactly("< RESET");
        assertThat(ends.listener().connection().failure()).contains(Errno.ECONNABORTED);
        assertThat(ends.asker().connection().failure()).contains(Errno.ECONNRESET);
        assertThat(ends.asker().receive()).as("what had come is there").isEqualTo("unread");
    }

    @ParameterizedTest
    @EnumSource
    void whoForgotTheConnectionResetsIt(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol).opened();
        ends.listener().forget();
        ends.asker().send("anybody?");
        ends.pass(SOON);

        assertThat(ends.asker().connection().failure()).contains(Errno.ECONNRESET);
    }

    @ParameterizedTest
    @EnumSource
    void aResetOfAnotherConnectionIsNothing(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol).opened();
        ByteBuffer reset = ByteBuffer.allocate(Packet.HEADER_BYTES);
        new Packet().write(reset, Packet.Type.RESET, 8, 0, 0, 0, ByteBuffer.allocate(0));

        ends.asker().arrived(reset);

        assertThat(ends.asker().connection().failure()).isEmpty();
    }

    private static ByteBuffer reset(int connection) {
        ByteBuffer reset = ByteBuffer.allocate(Packet.HEADER_BYTES);
        new Packet().write(reset, Packet.Type.RESET, connection, 0, 0, 0, ByteBuffer.allocate(0));
        return reset;
    }

    /** Who went first answers what comes late with a reset; who is still there has to answer the other's last word. */
    @ParameterizedTest
    @EnumSource
    void aResetThatComesWhenAllIsOverIsNothing(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol).opened();
        ends.asker().finish();
        ends.listener().finish();
        ends.pass(SOON);
        ByteBuffer reset = ByteBuffer.allocate(Packet.HEADER_BYTES);
        new Packet().write(reset, Packet.Type.RESET, 7, 0, 0, 0, ByteBuffer.allocate(0));

        ends.asker().arrived(reset);
        ends.listener().connection().unreachable(Errno.ECONNREFUSED, ends.nowNanos());

        assertThat(ends.asker().connection().failure()).isEmpty();
        assertThat(ends.listener().connection().failure()).isEmpty();
        assertThat(ends.asker().connection().isOver()).isTrue();
    }

    // --- silence ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void openingIsGivenUpAfterThirtySeconds(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol, 7, (from, packet, now, exit) -> {});
        Connection asker = ends.asker().open();

        ends.pass(Duration.ofMillis(29_900));
        assertThat(asker.failure()).isEmpty();
        ends.pass(Duration.ofSeconds(40));
        assertThat(asker.failure()).contains(Errno.ETIMEDOUT);
        assertThat(ends.log()).endsWith("> OPEN", "> RESET");
    }

    /** Whoever listened acknowledged OPEN, and was gone: nothing is outstanding, and nothing more will come. */
    @ParameterizedTest
    @EnumSource
    void soIsOneThatWasAcknowledgedAndNeverAnswered(Protocol protocol) {
        TwoEnds ends = new TwoEnds(protocol, 7, (from, packet, now, exit) -> {
            if (!TwoEnds.word(packet).equals("OPEN") || from == '>') {
                exit.leave(packet, now + TwoEnds.DELAY_NANOS);
            }
        });
        ends.listener().listen();
        Connection asker = ends.asker().open();
        ends.until(asker::isAllAcknowledged, SOON);
        ends.listener().forget();

        ends.pass(Duration.ofMillis(29_900));
        assertThat(asker.failure()).isEmpty();
        ends.pass(Duration.ofMillis(200));
        assertThat(asker.failure()).contains(Errno.ETIMEDOUT);
        assertThat(ends.log()).endsWith("> RESET");
    }

    @ParameterizedTest
    @EnumSource
    void silenceEndsAnOpenOneAfterAHundredSeconds(Protocol protocol) {
        boolean[] cut = {false};
        TwoEnds ends = new TwoEnds(protocol, 7, (from, packet, now, exit) -> {
            if (!cut[0]) {
                exit.leave(packet, now + TwoEnds.DELAY_NANOS);
            }
        });
        ends.listener().listen();
        Connection asker = ends.asker().open();
        ends.pass(Duration.ofHours(10));
        assertThat(asker.failure()).as("who is idle is not silent").isEmpty();

        cut[0] = true;
        ends.asker().send("anybody?");
        ends.pass(Duration.ofMillis(99_900));
        assertThat(asker.failure()).isEmpty();
        ends.pass(Duration.ofSeconds(90));
        assertThat(asker.failure()).contains(Errno.ETIMEDOUT);
        assertThat(ends.log()).endsWith("> DATA", "> RESET");
        assertThat(ends.listener().connection().failure())
                .as("it has nothing to wait for")
                .isEmpty();
    }
}
