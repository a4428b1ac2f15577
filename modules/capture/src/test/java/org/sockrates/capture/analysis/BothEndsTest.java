package org.sockrates.capture.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;

final class BothEndsTest {
    private static final long DELAY_NANOS = 100_000;

    /** Each end has seen another segment first: the one that sent it, and the one that it never reached. */
    @Test
    void bothHaveTheSameNumbersAlsoFromTheMiddleOn() {
        List<Segment> segments = Talk.packets("""
                0 > . 101:201 ack 1
                1 > P. 201:301 ack 1
                20 < . 1 ack 101 sack 201:301
                """).stream()
                .map(packet -> (Segment) Decoded.of(packet))
                .toList();
        BothEnds ends = new BothEnds(true);
        Analysed lost = ends.sent(1, 0, segments.get(0));
        Analysed second = ends.sent(2, 1_000, segments.get(1));
        ends.arrived(2, 2_000, segments.get(1));
        Analysed answer = ends.sent(3, 3_000, segments.get(2));

        assertThat(answer.acknowledgment()).isEqualTo(lost.sequence());
        assertThat(SegmentText.brief(answer)).contains("sack " + second.sequence() + ":" + second.sequenceEnd());
    }

    @Test
    void behindAGapNobodyIsJudgedByWhatCameBeforeAndNumbersCountOn() {
        List<Segment> segments = Talk.packets("""
                0 > S 0
                1 < S. 0 ack 1
                1 > . 1 ack 1
                1 > P. 1:101 ack 1
                1 > P. 201:301 ack 1
                1 < . 1 ack 301
                1 > P. 301:401 ack 1
                """).stream()
                .map(packet -> (Segment) Decoded.of(packet))
                .toList();
        BothEnds ends = new BothEnds(true);
        List<String> told = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (i == 4) {
                ends.behindGap();
            }
            Analysed sent = ends.sent(i, i * DELAY_NANOS, segments.get(i));
            ends.arrived(i, i * DELAY_NANOS + 1, segments.get(i));
            told.add(SegmentText.brief(sent) + " [" + LabelText.brief(sent) + "]");
        }

        assertThat(told.subList(4, 7))
                .containsExactly("P. 201:301(100) ack 1 []", ". ack 301 []", "P. 301:401(100) ack 1 []");
    }

    @Test
    void aLostByteSentAgainIsNoKeepAlive() {
        assertThat(labels("""
                0 > P. 1:2 ack 1 # loss
                210 > P. 1:2 ack 1
                0.2 < . 1 ack 2
                """)).containsExactly("", "Retransmission", "");
    }

    @Test
    void neitherIsAByteWhoseAckWasLostNorTheAnswerToItOneToAKeepAlive() {
        assertThat(labels("""
                0 > P. 1:2 ack 1
                0.2 < . 1 ack 2 # loss
                210 > P. 1:2 ack 1
                0.2 < . 1 ack 2
                """)).containsExactly("", "", "Retransmission", "Dup ACK #1");
    }

    @Test
    void aByteWhoseAckHasArrivedIsAKeepAlive() {
        assertThat(labels("""
                0 > P. 1:21 ack 1
                0.2 < . 1 ack 21
                7000 > . 20:21 ack 1
                0.2 < . 1 ack 21
                7000 > . 20 ack 1
                0.2 < . 1 ack 21
                7000 < . 0 ack 21
                0.2 > . 21 ack 1
                """))
                .filteredOn(labels -> !labels.isEmpty())
                .containsExactly(
                        "Keep-Alive", "Keep-Alive ACK", "Keep-Alive", "Keep-Alive ACK", "Keep-Alive", "Keep-Alive ACK");
    }

    /** The ACK is on its way into the kernel whose timer has just sent the byte again. */
    @Test
    void aByteOfLinuxIsNeverAKeepAlive() {
        assertThat(labels("""
                0 > P. 1:2 ack 1
                0.2 < . 1 ack 2
                20 > P. 1:2 ack 1
                0.2 < . 1 ack 2
                7000 > . 1 ack 1
                0.2 < . 1 ack 2
                """, new BothEnds(true)))
                .containsExactly("", "", "Spurious Retransmission", "Dup ACK #1", "Keep-Alive", "Keep-Alive ACK");
    }

    @Test
    void atItsSenderNothingIsOutOfOrder() {
        assertThat(labels("""
                0 > P. 1:3 ack 1 # loss
                210 > P. 3:7 ack 1
                0.2 < . 1 ack 1 sack 3:7
                0.2 > P. 1:3 ack 1
                0.2 < . 1 ack 7
                """)).containsExactly("", "", "", "Retransmission", "");
    }

    /** A byte that waits for its ACK goes again with what was held back behind it. */
    @Test
    void whatBeginsWithAByteSentBeforeIsSentAgain() {
        assertThat(labels("""
                0 > P. 1:2 ack 1 # loss
                210 > P. 1:6 ack 1
                0.2 < . 1 ack 6
                """)).containsExactly("", "Retransmission", "");
    }

    @Test
    void whoSeesSegmentsPassHasWiresharksWords() {
        List<Analysed> judged = Talk.judged("""
                0 > P. 1:2 ack 1
                210 > P. 1:2 ack 1
                0.2 < . 1 ack 2
                1 > P. 4:7 ack 1
                0.2 > P. 2:4 ack 1
                """);

        assertThat(judged)
                .extracting(LabelText::brief)
                .containsExactly("", "Keep-Alive", "", "Previous segment not captured", "Out-Of-Order");
    }

    /** Of each line what its sender's end says; one that ends in {@code # loss} does not arrive. */
    private static List<String> labels(String lines) {
        return labels(lines, new BothEnds(false));
    }

    private static List<String> labels(String lines, BothEnds ends) {
        List<Packet> packets = Talk.packets(lines, false, 40_004, 0);
        List<String> told = lines.lines().toList();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < packets.size(); i++) {
            long sent = packets.get(i).timeNanos();
            Segment segment = (Segment) Decoded.of(packets.get(i));
            labels.add(LabelText.brief(ends.sent(i, sent, segment)));
            if (!told.get(i).endsWith("# loss")) {
                ends.arrived(i, sent + DELAY_NANOS, segment);
            }
        }
        return labels;
    }
}
