package org.sockrates.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.NumberedPackets.Crossing;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.PacketHead.Kind;

/** How both ends stand, worked out from what crosses between them. */
final class NumberedLadderTest {
    private static final long MILLI = 1_000_000;

    private final List<Crossing> crossings = new ArrayList<>();
    private boolean alone;
    private long numbers = 1L << 32;
    private long nowNanos;

    private void data(int number) {
        add(Side.LEFT, new PacketHead(Kind.DATA, number, 0, alone), false);
    }

    private void lost(int number) {
        add(Side.LEFT, new PacketHead(Kind.DATA, number, 0, alone), true);
    }

    private void ack(int number, int next) {
        add(Side.RIGHT, new PacketHead(Kind.ACK, number, next, alone), false);
    }

    /** Each arrives before the next leaves. */
    private void add(Side from, PacketHead head, boolean lost) {
        nowNanos += MILLI;
        List<Long> arrivals = lost ? List.of() : List.of(nowNanos + MILLI / 2);
        crossings.add(new Crossing(from, head, nowNanos, lost ? "drop" : "", lost, arrivals));
    }

    private List<String> notes(Side side) {
        NumberedPackets packets = new NumberedPackets(crossings, numbers, 3);
        LadderEnd end = new LadderEnd("end", "", "", List.of());
        return Ladder.of("rdt", end, end, packets).rows().stream()
                .map(row -> row.margin(side).note())
                .toList();
    }

    @Test
    void aWindowFillsAndSlides() {
        data(0);
        data(1);
        ack(0, 1);
        ack(1, 2);

        assertThat(notes(Side.LEFT)).containsExactly("[0]", "[0-1]", "[1]", "[]");
        assertThat(notes(Side.RIGHT)).containsExactly("", "", "next 1", "next 2");
    }

    @Test
    void anAcknowledgementOfAllBeforeStandsForThoseThatWereLost() {
        data(0);
        data(1);
        data(2);
        ack(1, 2);

        assertThat(notes(Side.LEFT)).last().isEqualTo("[2]");
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
                .containsExactly("[0]", "[0-1]", "old: [0-1]", "timeout [0-1]", "[0-1]", "timeout [0-1]");
        assertThat(notes(Side.RIGHT)).containsExactly("", "not 0", "next 0", "", "", "not 2");
    }

    @Test
    void aReceiverThatKeepsSaysWhat() {
        alone = true;
        lost(0);
        data(1);
        ack(1, 0);
        data(2);
        ack(2, 0);
        data(0);
        ack(0, 3);

        assertThat(notes(Side.LEFT)).containsExactly("[0]", "[0-1]", "[0]", "[0 2]", "[0]", "timeout [0]", "[]");
        assertThat(notes(Side.RIGHT)).containsExactly("", "", "next 0, keeps 1", "", "next 0, keeps 1-2", "", "next 3");
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
