package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.sim.tcp.ByHand.segment;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Errno;

/**
 * What segments do that no well-behaved end sends, or that come late: made by hand, since no link makes them of others.
 */
final class SegmentArrivesTest {
    private final ByHand end = new ByHand(ModelSettings.USUAL);

    // --- asking -----------------------------------------------------------------------------------------------------

    /** RFC 9293 §3.10.7.3: what acknowledges a SYN of before is reset, and does not connect. */
    @Test
    void whoAsksResetsWhatAcknowledgesAnotherSyn() {
        end.model.open(end.now);
        assertThat(end.answersTo(Made.syn(TcpPair.USUAL, 100, 900, Segment.ACK)))
                .containsExactly("R 900 0 0");
        assertThat(end.model.state()).isEqualTo(TcpState.SYN_SENT);
        assertThat(end.answersTo(segment(100, 900, Segment.RST | Segment.ACK, 0)))
                .isEmpty();
        assertThat(end.model.state()).isEqualTo(TcpState.SYN_SENT);
        assertThat(end.answersTo(segment(100, 0, Segment.RST, 0)))
                .as("acknowledges nothing")
                .isEmpty();
        assertThat(end.model.failure()).isEmpty();
        assertThat(end.answersTo(segment(0, 501, Segment.RST | Segment.ACK, 0))).isEmpty();
        assertThat(end.model.failure()).contains(Errno.ECONNREFUSED);
    }

