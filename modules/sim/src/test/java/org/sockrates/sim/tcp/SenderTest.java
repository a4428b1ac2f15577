package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.sim.tcp.ByHand.MILLI;
import static org.sockrates.sim.tcp.ByHand.segment;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.rdt.Line;

/** What goes, and when, where the other end's acknowledgements and windows are made by hand. */
final class SenderTest {
    private static final int FULL = 1460;

    private final ByHand end = new ByHand(ModelSettings.USUAL);

    // --- the timer --------------------------------------------------------------------------------------------------

    /** RFC 6298 §5.3: only what acknowledges something new starts it again; and what goes again first, as in Linux. */
    @Test
    void aDuplicateDoesNotStartTheTimerAgain() {
        end.connect();
        end.says(10 * FULL);
        long due = end.now + 200 * MILLI;
        assertThat(end.pass(50).acknowledged(501)).isEmpty();
        assertThat(end.acknowledged(501)).isEmpty();
        assertThat(end.wakeNanos).isEqualTo(due);
        assertThat(end.acknowledged(501)).containsExactly("A 501 101 1460");
        assertThat(end.wakeNanos).isEqualTo(end.now + 200 * MILLI);
        end.pass(10).acknowledged(501 + FULL);
        assertThat(end.wakeNanos).as("it went twice: nothing is learnt").isEqualTo(end.now + 200 * MILLI);
    }

    /** RFC 5681 §3.1: a timeout of what went again already halves nothing; of what goes again the first time it does. */
    @Test
    void eachLossHalvesTheThresholdOnce() {
        end.connect();
        end.says(10 * FULL);
        assertThat(end.rings()).containsExactly("A 501 101 1460");
        assertThat(end.rings()).containsExactly("A 501 101 1460");
        assertThat(end.model.slowStartThreshold()).isEqualTo(5);
        assertThat(end.acknowledged(501 + FULL)).hasSize(2);
        end.rings();
        assertThat(end.model.slowStartThreshold()).as("of two").isEqualTo(2);
    }

    @Test
    void whoIsOverOrGaveUpIsNotWokenAgain() {
        end.connect();
        end.says(10);
        end.model.abort(end.now);
        assertThat(end.wakeNanos).isEqualTo(Line.NEVER);
        ByHand reset = new ByHand(ModelSettings.USUAL);
        reset.connect();
        reset.says(10);
        reset.answersTo(segment(101, 0, Segment.RST, 0));
        assertThat(reset.wakeNanos).isEqualTo(Line.NEVER);
    }

    // --- duplicates -------------------------------------------------------------------------------------------------

    /** RFC 5681 §2. */
    @Test
    void whatCarriesDataIsNoDuplicate() {
        end.connect();
        end.says(10 * FULL);
        for (int i = 0; i < 4; i++) {
            assertThat(end.answersTo(segment(101 + i, 501, Segment.ACK, 1)))
                    .allMatch(each -> each.startsWith("A 15101 ") && each.endsWith(" 0"));
        }
    }

    /** RFC 5681 §2: where nothing is outstanding none is a duplicate, and none unmakes what was learnt of the order. */
    @Test
    void whereNothingIsOutstandingNothingIsADuplicate() {
        end.connect();
        end.says(6 * FULL);
        for (int i = 0; i < 6; i++) {
            end.acknowledged(501); // as many as are outstanding: packets overtake each other
        }
        end.acknowledged(501 + 6 * FULL);
        end.says(FULL);
        end.acknowledged(501 + 7 * FULL);
        end.acknowledged(501 + 7 * FULL);
        assertThat(end.says(5 * FULL)).hasSize(5);
        for (int i = 0; i < 3; i++) {
            assertThat(end.acknowledged(501 + 7 * FULL))
                    .as("six tell a loss now")
                    .isEmpty();
        }
    }

