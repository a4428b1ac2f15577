package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sockrates.capture.traffic.OneWay.M;
import static org.sockrates.capture.traffic.TwoEnds.CLIENT;
import static org.sockrates.capture.traffic.TwoEnds.SERVER;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/** What a network card cuts on its way out, or joins on its way in. */
final class CutSegmentsTest {
    private final OneWay way = new OneWay();

    @Test
    void theSendersCardCuts() {
        way.sent(100, way.data(0, 3 * M, "P."));
        way.arrived(110, way.data(0, M, "."), way.data(M, M, "."), way.data(2 * M, M, "P."));

        assertThat(way.lines()).containsExactly("0+52 . [110]", "52+52 . [110]", "104+52 P. [110]");
        assertThat(way.unsent()).isZero();
    }

    /** Its pointer leads to a byte of the whole. */
    @Test
    void whatIsUrgentIsNotCut() {
        way.sent(100, way.data(0, 2 * M, "P.U"));
        way.arrived(110, way.data(0, M, "."), way.data(M, M, "P.U"));

        assertThat(way.lines()).containsExactly("0+104 P.U []");
    }

    @Test
    void theReceiversCardJoins() {
        way.sent(100, way.data(0, M, "."), way.data(M, M, "."), way.data(2 * M, M, "FP."));
        way.arrived(110, way.data(0, 3 * M, "FP."));

        assertThat(way.lines()).containsExactly("0+52 . [110]", "52+52 . [110]", "104+52 FP. [110]");
        assertThat(way.unsent()).isZero();
    }

    @Test
    void bothDo() {
        way.sent(100, way.data(0, 2 * M, "."), way.data(2 * M, 2 * M, "P."));
        way.arrived(110, way.data(0, 3 * M, "."), way.data(3 * M, M, "P."));

        assertThat(way.lines()).containsExactly("0+104 . [110]", "104+52 . [110]", "156+52 P. [110]");
    }

    @Test
    void sixDoesAsFour() {
        OneWay way = new OneWay("fd00:77::1", "fd00:77::2", false);
        way.sent(100, way.data(0, 2 * M, "P."));
        way.arrived(110, way.data(0, M, "."), way.data(M, M, "P."));

        assertThat(way.lines()).containsExactly("0+52 . [110]", "52+52 P. [110]");
    }

    @Test
    void onlyThePieceIsLostThatIsLost() {
        way.sent(100, way.data(0, 3 * M, "P."));
        way.arrived(110, way.data(0, M, "."), way.data(2 * M, M, "P."));
        ByteBuffer again = way.data(M, M, "P.");
        way.sent(200, again).arrived(210, again);

        assertThat(way.lines()).containsExactly("0+52 . [110]", "52+52 . []", "104+52 P. [110]", "52+52 P. [210]");
    }

    /** The second is like the first: the other end saw it as it is, too. */
    @ParameterizedTest
    @CsvSource({"10.77.0.1, 10.77.0.2", "fd00:77::1, fd00:77::2"})
    void aPieceThatIsSentAgainAsItIsArrivesTwice(String client, String server) {
        OneWay unnumbered = new OneWay(client, server, false);
        ByteBuffer piece = unnumbered.data(M, M, "P.");
        unnumbered.sent(100, unnumbered.data(0, 2 * M, "P."));
        unnumbered.arrived(110, unnumbered.data(0, M, "."), piece);
        unnumbered.sent(200, piece).arrived(210, piece);

        assertThat(unnumbered.lines()).containsExactly("0+52 . [110]", "52+52 P. [110]", "52+52 P. [210]");
    }

    @Test
    void whatIsSentAgainIsJoinedWithWhatIsNew() {
        way.sent(100, way.data(0, M, "."), way.data(M, M, "."), way.data(2 * M, M, "."));
        way.arrived(110, way.data(0, M, "."));
        way.sent(200, way.data(M, M, "."), way.data(2 * M, M, "."), way.data(3 * M, M, "."));
        way.arrived(210, way.data(M, 3 * M, "."));

        assertThat(way.lines())
                .containsExactly(
                        "0+52 . [110]",
                        "52+52 . []",
                        "104+52 . []",
                        "52+52 . [210]",
                        "104+52 . [210]",
                        "156+52 . [210]");
    }

