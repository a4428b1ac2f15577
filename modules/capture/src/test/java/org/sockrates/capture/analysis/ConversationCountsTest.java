package org.sockrates.capture.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.analysis.ConversationSummary.Direction;
import org.sockrates.capture.analysis.ConversationSummary.RoundTrips;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;
import org.sockrates.transport.testkit.Property;

final class ConversationCountsTest {
    private static final long MILLI = 1_000_000;

    private static void add(ConversationCounts counts, Analysed whole) {
        counts.add(whole, whole.segment().packetBytes());
    }

    @Test
    void aRepairedLossCostsItsBytesTwice() {
        ConversationSummary summary = summary("fast-retransmit");
        Direction there = summary.there();

        assertThat(summary.flow()).hasToString("10.77.0.1.40122 > 10.77.0.2.7");
        assertThat(there.segments()).isEqualTo(10);
        assertThat(List.of(there.payloadBytes(), there.newBytes())).containsExactly(8_000L, 7_000L);
        assertThat(there.packetBytes()).isEqualTo(10 * 40 + 4 + 8_000);
        assertThat(List.of(there.retransmissions(), there.outOfOrder())).containsExactly(1L, 0L);
        assertThat(summary.back().dupAcks()).isEqualTo(5);
        assertThat(summary.durationNanos()).isEqualTo(61_400_000);
        assertThat(summary.efficiency(there).orElseThrow()).isCloseTo(7_000.0 / 8_404, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"out-of-order, 4000, 4000", "missing-in-capture, 3000, 3000"})
    void whatFillsAGapIsNew(String scenario, long payloadBytes, long newBytes) {
        Direction there = summary(scenario).there();

        assertThat(List.of(there.payloadBytes(), there.newBytes())).containsExactly(payloadBytes, newBytes);
    }

    /** Sooner than a round trip the label says that it came late; but every byte of it has been here. */
    @ParameterizedTest
    @CsvSource({"1:1001, 1, 0", "1:501, 1, 0", "3001:3501, 0, 1"})
    void whatWasSeenIsRepeatedHoweverSoonItComes(String late, long repeated, long outOfOrder) {
        String talk = "0 > S 0 mss 1460\n 20 < S. 0 ack 1 mss 1460\n 0 > . 1 ack 1\n 0 > P. 1:1001 ack 1\n"
                + " 0 > P. 1001:2001 ack 1\n 0 > P. 2001:3001 ack 1\n 0 > P. 3501:4001 ack 1\n 5 > P. " + late
                + " ack 1";
        Direction there = summaryOf(talk).there();

        assertThat(Talk.judged(talk).get(7).is(Label.OUT_OF_ORDER)).isTrue();
        assertThat(List.of(there.retransmissions(), there.outOfOrder())).containsExactly(repeated, outOfOrder);
    }

    @Test
    void everyByteIsNewOnce() {
        Property.forAll(50, draw -> {
            SeenBytes seen = new SeenBytes();
            BitSet model = new BitSet();
            for (int i = 0; i < 200; i++) {
                int begin = draw.between(0, 500);
                int end = begin + draw.between(0, 40);
                int before = model.cardinality();
                model.set(begin, end);
                assertThat(seen.add(begin, end)).isEqualTo(model.cardinality() - before);
            }
        });
    }

    @Test
    void ofTooManyGapsTheLowestIsTakenAsFilled() {
        SeenBytes seen = new SeenBytes();
        for (int i = 0; i <= 1 << 16; i++) {
            seen.add(i * 10L, i * 10L + 5);
        }

        assertThat(seen.add(5, 10)).isZero();
        assertThat(seen.add(15, 20)).isEqualTo(5);
    }

