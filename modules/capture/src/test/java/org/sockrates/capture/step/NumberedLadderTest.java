package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderEnd;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.numbered.NumberedPackets;
import org.sockrates.capture.numbered.NumberedPackets.Crossing;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.PacketHead.Kind;

/** How both ends stand, worked out from what crosses between them. */
final class NumberedLadderTest {
    private static final long MILLI = 1_000_000;

    private final List<Crossing> crossings = new ArrayList<>();
    private boolean alone;
    private int window = 9;
    private long numbers = 1L << 32;
    private long nowNanos;

    private void data(int number) {
        add(Side.LEFT, new PacketHead(Kind.DATA, number, 0, alone, window, 100), false);
    }

    private void lost(int number) {
        add(Side.LEFT, new PacketHead(Kind.DATA, number, 0, alone, window, 100), true);
    }

    private void ack(int number, int next) {
        add(Side.RIGHT, new PacketHead(Kind.ACK, number, next, alone, window, 0), false);
    }

    /** Each arrives before the next leaves. */
    private void add(Side from, PacketHead head, boolean lost) {
        nowNanos += MILLI;
        List<Long> arrivals = lost ? List.of() : List.of(nowNanos + MILLI / 2);
        crossings.add(new Crossing(from, head, nowNanos, lost ? "drop" : "", lost, arrivals));
    }

    private List<String> notes(Side side) {
        NumberedPackets packets = new NumberedPackets(crossings, numbers, 3);
        LadderEnd end = new LadderEnd("end", "");
        return Ladders.of("rdt", end, end, packets).rows().stream()
                .map(row -> row.margin(side).stands(true))
                .toList();
    }

    @Test
    void aWindowFillsAndSlides() {
        data(0);
        data(1);
        ack(0, 1);
        ack(1, 2);

        assertThat(notes(Side.LEFT)).containsExactly("[0] timer on", "[0-1]", "[1] timer anew", "[] timer off");
        assertThat(notes(Side.RIGHT)).containsExactly("", "", "next 1", "next 2");
    }

    @Test
    void anAcknowledgementOfAllBeforeStandsForThoseThatWereLost() {
        data(0);
        data(1);
        data(2);
        ack(1, 2);

        assertThat(notes(Side.LEFT)).last().isEqualTo("[2] timer anew");
    }

    @Test
    void whatGoesAgainBeginsWithATimeout() {
        lost(0);
        data(1);
        ack(-1, 0);
        data(0);
        data(1);
        data(0);

        assertThat(notes(Side.LEFT))
                .containsExactly(
                        "[0] timer on", "[0-1]", "old: [0-1]", "timeout 3 ms [0-1]", "[0-1]", "timeout 2 ms [0-1]");
        assertThat(notes(Side.RIGHT)).containsExactly("", "not 0", "next 0", "", "", "not 2");
    }

    /** With selective repeat. */
    private void theFirstOfThreeIsLost() {
        alone = true;
        lost(0);
        data(1);
        ack(1, 0);
        data(2);
        ack(2, 0);
        data(0);
        ack(0, 3);
    }

    @Test
    void whereEachPacketHasATimerItSaysWhose() {
        theFirstOfThreeIsLost();

        assertThat(notes(Side.LEFT))
                .containsExactly(
                        "[0] timer 0 on",
                        "[0-1] timer 1 on",
                        "[0] timer 1 off",
                        "[0 2] timer 2 on",
                        "[0] timer 2 off",
                        "timeout 5 ms [0]",
                        "[] timer 0 off");
    }

    @Test
    void aReceiverThatKeepsSaysWhat() {
        theFirstOfThreeIsLost();

        assertThat(notes(Side.RIGHT)).containsExactly("", "", "next 0, keeps 1", "", "next 0, keeps 1-2", "", "next 3");
    }

    @Test
    void whereEachPacketHasATimerEachRings() {
        alone = true;
        lost(0);
        lost(1);
        data(0);
        data(1);

        assertThat(notes(Side.LEFT)).endsWith("timeout 2 ms [0-1]", "timeout 2 ms [0-1]");
    }

    @Test
    void whatGoesAgainBecauseThereIsRoomAgainIsNoTimeout() {
        data(0);
        data(1);
        window = 0;
        ack(0, 1);
        data(1);
        window = 9;
        ack(0, 1);
        data(1);
        data(1);

        assertThat(notes(Side.LEFT))
                .containsExactly(
                        "[0] timer on",
                        "[0-1]",
                        "[1] timer anew",
                        "timeout 0.5 ms [1]",
                        "old: [1]",
                        "[1] timer anew",
                        "timeout 1 ms [1]");
    }

    @Test
    void withoutTimesATimeoutDoesNotSayHowLong() {
        lost(0);
        data(0);

        LadderEnd end = new LadderEnd("end", "");
        Ladder ladder = Ladders.of("rdt", end, end, new NumberedPackets(crossings, numbers, 3));

        assertThat(ladder.render(LadderStyle.USUAL)).element(2).asString().startsWith("  1.0 timeout 1 ms [0] ├");
        assertThat(ladder.render(LadderStyle.USUAL.timeless()))
                .anyMatch(line -> line.startsWith("timeout [0] "))
                .last()
                .asString()
                .contains("timer")
                .hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void aLongNoteLeavesOutItsTimerBeforeItIsCut() {
        alone = true;
        for (int number : new int[] {100, 102, 104, 106, 108}) {
            data(number);
        }

        LadderEnd end = new LadderEnd("end", "");
        List<String> lines = Ladders.of("rdt", end, end, new NumberedPackets(crossings, numbers, 30))
                .render(LadderStyle.USUAL.withWidth(60));

        assertThat(lines).element(1).asString().contains("[100] timer 100 on ");
        assertThat(lines).element(2).asString().contains(" [100 102]  ").doesNotContain("tim");
        assertThat(lines).element(5).asString().contains("[100 102 104 106... ").doesNotContain("tim");
    }

    @Test
    void withTooFewNumbersItShowsHowAnOldOneIsKeptAsNew() {
        alone = true;
        numbers = 4;
        data(0);
        data(1);
        data(2);
        data(0);
        ack(0, 3);

        assertThat(notes(Side.RIGHT)).last().isEqualTo("next 3, keeps 0");
    }

    @Test
    void anAnswerSeenLateDoesNotTurnBackWhatIsDue() {
        data(0);
        data(1);
        ack(0, 1);
        data(2);
        ack(1, 2);
        ack(2, 3);

        assertThat(notes(Side.RIGHT)).containsExactly("", "", "next 1", "", "next 2", "next 3");
    }
}