    /** Also where the first of what is sent again is not the first of what is lost. */
    @Test
    void whatIsSentAgainInPartIsUnderWayOnce() {
        way.sent(100, way.data(0, 4 * M, "P."));
        way.sent(200, way.data(M, M, "."), way.data(2 * M, M, "."));
        way.arrived(210, way.data(M, 2 * M, "."));
        way.arrived(220, way.data(0, M, "."), way.data(3 * M, M, "P.")); // the first was late

        assertThat(way.lines())
                .containsExactly("0+52 . [220]", "52+104 . []", "156+52 P. [220]", "52+52 . [210]", "104+52 . [210]");
    }

    /** Each would be as well; among what is alike the first that left is there first. */
    @Test
    void whatIsSentAgainWhileTheFirstIsLateIsUnderWayTwice() {
        way.sent(100, way.data(0, 2 * M, ".")).sent(200, way.data(M, 2 * M, "."));
        way.arrived(210, way.data(0, M, "."), way.data(M, M, "."));
        way.arrived(310, way.data(M, M, "."), way.data(2 * M, M, "."));

        assertThat(way.lines()).containsExactly("0+52 . [210]", "52+52 . [210]", "52+52 . [310]", "104+52 . [310]");
        assertThat(way.unsent()).isZero();
    }

    /** Also where what came of the first is what the second is cut in. */
    @Test
    void eachOfThoseUnderWayIsCut() {
        way.sent(100, way.data(0, 4 * M, ".")).sent(200, way.data(M, 2 * M, "."));
        way.arrived(210, way.data(0, M, "."), way.data(M, M, "."), way.data(2 * M, M, "."), way.data(3 * M, M, "."));
        way.arrived(310, way.data(M, M, "."), way.data(2 * M, M, "."));

        assertThat(way.lines())
                .containsExactly(
                        "0+52 . [210]",
                        "52+52 . [210]",
                        "104+52 . [210]",
                        "156+52 . [210]",
                        "52+52 . [310]",
                        "104+52 . [310]");
    }

    @Test
    void whatItIsJoinedWithNeedNotHaveBeenSeen() {
        way.sent(100, way.data(M, M, "."));
        way.arrived(110, way.data(0, 3 * M, "P."));

        assertThat(way.lines()).containsExactly("52+52 . [110]");
        assertThat(way.unsent()).isEqualTo(2);
    }

    /** What keeps a connection alive has the number of a byte that was sent. */
    @Test
    void whatHasNoDataIsNoPieceOfAny() {
        way.sent(100, way.data(0, 2 * M, ".")).sent(105, way.data(M - 1, 0, "."));
        way.arrived(110, way.data(0, M, "."), way.data(M, M, "."));

        assertThat(way.lines()).containsExactly("0+52 . [110]", "52+52 . [110]", "51+0 . []");
    }

    @Test
    void whatIsSentAgainHasAnotherTime() {
        way.sent(100, way.data(0, 2 * M, "."));
        way.arrived(210, way.data(0, M, "."), way.data(M, M, "."));
        way.clock(7);
        way.sent(200, way.data(M, 2 * M, "."));

        assertThat(way.lines()).containsExactly("0+52 . [210]", "52+52 . [210]", "52+104 . []");
    }

    @Test
    void aPieceThatIsDuplicatedArrivesTwice() {
        ByteBuffer twice = way.data(M, M, "P.");
        way.sent(100, way.data(0, 2 * M, "P."));
        way.arrived(110, way.data(0, M, "."), twice).arrived(111, twice);

        assertThat(way.lines()).containsExactly("0+52 . [110]", "52+52 P. [110, 111]");
        assertThat(way.unsent()).isZero();
    }

    /** The copy is joined with what follows it. */
    @Test
    void aPieceThatIsDuplicatedMayArriveInOtherPieces() {
        way.sent(100, way.data(0, 5 * M, "P."));
        way.arrived(110, way.data(0, 3 * M, ".")).arrived(111, way.data(2 * M, 3 * M, "P."));

        assertThat(way.lines()).containsExactly("0+104 . [110]", "104+52 . [110, 111]", "156+104 P. [111]");
        assertThat(way.unsent()).isZero();
    }

