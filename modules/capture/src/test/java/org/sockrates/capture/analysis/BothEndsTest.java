package org.sockrates.capture.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Segment;

final class BothEndsTest {
    /** Each end has seen another segment first: the one that sent it, and the one that it never reached. */
    @Test
    void bothHaveTheSameNumbersAlsoFromTheMiddleOn() {
        List<Segment> segments = Talk.packets("""
                0 > . 101:201 ack 1
                1 > P. 201:301 ack 1
                20 < . 1 ack 101 sack 201:301
                """, false, 40_004, 0).stream()
                .map(packet -> (Segment) Decoded.of(packet))
                .toList();
        BothEnds ends = new BothEnds();
        Analysed lost = ends.sent(1, 0, segments.get(0));
        Analysed second = ends.sent(2, 1_000, segments.get(1));
        ends.arrived(2, 2_000, segments.get(1));
        Analysed answer = ends.sent(3, 3_000, segments.get(2));

        assertThat(answer.acknowledgment()).isEqualTo(lost.sequence());
        assertThat(SegmentText.brief(answer)).contains("sack " + second.sequence() + ":" + second.sequenceEnd());
    }
}