    /** RFC 9293 §3.5, figure 7. */
    @Test
    void bothAskAtOnce() {
        end.model.open(end.now);
        assertThat(end.answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0))).containsExactly("SA 500 101 0");
        assertThat(end.model.state()).isEqualTo(TcpState.SYN_RECEIVED);
        assertThat(end.answersTo(Made.syn(TcpPair.USUAL, 100, 501, Segment.ACK)))
                .containsExactly("A 501 101 0");
        assertThat(end.model.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void whoAskedAndIsResetWasRefused() {
        end.model.open(end.now);
        end.answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0));
        end.answersTo(segment(101, 0, Segment.RST, 0));
        assertThat(end.model.failure()).contains(Errno.ECONNREFUSED);
    }

    // --- being asked ------------------------------------------------------------------------------------------------

    @Test
    void whoIsAskedAgainAnswersAgain() {
        assertThat(end.answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0))).containsExactly("SA 500 101 0");
        assertThat(end.answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0))).containsExactly("SA 500 101 0");
        assertThat(end.model.state()).isEqualTo(TcpState.SYN_RECEIVED);
    }

    /** RFC 5961 §4: whatever its number, a SYN changes nothing. */
    @Test
    void anotherSynMeanwhileIsAnsweredAndChangesNothing() {
        end.answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0));
        assertThat(end.answersTo(Made.syn(TcpPair.USUAL, 150, 0, 0))).containsExactly("A 501 101 0");
        assertThat(end.model.state()).isEqualTo(TcpState.SYN_RECEIVED);
        end.answersTo(segment(101, 501, Segment.ACK, 0));
        assertThat(end.model.state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(end.answersTo(Made.syn(TcpPair.USUAL, 101, 0, 0))).containsExactly("A 501 101 0");
        assertThat(end.answersTo(Made.syn(TcpPair.USUAL, 101, 501, Segment.ACK)))
                .containsExactly("A 501 101 0");
        assertThat(end.model.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void whoWasAskedAndIsResetWasNotRefused() {
        end.answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0));
        assertThat(end.answersTo(Made.syn(TcpPair.USUAL, 100, 0, Segment.RST))).containsExactly("A 501 101 0");
        assertThat(end.model.state()).isEqualTo(TcpState.SYN_RECEIVED);
        end.answersTo(segment(101, 0, Segment.RST, 0));
        assertThat(end.model.failure()).contains(Errno.ECONNRESET);
    }

    /** RFC 9293 §3.10.4: the end waits until the connection is there. */
    @Test
    void whoEndsBeforeItIsOpenEndsAsSoonAsItIs() {
        end.answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0));
        end.model.finish(end.now);
        assertThat(end.model.state()).isEqualTo(TcpState.SYN_RECEIVED);
        assertThat(end.answersTo(segment(101, 501, Segment.ACK, 0))).containsExactly("FA 501 101 0");
        assertThat(end.model.state()).isEqualTo(TcpState.FIN_WAIT_1);
    }

    // --- connected --------------------------------------------------------------------------------------------------

    /** RFC 5961 §3.2: only a reset with the very next number is believed; one in the window is answered. */
    @Test
    void onlyAResetWithTheNextNumberIsBelieved() {
        end.connect();
        assertThat(end.answersTo(segment(102, 0, Segment.RST, 0))).containsExactly("A 501 101 0");
        assertThat(end.answersTo(segment(90, 0, Segment.RST, 0)))
                .as("before the window")
                .isEmpty();
        assertThat(end.model.failure()).isEmpty();
        end.answersTo(segment(101, 0, Segment.RST, 0));
        assertThat(end.model.failure()).contains(Errno.ECONNRESET);
    }

    /** RFC 9293 §3.10.7.4: what acknowledges more than was sent is answered and dropped. */
    @Test
    void anAcknowledgementOfWhatWasNotSentIsAnsweredAndItsDataDropped() {
        end.connect();
        assertThat(end.answersTo(segment(101, 502, Segment.ACK, 10))).containsExactly("A 501 101 0");
        assertThat(end.model.availableBytes()).isZero();
        assertThat(end.answersTo(segment(101, 501, Segment.ACK, 10))).containsExactly("A 501 111 0");
        assertThat(end.model.availableBytes()).isEqualTo(10);
    }

    /** RFC 9293 §3.10.7.4: every segment after the handshake has an acknowledgement. */
    @Test
    void dataWithoutAnAcknowledgementIsDropped() {
        end.connect();
        assertThat(end.answersTo(segment(101, 0, 0, 10))).isEmpty();
        assertThat(end.model.availableBytes()).isZero();
    }

    /** RFC 9293 §3.10.7.4, and as in Linux: out of the window is answered, an empty segment twice a second at most. */
    @Test
    void whatLiesOutsideIsAnsweredAndIfItIsEmptyNotOften() {
        end.connect();
        assertThat(end.answersTo(segment(90, 501, Segment.ACK, 0))).containsExactly("A 501 101 0");
        assertThat(end.answersTo(segment(90, 501, Segment.ACK, 0))).isEmpty();
        assertThat(end.answersTo(segment(90, 501, Segment.ACK, 5))).containsExactly("A 501 101 0");
        assertThat(end.answersTo(segment(90, 501, Segment.FIN | Segment.ACK, 0)))
                .containsExactly("A 501 101 0");
        end.now += 499 * ByHand.MILLI;
        assertThat(end.answersTo(segment(90, 501, Segment.ACK, 0))).isEmpty();
        end.now += ByHand.MILLI;
        assertThat(end.answersTo(segment(90, 501, Segment.ACK, 0))).containsExactly("A 501 101 0");
    }

    /** RFC 9293 §3.10.7.4; its sender may have begun anew, with a small window, and so, as in Linux, nothing waits. */
    @Test
    void whatComesASecondTimeIsAcknowledgedAtOnceAndSoIsTheNext() {
        end.connect();
        answerTwenty();
        end.now += 40 * ByHand.MILLI;
        end.model.timeout(end.now);
        assertThat(end.answersTo(segment(120, 501, Segment.ACK, 1))).containsExactly("A 501 121 0");
        assertThat(end.answersTo(segment(121, 501, Segment.ACK, 1))).containsExactly("A 501 122 0");
        answerTwenty(122);
        assertThat(end.answersTo(segment(101, 501, Segment.ACK, 1))).containsExactly("A 501 142 0");
        assertThat(end.answersTo(segment(142, 501, Segment.ACK, 1))).containsExactly("A 501 143 0");
    }

    /** RFC 9293 §3.10.7.4 lets any number outstanding be acknowledged; what goes again begins there. */
    @Test
    void whatIsAcknowledgedInTheMiddleGoesAgainFromThere() {
        end.connect();
        end.model.send(ByteBuffer.allocate(1000), end.now);
        assertThat(end.sent).containsExactly("PA 501 101 1000");
        end.answersTo(segment(101, 901, Segment.ACK, 0));
        end.now += 1000 * ByHand.MILLI;
        end.sent.clear();
        end.model.timeout(end.now);
        assertThat(end.sent).containsExactly("PA 901 101 600");
    }

    // --- the end ----------------------------------------------------------------------------------------------------

    /** RFC 9293 §3.10.7.4: a FIN that comes again is acknowledged again, and no data behind it is taken. */
    @Test
    void theOthersEndIsAcknowledgedAtOnceAndEachTime() {
        end.connect();
        answerTwenty();
        assertThat(end.answersTo(segment(121, 501, Segment.FIN | Segment.ACK, 0)))
                .containsExactly("A 501 122 0");
        assertThat(end.model.state()).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(end.answersTo(segment(121, 501, Segment.FIN | Segment.ACK, 0)))
                .containsExactly("A 501 122 0");
        assertThat(end.answersTo(segment(122, 501, Segment.ACK, 5))).containsExactly("A 501 122 0");
        assertThat(end.model.availableBytes()).isEqualTo(20);
        end.model.finish(end.now);
        assertThat(end.model.state()).isEqualTo(TcpState.LAST_ACK);
        end.answersTo(segment(121, 501, Segment.FIN | Segment.ACK, 0));
        assertThat(end.model.state()).isEqualTo(TcpState.LAST_ACK);
        end.answersTo(segment(122, 502, Segment.ACK, 0));
        assertThat(end.model.state()).isEqualTo(TcpState.CLOSED);
    }

    /** RFC 9293 §3.10.7.4: in TIME_WAIT a reset ends it and is no failure. */
    @Test
    void aResetInTimeWaitIsNoFailure() {
        end.connect();
        end.model.finish(end.now);
        end.answersTo(segment(101, 502, Segment.FIN | Segment.ACK, 0));
        assertThat(end.model.state()).isEqualTo(TcpState.TIME_WAIT);
        end.answersTo(segment(102, 502, Segment.RST, 0));
        assertThat(end.model.state()).isEqualTo(TcpState.CLOSED);
        assertThat(end.model.failure()).isEmpty();
        assertThat(end.model.isOver()).isTrue();
    }

    /** RFC 9293 §3.10.7.1. */
    @Test
    void whatComesAfterTheEndIsReset() {
        end.connect();
        end.model.abort(end.now);
        end.sent.clear();
        assertThat(end.answersTo(segment(101, 501, Segment.ACK, 10))).containsExactly("R 501 0 0");
        assertThat(end.answersTo(segment(101, 0, Segment.RST, 0))).isEmpty();
    }

    // --- how a story is told ----------------------------------------------------------------------------------------

    /** So many acknowledgements are sent at once; later ones would wait. */
    private void answerTwenty() {
        answerTwenty(101);
    }

    private void answerTwenty(int from) {
        for (int i = 0; i < 20; i++) {
            end.answersTo(segment(from + i, 501, Segment.ACK, 1));
        }
        assertThat(end.sent).as("the last one waits").isEmpty();
    }
}
