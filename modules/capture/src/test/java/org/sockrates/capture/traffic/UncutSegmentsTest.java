package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.capture.traffic.OneWay.M;
import static org.sockrates.capture.traffic.TwoEnds.CLIENT;
import static org.sockrates.capture.traffic.TwoEnds.SERVER;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.PacketView;

/** What did not arrive in pieces, however much it looks so. */
final class UncutSegmentsTest {
    private final OneWay way = new OneWay();

    /** As where it was too long for the path. */
    @Test
    void whatIsLostAndSentAgainInOtherPiecesIsLostInOne() {
        way.sent(100, way.data(0, 4 * M, "P."));
        way.sent(200, way.data(0, M, "."), way.data(M, M, "."), way.data(2 * M, M, "."), way.data(3 * M, M, "P."));
        way.arrived(210, way.data(M, 3 * M, "P."));

        assertThat(way.lines())
                .containsExactly("0+208 P. []", "0+52 . []", "52+52 . [210]", "104+52 . [210]", "156+52 P. [210]");
    }

    @Test
    void whatWasSeenAsItIsStaysWhole() {
        ByteBuffer exact = way.data(0, 2 * M, "P.");
        way.sent(100, exact).arrived(110, exact);
        way.sent(200, way.data(2 * M, 2 * M, "P.")); // lost

        assertThat(way.lines()).containsExactly("0+104 P. [110]", "104+104 P. []");
    }

    /** A second copy is no reason to take the first for what is lost. */
    @Test
    void whatIsLostAndSentAgainIsLostThoughTheOtherArrivesTwice() {
        ByteBuffer again = way.data(0, 2 * M, "P.");
        way.sent(100, way.data(0, 2 * M, "P."));
        way.sent(200, again).arrived(210, again, again);
        way.sent(300, way.data(2 * M, 2 * M, "P."));
        way.arrived(310, way.data(2 * M, M, "."), way.data(3 * M, M, "P."));

        assertThat(way.lines())
                .containsExactly("0+104 P. []", "0+104 P. [210, 210]", "104+52 . [310]", "156+52 P. [310]");
    }

    @Test
    void whatCameOfOneCutsNoOtherThatIsUnderWay() {
        way.sent(100, way.data(0, M, "."), way.data(M, 2 * M, ".")).sent(200, way.data(M, 2 * M, "."));
        way.arrived(210, way.data(M, M, "."), way.data(2 * M, M, ".")).arrived(310, way.data(0, 3 * M, "."));

        assertThat(way.lines()).containsExactly("0+52 . [310]", "52+104 . [310]", "52+52 . [210]", "104+52 . [210]");
    }

    @Test
    void otherBytesAreAnothers() {
        way.sent(100, way.data(0, 2 * M, "P."));
        way.arrived(110, way.data(1, M, "P."));

        assertThat(way.lines()).containsExactly("0+104 P. []");
        assertThat(way.unsent()).isEqualTo(1);
    }

    /** What has the number of others takes it, and is no copy of them, nor are these of it. */
    @Test
    void otherBytesAreNotThereAgain() {
        way.sent(100, way.data(0, 2 * M, "P."));
        way.arrived(110, way.data(1, M, "P.")).arrived(120, way.data(26, M, "P."));

        assertThat(way.unsent()).isEqualTo(2);
    }

    @Test
    void whatItsReceiverThrowsAwayHasNotArrived() {
        ByteBuffer damaged = way.data(0, M, ".");
        damaged.put(30, (byte) 3);
        way.sent(100, way.data(0, 2 * M, "P."));
        way.arrived(110, damaged, way.data(M, M, "P."));

        assertThat(way.lines()).containsExactly("0+52 . []", "52+52 P. [110]");
    }

    @Test
    void whatEachEndThrowsAwayIsNotCut() {
        OneWay six = new OneWay("fd00:77::1", "fd00:77::2", false);
        six.sent(100, withoutChecksum(six.data(0, 2 * M, "P.")));
        six.arrived(110, withoutChecksum(six.data(0, M, ".")), withoutChecksum(six.data(M, M, "P.")));

        assertThat(six.lines()).isEmpty();
    }

    private static ByteBuffer withoutChecksum(ByteBuffer segment) {
        return segment.putShort(40 + 16, (short) 0);
    }

    @Test
    void ourLinkCutsNothing() {
        way.dropped(100, way.data(0, 2 * M, "P."));
        way.arrived(110, way.data(0, M, "."), way.data(M, M, "P."));

        assertThat(way.lines()).containsExactly("0+104 P. []");
    }

    @Test
    void notWithoutTheOptions() {
        way.cut(CLIENT, 100, way.data(0, 2 * M, "P."), 45);
        way.cut(SERVER, 110, way.data(0, M, "."), 45);

        assertThat(way.lines()).containsExactly("0+104 P. []");
    }

    /** Who is where what both ends saw tells, however much more there is at one. */
    @Test
    void whatIsNotCutSwapsNoEnds() {
        for (int i = 0; i < 20; i++) {
            way.cut(CLIENT, 100 + 20 * i, way.data(4L * M * i, 4 * M, "."), 45);
            for (int j = 0; j < 4; j++) {
                way.cut(SERVER, 110 + 20 * i, way.data(4L * M * i + j * M, M, "."), 45);
            }
        }

        assertThat(way.lines()).hasSize(20).contains("0+208 . []");
        assertThat(way.unsent()).isEqualTo(80);
    }

    /** Another card joins none of these. */
    @Test
    void anotherTimeIsAnothers() {
        way.sent(100, way.data(0, 2 * M, "P."));
        way.clock(7);
        way.arrived(110, way.data(0, M, "."), way.data(M, M, "P."));

        assertThat(way.lines()).containsExactly("0+104 P. []");
        assertThat(way.unsent()).isEqualTo(2);
    }

    /** Of a segment in fragments the first does not say how long it is; the numbers of one that opens are one ahead. */
    @ParameterizedTest
    @ValueSource(strings = {"P.", "S"})
    void whatIsInFragmentsOrOpensIsNotCut(String flags) {
        ByteBuffer segment = way.data(0, 2 * M, flags);
        if (flags.equals("P.")) {
            segment.putShort(6, (short) 0x2000);
            Checksum.fill(new PacketView(), segment, 0, segment.limit());
        }
        way.sent(100, segment);
        way.arrived(110, way.data(0, M, "."), way.data(M, M, "."));

        assertThat(way.lines()).containsExactly("0+104 " + flags + " []");
    }
}