    /** No handshake, and no answer: more of it arrives at the one end than at the other. */
    @ParameterizedTest
    @CsvSource({"10.77.0.1, 10.77.0.2", "fd00:77::1, fd00:77::2"})
    void dataAloneIsCutToo(String client, String server) {
        OneWay open = OneWay.open(client, server);
        open.sent(100, open.data(0, 2 * M, "."), open.data(2 * M, 2 * M, "P."));
        open.arrived(110, open.data(0, M, "."), open.data(M, M, "."), open.data(2 * M, 2 * M, "P."));
        open.sent(200, open.data(4 * M, 2 * M, "P."));

        assertThat(open.lines()).containsExactly("0+52 . [110]", "52+52 . [110]", "104+104 P. [110]", "208+104 P. []");
    }

    @Test
    void eachHasTheAckAndOnlyTheFirstSaysThatItsWindowWasReduced() {
        way.sent(100, way.data(0, 3 * M, "FP.W"));
        way.arrived(110, way.data(0, M, ".W"), way.data(M, M, "."), way.data(2 * M, M, "FP."));

        assertThat(way.seen())
                .extracting(SeenPacket::packet)
                .extracting("acknowledgment", "packetBytes", "flags")
                .containsExactly(tuple(77L, 104, 0x90), tuple(77L, 104, 0x10), tuple(77L, 104, 0x19));
    }

    @Test
    void numbersBeginAnewBehindTheLast() {
        long last = 0xffff_ffffL;
        way.sent(100, way.data(last - M + 1, 3 * M, "."), way.data(2 * M, M, "P."));
        way.arrived(110, way.data(last - M + 1, M, "."), way.data(0, M, "."), way.data(M, 2 * M, "P."));

        assertThat(way.lines())
                .containsExactly("4294967244+52 . [110]", "0+52 . [110]", "52+52 . [110]", "104+52 P. [110]");
    }

    /** What was not kept is told by its numbers. */
    @ParameterizedTest
    @CsvSource({"60, 60", "52, 60", "156, 60"})
    void theBeginningIsEnough(int keptThere, int keptHere) {
        way.cut(CLIENT, 100, way.data(0, 2 * M, "P."), keptThere);
        way.cut(SERVER, 110, way.data(0, M, "."), keptHere);
        way.cut(SERVER, 110, way.data(M, M, "P."), keptHere);

        assertThat(way.lines()).containsExactly("0+52 . [110]", "52+52 P. [110]");
    }

    /** As where the clocks are coarse and the receiver's file was merged in first. */
    @Test
    void piecesMayComeInAnyOrder() {
        way.arrived(100, way.data(M, M, "."), way.data(2 * M, M, "P."));
        way.sent(100, way.data(0, 3 * M, "P."));
        way.arrived(110, way.data(0, M, "."));
        way.sent(200, way.data(3 * M, 4 * M, ".")).arrived(210, way.data(3 * M, 3 * M, "."));

        assertThat(way.lines())
                .containsExactly("0+52 . [110]", "52+52 . [100]", "104+52 P. [100]", "156+156 . [210]", "312+52 . []");
    }

    /** More of them arrive that nobody sent than leave. */
    @Test
    void whereWhoIsTheyDoNotTell() {
        for (int i = 0; i < 20; i++) {
            way.sent(100 + 20 * i, way.data(4L * M * i, 4 * M, "."));
            for (int j = 0; j < 4; j++) {
                way.arrived(110 + 20 * i, way.data(4L * M * i + j * M, M, "."));
            }
        }

        assertThat(way.seen()).hasSize(80).allMatch(seen -> seen.fate() == Fate.DELIVERED);
    }

    /** Each byte arrives four times at most: else a file could have as many pieces as all that left times all that arrived. */
    @Test
    @Timeout(30)
    void thePiecesAreNotManyTimesTheSegments() {
        int many = 300;
        for (int i = 0; i < many; i++) {
            way.sent(100 + i, way.data(26L * i, 26, "."));
        }
        for (int i = 0; i < many; i++) {
            way.arrived(5_000 + i, way.data(0, 26 * many, "."));
        }

        assertThat(way.seen())
                .hasSize(many)
                .allMatch(seen -> seen.arrivedNanos().equals(List.of(5_000L, 5_001L, 5_002L, 5_003L)));
        assertThat(way.unsent()).isEqualTo(many - 4);
    }
}