    @Test
    void roundTripsBelongToTheEndWhoseSegmentsWaited() {
        ConversationSummary summary = summaryOf("0 > S 0 mss 1460\n20 < S. 0 ack 1 mss 1460\n0.1 > . 1 ack 1");
        assertThat(summary.there().roundTrips()).isEqualTo(new RoundTrips(1, OptionalLong.of(20 * MILLI)));
        assertThat(summary.back().roundTrips()).isEqualTo(new RoundTrips(1, OptionalLong.of(MILLI / 10)));
    }

    /** RFC 6298 §3: which copy of what was sent twice is answered nobody knows; what lay behind a gap had to wait. */
    @ParameterizedTest
    @CsvSource({"timeout, 2", "fast-retransmit, 2", "fast-retransmit-sack, 2", "lost-syn, 1", "lost-ack, 2"})
    void aRoundTripIsMeasuredOnWhatWasSentOnce(String scenario, int trips) {
        RoundTrips measured = summary(scenario).there().roundTrips();

        assertThat(measured.n()).isEqualTo(trips);
        assertThat(measured.median().orElseThrow()).isBetween(20 * MILLI, 21 * MILLI);
    }

    @Test
    void whereNothingPassedThereIsNoEfficiency() {
        ConversationSummary summary = summaryOf("0 > S 0");

        assertThat(summary.efficiency(summary.back())).isEmpty();
        assertThat(summary.there().roundTrips().median()).isEmpty();
    }

    @Test
    void everyConversationIsCountedForItselfUpToABound() {
        ConversationCounts counts = new ConversationCounts();
        TcpAnalysis analysis = new TcpAnalysis();
        for (int port = 1; port <= 1_002; port++) {
            for (Packet packet : Talk.packets(Scenarios.text("refused"), port % 2 == 0, 50_000 + port, 0)) {
                add(counts, analysis.add(1, packet.timeNanos(), (Segment) Decoded.of(packet)));
            }
        }

        assertThat(counts.summaries())
                .hasSize(1_000)
                .allMatch(each -> each.back().segments() == 1);
        assertThat(counts.leftOut()).isEqualTo(4);
    }

    @Test
    void theMedianOfTwoLiesBetweenThem() {
        Samples samples = new Samples();
        samples.add(4);
        samples.add(1_000);
        assertThat(samples.median()).hasValue(502);
    }

    /** Every fourth answer comes from a cache, say: most took 9, however many there were. */
    @Test
    void whatComesInABeatHasTheMedianItHas() {
        for (int many : new int[] {1_002, 2_102, 4_002, 8_400, 20_000, 100_000}) {
            for (int beat = 2; beat <= 5; beat++) {
                Samples samples = new Samples();
                for (int i = 0; i < many; i++) {
                    samples.add(i % (2 * beat) < beat - 1 ? 1 : 9);
                }
                assertThat(samples.median()).as("%d, beat %d", many, beat).hasValue(9);
                assertThat(samples.count()).isEqualTo(many);
            }
        }
    }

    @Test
    void theMedianOfManySamplesIsCloseWhateverTheirNumber() {
        Property.forAll(50, draw -> {
            Samples samples = new Samples();
            int many = draw.between(1, 20_000);
            LongSummaryStatistics all = new LongSummaryStatistics();
            for (int i = 0; i < many; i++) {
                long nanos = draw.between(0, 1_000_000);
                samples.add(nanos);
                all.accept(nanos);
            }
            long median = samples.median().orElseThrow();
            assertThat(samples.count()).isEqualTo(many);
            assertThat(median).isBetween(all.getMin(), all.getMax());
            if (many > 1_000) {
                assertThat(median).isBetween(400_000L, 600_000L);
            }
        });
    }

    private static ConversationSummary summary(String scenario) {
        return summaryOf(Scenarios.text(scenario));
    }

    private static ConversationSummary summaryOf(String talk) {
        ConversationCounts counts = new ConversationCounts();
        Talk.judged(talk).forEach(segment -> add(counts, segment));
        assertThat(counts.summaries()).hasSize(1);
        return counts.summaries().get(0);
    }
}
