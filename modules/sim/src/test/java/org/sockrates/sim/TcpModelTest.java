package org.sockrates.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.sim.Pair.MILLI;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.sim.tcp.ModelSettings;
import org.sockrates.sim.tcp.TcpState;
import org.sockrates.transport.Errno;

/** The rules of the model, by the times at which segments go; 20 ms each way where nothing else is said. */
final class TcpModelTest {
    // --- beginning --------------------------------------------------------------------------------------------------

    @Test
    void threeSegmentsOpen() {
        Pair pair = Pair.over("delay 20ms");
        pair.client().open(0);
        assertThat(pair.client().state()).isEqualTo(TcpState.SYN_SENT);
        pair.pass(20);
        assertThat(pair.server().state()).isEqualTo(TcpState.SYN_RECEIVED);
        assertThat(pair.client().isOpen()).isFalse();
        pair.pass(20);
        assertThat(pair.client().state()).isEqualTo(TcpState.ESTABLISHED);
        pair.pass(20);
        assertThat(pair.server().state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(pair.sent()).containsExactly("0 client syn 8", "20 server syn-ack 8", "40 client ack 0");
    }

    @Test
    void aLostSynIsSentAgainAfterOneSecondThenTwo() {
        Pair pair = Pair.over("delay 20ms upstream drop syn 1-2");
        pair.open();
        assertThat(pair.sent().subList(0, 3))
                .containsExactly("0 client syn 8", "1000 client syn 8", "3000 client syn 8");
        assertThat(pair.client().congestionWindow()).isEqualTo(1);
    }

    @Test
    void aLostSynAckIsSentAgain() {
        Pair pair = Pair.over("delay 20ms downstream drop syn-ack 1");
        assertThat(pair.open().now()).isEqualTo(1060 * MILLI);
    }

    @Test
    void nobodyThereIsATimeoutAfterTwoMinutes() {
        Pair pair = Pair.over("loss 100%");
        pair.client().open(0);
        pair.pass(200_000);
        assertThat(pair.client().failure()).contains(Errno.ETIMEDOUT);
        assertThat(pair.sent()).hasSize(7).last().isEqualTo("63000 client syn 8");
    }

    @Test
    void whoBothAskAtOnceAreBothAnswered() {
        Pair pair = Pair.over("delay 20ms");
        pair.client().open(0);
        pair.server().open(0);
        pair.pass(100);
        assertThat(pair.client().state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(pair.server().state()).isEqualTo(TcpState.ESTABLISHED);
        pair.say(pair.client(), "hello");
        pair.pass(100);
        assertThat(pair.gotBytes()).isEqualTo(5);
    }

    // --- losses: the kernel's times under `textbook` are 20.6, 60.8, 307.1 and 308.4 ms -----------------------------

    @Test
    void tenMessagesTakeAsLongAsTheKernels() {
        assertThat(Pair.over("delay 20ms").open().ten()).isEqualTo(20);
        assertThat(Pair.over("delay 20ms upstream drop data 3").open().ten()).isEqualTo(60);
        assertThat(Pair.over("delay 20ms upstream drop data 9").open().ten()).isBetween(297.0, 312.0);
        assertThat(Pair.over("delay 20ms upstream drop data 10").open().ten()).isBetween(297.0, 312.0);
    }

    @Test
    void theThirdDuplicateIsAnsweredByTheLostSegment() {
        Pair pair = Pair.over("delay 20ms upstream drop data 3").open();
        pair.pass(1000).sent();
        long start = pair.now() / MILLI;
        pair.ten();
        assertThat(pair.sent())
                .filteredOn(each -> each.contains("client data"))
                .last()
                .isEqualTo(start + 40 + " client data 1000");
        assertThat(pair.client().slowStartThreshold()).isEqualTo(6); // of a window of twelve
    }

    @Test
    void aTimeoutLeavesAWindowOfOneAndDoubles() {
        Pair pair = Pair.over("delay 20ms upstream drop data 1-3").open();
        pair.sent();
        pair.say(pair.client(), "hello");
        pair.pass(3000);
        assertThat(pair.sent().stream().filter(each -> each.contains("data")))
                .containsExactly("60 client data 5", "300 client data 5", "780 client data 5", "1740 client data 5");
        assertThat(pair.client().slowStartThreshold()).isEqualTo(5); // halved once: RFC 5681 §3.1
    }

    @Test
    void slowStartDoublesEachRoundTrip() {
        Pair pair = Pair.over("delay 20ms").open();
        assertThat(pair.client().congestionWindow()).isEqualTo(10);
        pair.client().send(ByteBuffer.allocate(1_000_000), pair.now());
        pair.pass(50);
        assertThat(pair.client().congestionWindow()).isEqualTo(20);
        pair.pass(40);
        assertThat(pair.client().congestionWindow()).isEqualTo(40);
        assertThat(pair.client().slowStartThreshold()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void afterSilenceItBeginsAnew() {
        Pair pair = Pair.over("delay 20ms").open();
        pair.client().send(ByteBuffer.allocate(1_000_000), pair.now());
        pair.pass(5000);
        assertThat(pair.client().congestionWindow()).isGreaterThan(40);
        pair.say(pair.client(), "x");
        assertThat(pair.client().congestionWindow()).isEqualTo(10);
    }

    // --- acknowledgements -------------------------------------------------------------------------------------------

    @Test
    void theFirstAreAcknowledgedAtOnceAndLaterOnesInPairsOr40MillisecondsLater() {
        Pair pair = Pair.over("delay 20ms").open();
        for (int i = 0; i < 16; i++) {
            pair.client().send(ByteBuffer.allocate(1460), pair.now());
            pair.pass(100);
        }
        assertThat(pair.sent()).filteredOn(each -> each.contains("server ack")).hasSize(16);
        long start = pair.now() / MILLI;
        pair.client().send(ByteBuffer.allocate(1460), pair.now());
        pair.client().send(ByteBuffer.allocate(1460), pair.now());
        pair.pass(100);
        assertThat(pair.sent())
                .filteredOn(each -> each.contains("server ack"))
                .containsExactly(start + 20 + " server ack 0");
        pair.client().send(ByteBuffer.allocate(1460), pair.now());
        pair.pass(100);
        assertThat(pair.sent())
                .filteredOn(each -> each.contains("server ack"))
                .containsExactly(start + 160 + " server ack 0");
    }

    @Test
    void whatIsNotReadYetIsAcknowledgedWhenItIs() {
        Pair pair = afterTheFirstSixteen();
        pair.reading(false);
        long start = pair.now() / MILLI;
        pair.client().send(ByteBuffer.allocate(4 * 1460), pair.now());
        pair.pass(50);
        assertThat(pair.sent()).noneMatch(each -> each.contains("server ack"));
        pair.reading(true);
        assertThat(pair.sent()).containsExactly(start + 50 + " server ack 0");
    }

    private static Pair afterTheFirstSixteen() {
        Pair pair = Pair.over("delay 20ms").open();
        for (int i = 0; i < 16; i++) {
            pair.client().send(ByteBuffer.allocate(1460), pair.now());
            pair.pass(100);
        }
        pair.sent();
        return pair;
    }

    /** Linux 6.18 takes 43, 81, 163 and from then on 200 ms, where the round trip is 200 and where it is 300 ms. */
    @ParameterizedTest
    @CsvSource({"20, 40", "80, 160", "100, 200", "150, 200"})
    void whatIsPutOffInVainIsPutOffForLongerUpToTheRoundTrip(int delay, long most) {
        Pair pair = Pair.over("delay " + delay + "ms").open();
        List<Long> waited = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            pair.sent();
            long arrives = pair.now() / MILLI + delay;
            pair.client().send(ByteBuffer.allocate(1460), pair.now());
            pair.pass(2 * delay + 150);
            pair.sent().stream()
                    .filter(each -> each.contains("server ack"))
                    .forEach(each -> waited.add(Long.parseLong(each.substring(0, each.indexOf(' '))) - arrives));
        }
        assertThat(waited.subList(15, 21))
                .containsExactly(
                        0L, 40L, Math.min(80, most), Math.min(160, most), Math.min(320, most), Math.min(320, most));
    }

    @Test
    void anAcknowledgementWithMoreRoomIsNoDuplicate() {
        assertThat(repairMillis(false)).isEqualTo(40);
        assertThat(repairMillis(true)).isGreaterThan(200);
    }

    /** Four segments, of which the first is lost: when it goes again, if what came before is read meanwhile, or had been. */
    private static long repairMillis(boolean meanwhile) {
        Pair pair = Pair.over("delay 20ms upstream drop data 5").open();
        pair.reading(!meanwhile);
        pair.client().send(ByteBuffer.allocate(4 * 1460), pair.now());
        pair.pass(100).reading(true).sent();
        long start = pair.now() / MILLI;
        pair.client().send(ByteBuffer.allocate(4 * 1460), pair.now());
        pair.pass(1000);
        String last = pair.sent().stream()
                .filter(each -> each.contains("client data"))
                .reduce("", (before, after) -> after);
        return Long.parseLong(last.substring(0, last.indexOf(' '))) - start;
    }

    @Test
    void nagleHoldsAShortSegmentUntilTheShortOneBeforeItIsAcknowledged() {
        Pair pair = new Pair("delay 20ms", ModelSettings.USUAL).open();
        pair.pass(100).sent();
        long start = pair.now() / MILLI;
        pair.say(pair.client(), "a");
        pair.say(pair.client(), "b");
        pair.say(pair.client(), "c");
        pair.pass(300);
        assertThat(pair.sent())
                .filteredOn(each -> each.contains("client data"))
                .containsExactly(start + " client data 1", start + 40 + " client data 2");
    }

    // --- flow control -----------------------------------------------------------------------------------------------

    @Test
    void aFullReceiverIsProbedAndItsNewsStartTheSenderAgain() {
        Pair pair = withAFullReceiver();
        assertThat(pair.server().availableBytes()).isBetween(9_000, 10_000);
        pair.sent();
        pair.pass(20_000);
        assertThat(pair.sent())
                .filteredOn(each -> each.contains("client"))
                .hasSizeBetween(3, 8)
                .noneMatch(each -> each.contains("1460"));
        pair.reading(true).pass(2000);
        assertThat(pair.gotBytes()).isEqualTo(50_000);
        assertThat(pair.client().isAllAcknowledged()).isTrue();
    }

    @Test
    void aLostWindowUpdateIsMadeUpForByAProbe() {
        Pair pair = withAFullReceiver();
        pair.sent();
        pair.reading(true);
        assertThat(pair.sent()).filteredOn(each -> each.contains("server ack")).hasSize(1);
        pair.pass(5000);
        assertThat(pair.gotBytes()).isEqualTo(50_000);
    }

    @Test
    void whoAnswersEachProbeIsProbedForEverEveryTwoMinutes() {
        Pair pair = withAFullReceiver();
        pair.sent();
        pair.pass(20_000 * 1000);
        assertThat(pair.sent())
                .filteredOn(each -> each.contains("client"))
                .hasSizeBetween(20_000 / 120, 20_000 / 120 + 10);
        assertThat(pair.client().failure()).isEmpty();
    }

    @Test
    void whoGivesMoreMeanwhilePutsNoProbeOff() {
        Pair pair = withAFullReceiver();
        pair.sent();
        for (int i = 0; i < 30; i++) {
            pair.say(pair.client(), "x");
            pair.pass(100);
        }
        assertThat(pair.sent()).filteredOn(each -> each.contains("client")).hasSizeBetween(2, 4);
    }

    private static Pair withAFullReceiver() {
        Pair pair = new Pair("delay 20ms", ModelSettings.USUAL.withBufferBytes(1 << 20, 10_000)).open();
        pair.reading(false);
        pair.client().send(ByteBuffer.allocate(50_000), pair.now());
        return pair.pass(1000);
    }

    @Test
    void itTakesNoMoreThanItsBufferHolds() {
        Pair pair = new Pair("delay 20ms", ModelSettings.USUAL.withBufferBytes(5_000, 1_000)).open();
        assertThat(pair.client().send(ByteBuffer.allocate(50_000), pair.now())).isEqualTo(5_000);
        assertThat(pair.client().send(ByteBuffer.allocate(1), pair.now())).isZero();
    }
}