    /** RFC 3042, then RFC 9937 §6.2: of ten segments five are to go, so that every second duplicate lets one go. */
    @Test
    void inARepairEverySecondDuplicateLetsOneGo() {
        end.connect();
        assertThat(end.says(30 * FULL)).hasSize(10);
        assertThat(end.acknowledged(501)).containsExactly("A 15101 101 1460");
        assertThat(end.acknowledged(501)).containsExactly("A 16561 101 1460");
        assertThat(end.acknowledged(501)).containsExactly("A 501 101 1460");
        assertThat(end.acknowledged(501)).isEmpty();
        assertThat(end.acknowledged(501)).containsExactly("A 18021 101 1460");
        assertThat(end.acknowledged(501)).isEmpty();
        assertThat(end.acknowledged(501)).containsExactly("A 19481 101 1460");
    }

    // --- the other end's window -------------------------------------------------------------------------------------

    /** RFC 9293 §3.4: an end takes a number, and so a place in the window; §3.8.6.1: a shut one is asked again and again. */
    @Test
    void anEndWaitsForAWindowThatItFitsInto() {
        connect(1000);
        assertThat(end.says(1000)).containsExactly("PA 501 101 1000");
        end.model.finish(end.now);
        assertThat(end.sent).hasSize(1);
        assertThat(offers(1501, 0)).isEmpty();
        assertThat(end.rings()).as("a number of before").containsExactly("A 1500 101 0");
        assertThat(end.rings()).containsExactly("A 1500 101 0");
        assertThat(offers(1501, 1)).containsExactly("FA 1501 101 0");
        assertThat(end.model.isAllAcknowledged()).isFalse();
        offers(1502, 0);
        assertThat(end.model.isAllAcknowledged()).isTrue();
    }

    /** RFC 9293 §3.8.6.2.1: half of the largest window goes at once, less when the timer rings. */
    @Test
    void lessThanHalfOfTheLargestWindowWaitsForTheTimer() {
        connect(1000);
        end.says(1000);
        assertThat(offers(1501, 499)).isEmpty();
        assertThat(end.says(1200)).isEmpty();
        assertThat(end.rings()).containsExactly("A 1501 101 499");
        assertThat(offers(2000, 500)).containsExactly("A 2000 101 500");
    }

    private void connect(int window) {
        end.answersTo(new SegmentWriter(0)
                .begin(TcpPair.USUAL, 100, 0, Segment.SYN, window)
                .options(FULL, Segment.NO_SCALE)
                .end());
        offers(501, window);
    }

    private List<String> offers(int acknowledgement, int window) {
        return end.answersTo(Made.packet(TcpPair.USUAL, 101, acknowledgement, Segment.ACK, window, 0));
    }

    // --- what is short ----------------------------------------------------------------------------------------------

    /** RFC 9293 §3.7.4, as in Linux: a short one waits for a short one, not for a full one; and for none if it is told so. */
    @Test
    void aShortSegmentWaitsForAShortOneOnly() {
        end.connect();
        assertThat(end.says(FULL)).containsExactly("PA 501 101 1460");
        assertThat(end.says(1)).containsExactly("PA 1961 101 1");
        assertThat(end.says(1)).isEmpty();
        end.model.sendShortAtOnce(true);
        assertThat(end.says(1)).containsExactly("PA 1962 101 2");
        end.model.sendShortAtOnce(false);
        assertThat(end.says(1)).isEmpty();
    }

    /** As in Linux: an end of one's own is no burden on the network. */
    @Test
    void anEndAloneGoesThoughTheWindowIsFull() {
        end.connect();
        assertThat(end.says(10 * FULL)).hasSize(10);
        end.model.finish(end.now);
        assertThat(end.sent).hasSize(11).endsWith("FA 15101 101 0");
        ByHand more = new ByHand(ModelSettings.USUAL);
        more.connect();
        more.says(10 * FULL + 1);
        more.model.finish(more.now);
        assertThat(more.sent).as("data does not").hasSize(10);
    }

    // --- silence ----------------------------------------------------------------------------------------------------

    /** RFC 2861 §2, as in Linux: half for each timeout of silence, which must be longer than one. */
    @Test
    void eachTimeoutOfSilenceTakesHalfOfTheWindow() {
        grownTo40();
        end.pass(200).says(0);
        end.says(1);
        assertThat(end.model.congestionWindow()).isEqualTo(40);
        end.acknowledged(501 + 30 * FULL + 1);
        end.pass(1000).says(0);
        assertThat(end.model.congestionWindow()).as("nothing was said").isEqualTo(40);
    }

