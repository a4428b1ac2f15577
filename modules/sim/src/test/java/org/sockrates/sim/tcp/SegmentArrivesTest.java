package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Errno;
import org.sockrates.transport.rdt.Line;

/**
 * What segments do that no well-behaved end sends, or that come late: made by hand, since no link makes them of others. The
 * other end's first byte is 101, this end's 501; an answer is written as flags, number, acknowledgement and bytes.
 */
final class SegmentArrivesTest {
    private static final TcpPair HERE = TcpPair.USUAL.reversed();
    private static final long MILLI = 1_000_000;

    private final List<String> sent = new ArrayList<>();
    private final TcpModel model =
            new TcpModel(ModelSettings.USUAL.withPair(HERE).withFirstNumber(500), new Line() {
                @Override
                public void transmit(ByteBuffer packet) {
                    sent.add(described(Made.read(packet)));
                }

                @Override
                public void wakeAt(long nanos) {}
            });
    private long now = 1000 * MILLI;

    // --- asking -----------------------------------------------------------------------------------------------------

    /** RFC 9293 §3.10.7.3: what acknowledges a SYN of before is reset, and does not connect. */
    @Test
    void whoAsksResetsWhatAcknowledgesAnotherSyn() {
        model.open(now);
        assertThat(answersTo(Made.syn(TcpPair.USUAL, 100, 900, Segment.ACK))).containsExactly("R 900 0 0");
        assertThat(model.state()).isEqualTo(TcpState.SYN_SENT);
        assertThat(answersTo(segment(100, 900, Segment.RST | Segment.ACK, 0))).isEmpty();
        assertThat(model.state()).isEqualTo(TcpState.SYN_SENT);
        assertThat(answersTo(segment(100, 0, Segment.RST, 0)))
                .as("acknowledges nothing")
                .isEmpty();
        assertThat(model.failure()).isEmpty();
        assertThat(answersTo(segment(0, 501, Segment.RST | Segment.ACK, 0))).isEmpty();
        assertThat(model.failure()).contains(Errno.ECONNREFUSED);
    }

