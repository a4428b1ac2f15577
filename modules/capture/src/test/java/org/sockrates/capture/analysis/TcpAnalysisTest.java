package org.sockrates.capture.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;
import org.sockrates.transport.testkit.Property;

/** What tshark cannot say: what is ours alone. */
final class TcpAnalysisTest {
    private final TcpAnalysis analysis = new TcpAnalysis();

    @Test
    void numbersGoOnWhereTheHeadersWrap() {
        long begin = 0xffff_fff0L;
        analysis.add(1, 0, segment(begin, 0));
        Analysed last = null;
        for (long sent = 0; sent <= 0x1_8000_0000L; sent += 0x1000_0000) {
            last = analysis.add(2, sent, segment(begin + 1 + sent & 0xffff_ffffL, 100));
        }
        assertThat(last.sequence()).isEqualTo(0x1_8000_0001L);
    }

    @Test
    void theSilentConversationIsForgottenFirst() {
        TcpAnalysis few = new TcpAnalysis(400);
        assertThat(add(few, 1).stream()).isZero();
        for (int port = 2; port <= 500; port++) {
            add(few, port);
            assertThat(add(few, 1).stream()).isZero();
        }
        assertThat(add(few, 2).stream()).isEqualTo(500);
    }

    /** What its windows mean both SYNs tell, or one that offers nothing. */
    @Test
    void aWindowIsFullOnlyWhereItsScaleIsKnown() {
        String talk = """
                0 > S 0 win 64 wscale 7
                1 < S. 0 ack 1 win 64 wscale 7
                1 > . 1 ack 1
                1 < . 1 ack 1
                1 > P. 1:%d ack 1
                """;
        List<Packet> scaled = Talk.packets(talk.formatted(65));
        List<Packet> cut = scaled.stream()
                .map(packet -> new Packet(packet.timeNanos(), packet.bytes().limit(40), packet.originalBytes(), 0, ""))
                .toList();

        assertThat(fills(scaled)).isFalse();
        assertThat(fills(scaled.subList(1, 5))).isFalse();
        assertThat(fills(List.of(scaled.get(0), scaled.get(2), scaled.get(3), scaled.get(4))))
                .isFalse();
        assertThat(fills(cut)).isFalse();
        assertThat(fills(Talk.packets(talk.formatted(1 + (64 << 7))))).isTrue();
        assertThat(fills(Talk.packets(talk.formatted(65).replaceFirst(" wscale 7", ""))))
                .isTrue();
    }

    private static boolean fills(List<Packet> packets) {
        return Talk.judged(packets).stream().anyMatch(judged -> judged.is(Label.WINDOW_FULL));
    }

    @Test
    void standsAnySegments() {
        Property.forAll(300, draw -> {
            TcpAnalysis any = new TcpAnalysis();
            for (int i = 0; i < 100; i++) {
                Crafted segment = draw.chance(0.5)
                        ? Crafted.from("10.77.0.1", 1, "10.77.0.2", 2)
                        : Crafted.from("10.77.0.2", 2, "10.77.0.1", 1);
                segment.sequence(draw.between(0, 500) * (draw.chance(0.1) ? 0x7f_ffffL : 1));
                segment.acknowledgment(draw.between(0, 500) * (draw.chance(0.1) ? 0x7f_ffffL : 1));
                segment.flags(draw.oneOf(List.of(".", "P.", "S", "S.", "F.", "R", "R.", "FSRP.UEW", "")));
                segment.window(draw.between(0, 3)).payload(draw.between(0, 3) * draw.between(0, 50));
                if (draw.chance(0.3)) {
                    segment.sack(draw.between(0, 500), draw.between(0, 500));
                }
                Analysed analysed = any.add(i, draw.between(0, 1_000_000), segment.segment());
                assertThat(PacketLine.of(0, analysed)).doesNotContain("\n");
                assertThat(SegmentText.briefest(analysed).length())
                        .isLessThanOrEqualTo(SegmentText.brief(analysed).length());
            }
        });
    }

    private static Analysed add(TcpAnalysis few, int port) {
        Crafted crafted =
                Crafted.from("10.77.0.1", port, "10.77.0.2", 7).flags("P.").payload(1);
        return few.add(port, 0, crafted.segment());
    }

    private static Segment segment(long sequence, int bytes) {
        return Crafted.from("10.77.0.1", 1, "10.77.0.2", 7)
                .flags(bytes == 0 ? "S" : ".")
                .sequence(sequence)
                .payload(bytes)
                .segment();
    }
}