    @Test
    void aLittleMoreThanATimeoutTakesHalf() {
        grownTo40();
        end.pass(201).says(1);
        assertThat(end.model.congestionWindow()).isEqualTo(20);
    }

    private void grownTo40() {
        end.connect();
        end.says(10 * FULL);
        end.acknowledged(501 + 10 * FULL);
        end.says(20 * FULL);
        end.acknowledged(501 + 30 * FULL);
        assertThat(end.model.congestionWindow()).isEqualTo(40);
    }

    @Test
    void aPauseThatIsShorterChangesNothing() {
        end.connect();
        end.says(10 * FULL);
        end.rings();
        int acknowledged = 501 + 10 * FULL;
        end.acknowledged(acknowledged);
        while (end.model.congestionWindow() < 8) {
            int window = end.model.congestionWindow();
            end.says((window + 1) * FULL);
            end.acknowledged(acknowledged + window * FULL);
            acknowledged += (window + 1) * FULL;
            end.acknowledged(acknowledged);
        }
        end.pass(100).says(1);
        assertThat(end.model.slowStartThreshold()).isEqualTo(5);
    }

    // --- beside what comes ------------------------------------------------------------------------------------------

    /** RFC 9293 §3.8.6.3: who answers soon acknowledges with its answers; an end alone is no answer. */
    @Test
    void whoAnswersIsInAConversation() {
        end.connect();
        assertThat(end.answersTo(segment(101, 501, Segment.ACK, 1))).containsExactly("A 501 102 0");
        assertThat(end.pass(10).says(1)).containsExactly("PA 501 102 1");
        assertThat(end.pass(10).answersTo(segment(102, 502, Segment.ACK, 1))).isEmpty();
        assertThat(end.wakeNanos).isEqualTo(end.now + 40 * MILLI);
        assertThat(end.rings()).containsExactly("A 502 103 0");
        ByHand ending = new ByHand(ModelSettings.USUAL);
        ending.connect();
        ending.answersTo(segment(101, 501, Segment.ACK, 1));
        ending.pass(10).model.finish(ending.now);
        assertThat(ending.pass(10).answersTo(segment(102, 501, Segment.ACK, 1))).containsExactly("A 502 103 0");
    }

    /** RFC 6298 §2.3's mean: the first round trip, and an eighth of what the next is more. No acknowledgement waits longer. */
    @Test
    void anAcknowledgementWaitsNoLongerThanTheMeanRoundTrip() {
        end.connect();
        end.says(1);
        end.pass(100).acknowledged(502);
        end.says(1);
        end.pass(180).acknowledged(503);
        for (int i = 0; i < 16; i++) {
            assertThat(end.answersTo(segment(101 + i, 503, Segment.ACK, 1))).hasSize(1);
        }
        long[] waits = new long[3];
        for (int i = 0; i < 3; i++) {
            end.now += 190 * MILLI;
            end.answersTo(segment(117 + i, 503, Segment.ACK, 1));
            waits[i] = (end.wakeNanos - end.now) / MILLI;
            end.rings();
        }
        assertThat(waits).containsExactly(40, 80, 110);
    }

    /** RFC 9293 §3.8.6.3: what was read is acknowledged, and nothing is left to wait for. */
    @Test
    void whatIsReadIsAcknowledgedAndWaitsNoLonger() {
        end.connect();
        for (int i = 0; i < 16; i++) {
            end.answersTo(segment(101 + i, 501, Segment.ACK, 1));
        }
        assertThat(end.answersTo(segment(117, 501, Segment.ACK | Segment.PSH, 1)))
                .isEmpty();
        assertThat(end.wakeNanos).isEqualTo(end.now + 40 * MILLI);
        end.model.receive(ByteBuffer.allocate(100), end.now);
        assertThat(end.sent).containsExactly("A 501 118 0");
        assertThat(end.wakeNanos).isEqualTo(Line.NEVER);
    }
}