    /** RFC 9293 §3.5, figure 7. */
    @Test
    void bothAskAtOnce() {
        model.open(now);
        assertThat(answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0))).containsExactly("SA 500 101 0");
        assertThat(model.state()).isEqualTo(TcpState.SYN_RECEIVED);
        assertThat(answersTo(Made.syn(TcpPair.USUAL, 100, 501, Segment.ACK))).containsExactly("A 501 101 0");
        assertThat(model.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void whoAskedAndIsResetWasRefused() {
        model.open(now);
        answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0));
        answersTo(segment(101, 0, Segment.RST, 0));
        assertThat(model.failure()).contains(Errno.ECONNREFUSED);
    }

    // --- being asked ------------------------------------------------------------------------------------------------

    @Test
    void whoIsAskedAgainAnswersAgain() {
        assertThat(answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0))).containsExactly("SA 500 101 0");
        assertThat(answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0))).containsExactly("SA 500 101 0");
        assertThat(model.state()).isEqualTo(TcpState.SYN_RECEIVED);
    }

    /** RFC 5961 §4: whatever its number, a SYN changes nothing. */
    @Test
    void anotherSynMeanwhileIsAnsweredAndChangesNothing() {
        answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0));
        assertThat(answersTo(Made.syn(TcpPair.USUAL, 150, 0, 0))).containsExactly("A 501 101 0");
        assertThat(model.state()).isEqualTo(TcpState.SYN_RECEIVED);
        answersTo(segment(101, 501, Segment.ACK, 0));
        assertThat(model.state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(answersTo(Made.syn(TcpPair.USUAL, 101, 0, 0))).containsExactly("A 501 101 0");
        assertThat(answersTo(Made.syn(TcpPair.USUAL, 101, 501, Segment.ACK))).containsExactly("A 501 101 0");
        assertThat(model.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void whoWasAskedAndIsResetWasNotRefused() {
        answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0));
        assertThat(answersTo(Made.syn(TcpPair.USUAL, 100, 0, Segment.RST))).containsExactly("A 501 101 0");
        assertThat(model.state()).isEqualTo(TcpState.SYN_RECEIVED);
        answersTo(segment(101, 0, Segment.RST, 0));
        assertThat(model.failure()).contains(Errno.ECONNRESET);
    }

    /** RFC 9293 §3.10.4: the end waits until the connection is there. */
    @Test
    void whoEndsBeforeItIsOpenEndsAsSoonAsItIs() {
        answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0));
        model.finish(now);
        assertThat(model.state()).isEqualTo(TcpState.SYN_RECEIVED);
        assertThat(answersTo(segment(101, 501, Segment.ACK, 0))).containsExactly("FA 501 101 0");
        assertThat(model.state()).isEqualTo(TcpState.FIN_WAIT_1);
    }

    // --- connected --------------------------------------------------------------------------------------------------

    /** RFC 5961 §3.2: only a reset with the very next number is believed; one in the window is answered. */
    @Test
    void onlyAResetWithTheNextNumberIsBelieved() {
        connect();
        assertThat(answersTo(segment(102, 0, Segment.RST, 0))).containsExactly("A 501 101 0");
        assertThat(answersTo(segment(90, 0, Segment.RST, 0)))
                .as("before the window")
                .isEmpty();
        assertThat(model.failure()).isEmpty();
        answersTo(segment(101, 0, Segment.RST, 0));
        assertThat(model.failure()).contains(Errno.ECONNRESET);
    }

    /** RFC 9293 §3.10.7.4: what acknowledges more than was sent is answered and dropped. */
    @Test
    void anAcknowledgementOfWhatWasNotSentIsAnsweredAndItsDataDropped() {
        connect();
        assertThat(answersTo(segment(101, 502, Segment.ACK, 10))).containsExactly("A 501 101 0");
        assertThat(model.availableBytes()).isZero();
        assertThat(answersTo(segment(101, 501, Segment.ACK, 10))).containsExactly("A 501 111 0");
        assertThat(model.availableBytes()).isEqualTo(10);
    }

    /** RFC 9293 §3.10.7.4: every segment after the handshake has an acknowledgement. */
    @Test
    void dataWithoutAnAcknowledgementIsDropped() {
        connect();
        assertThat(answersTo(segment(101, 0, 0, 10))).isEmpty();
        assertThat(model.availableBytes()).isZero();
    }

    /** RFC 9293 §3.10.7.4, and as in Linux: out of the window is answered, an empty segment twice a second at most. */
    @Test
    void whatLiesOutsideIsAnsweredAndIfItIsEmptyNotOften() {
        connect();
        assertThat(answersTo(segment(90, 501, Segment.ACK, 0))).containsExactly("A 501 101 0");
        assertThat(answersTo(segment(90, 501, Segment.ACK, 0))).isEmpty();
        assertThat(answersTo(segment(90, 501, Segment.ACK, 5))).containsExactly("A 501 101 0");
        assertThat(answersTo(segment(90, 501, Segment.FIN | Segment.ACK, 0))).containsExactly("A 501 101 0");
        now += 499 * MILLI;
        assertThat(answersTo(segment(90, 501, Segment.ACK, 0))).isEmpty();
        now += MILLI;
        assertThat(answersTo(segment(90, 501, Segment.ACK, 0))).containsExactly("A 501 101 0");
    }

    /** RFC 9293 §3.10.7.4; its sender may have begun anew, with a small window, and so, as in Linux, nothing waits. */
    @Test
    void whatComesASecondTimeIsAcknowledgedAtOnceAndSoIsTheNext() {
        connect();
        answerTwenty();
        now += 40 * MILLI;
        model.timeout(now);
        assertThat(answersTo(segment(120, 501, Segment.ACK, 1))).containsExactly("A 501 121 0");
        assertThat(answersTo(segment(121, 501, Segment.ACK, 1))).containsExactly("A 501 122 0");
        answerTwenty(122);
        assertThat(answersTo(segment(101, 501, Segment.ACK, 1))).containsExactly("A 501 142 0");
        assertThat(answersTo(segment(142, 501, Segment.ACK, 1))).containsExactly("A 501 143 0");
    }

    /** RFC 9293 §3.10.7.4 lets any number outstanding be acknowledged; what goes again begins there. */
    @Test
    void whatIsAcknowledgedInTheMiddleGoesAgainFromThere() {
        connect();
        model.send(ByteBuffer.allocate(1000), now);
        assertThat(sent).containsExactly("PA 501 101 1000");
        answersTo(segment(101, 901, Segment.ACK, 0));
        now += 1000 * MILLI;
        sent.clear();
        model.timeout(now);
        assertThat(sent).containsExactly("PA 901 101 600");
    }

    // --- the end ----------------------------------------------------------------------------------------------------

    /** RFC 9293 §3.10.7.4: a FIN that comes again is acknowledged again, and no data behind it is taken. */
    @Test
    void theOthersEndIsAcknowledgedAtOnceAndEachTime() {
        connect();
        answerTwenty();
        assertThat(answersTo(segment(121, 501, Segment.FIN | Segment.ACK, 0))).containsExactly("A 501 122 0");
        assertThat(model.state()).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(answersTo(segment(121, 501, Segment.FIN | Segment.ACK, 0))).containsExactly("A 501 122 0");
        assertThat(answersTo(segment(122, 501, Segment.ACK, 5))).containsExactly("A 501 122 0");
        assertThat(model.availableBytes()).isEqualTo(20);
        model.finish(now);
        assertThat(model.state()).isEqualTo(TcpState.LAST_ACK);
        answersTo(segment(121, 501, Segment.FIN | Segment.ACK, 0));
        assertThat(model.state()).isEqualTo(TcpState.LAST_ACK);
        answersTo(segment(122, 502, Segment.ACK, 0));
        assertThat(model.state()).isEqualTo(TcpState.CLOSED);
    }

    /** RFC 9293 §3.10.7.4: in TIME_WAIT a reset ends it and is no failure. */
    @Test
    void aResetInTimeWaitIsNoFailure() {
        connect();
        model.finish(now);
        answersTo(segment(101, 502, Segment.FIN | Segment.ACK, 0));
        assertThat(model.state()).isEqualTo(TcpState.TIME_WAIT);
        answersTo(segment(102, 502, Segment.RST, 0));
        assertThat(model.state()).isEqualTo(TcpState.CLOSED);
        assertThat(model.failure()).isEmpty();
        assertThat(model.isOver()).isTrue();
    }

    /** RFC 9293 §3.10.7.1. */
    @Test
    void whatComesAfterTheEndIsReset() {
        connect();
        model.abort(now);
        sent.clear();
        assertThat(answersTo(segment(101, 501, Segment.ACK, 10))).containsExactly("R 501 0 0");
        assertThat(answersTo(segment(101, 0, Segment.RST, 0))).isEmpty();
    }

    // --- how a story is told ----------------------------------------------------------------------------------------

    private void connect() {
        answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0));
        answersTo(segment(101, 501, Segment.ACK, 0));
        assertThat(model.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    /** So many acknowledgements are sent at once; later ones would wait. */
    private void answerTwenty() {
        answerTwenty(101);
    }

    private void answerTwenty(int from) {
        for (int i = 0; i < 20; i++) {
            answersTo(segment(from + i, 501, Segment.ACK, 1));
        }
        assertThat(sent).as("the last one waits").isEmpty();
    }

    private static ByteBuffer segment(int sequence, int acknowledgement, int flags, int bytes) {
        return Made.packet(TcpPair.USUAL, sequence, acknowledgement, flags, 65_535, bytes);
    }

    private List<String> answersTo(ByteBuffer packet) {
        sent.clear();
        model.arrived(packet, now);
        return List.copyOf(sent);
    }

    private static String described(Segment segment) {
        StringBuilder flags = new StringBuilder();
        String letters = "FSRPA";
        for (int i = 0; i < letters.length(); i++) {
            flags.append(segment.has(1 << i) ? letters.substring(i, i + 1) : "");
        }
        return flags + " " + segment.sequence() + " " + segment.acknowledgement() + " " + segment.payloadBytes();
    }
}
