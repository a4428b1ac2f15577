package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PeerWindowTest {
    private final PeerWindow peer = new PeerWindow();

    /** RFC 9293 §3.10.7.4: SND.WL1 and SND.WL2. */
    @Test
    void whatIsOlderThanTheLastDoesNotCount() {
        peer.begin(syn(100, 1_000, Segment.NO_SCALE), false, 10);
        assertThat(peer.update(segment(101, 20, 500))).isTrue();
        assertThat(peer.update(segment(100, 30, 900))).as("sent before it").isFalse();
        assertThat(peer.update(segment(101, 19, 900))).as("acknowledges less").isFalse();
        assertThat(peer.room(20)).isEqualTo(500);
        assertThat(peer.update(segment(101, 20, 600))).as("as old as the last").isTrue();
        assertThat(peer.update(segment(102, 20, 700))).isTrue();
        assertThat(peer.update(segment(102, 21, 700)))
                .as("the edge moves, the window does not")
                .isFalse();
        assertThat(peer.room(21)).isEqualTo(700);
    }

    /** RFC 7323 §2.2. */
    @Test
    void theWindowOfASynIsNotScaled() {
        peer.begin(syn(100, 1_000, 3), true, 10);
        assertThat(peer.room(10)).isEqualTo(1_000);
        peer.update(segment(101, 10, 1_000));
        assertThat(peer.room(10)).isEqualTo(8_000);
        assertThat(peer.room(9_000)).isZero();
    }

    @Test
    void whereOneEndDoesNotScaleNoWindowIs() {
        peer.begin(syn(100, 1_000, 3), false, 10);
        peer.update(segment(101, 10, 1_000));
        assertThat(peer.room(10)).isEqualTo(1_000);
    }

    @Test
    void theLargestIsTheMostThatItEverOffered() {
        peer.begin(syn(100, 1_000, Segment.NO_SCALE), false, 10);
        assertThat(peer.largest()).isEqualTo(1_000);
        peer.update(segment(101, 10, 4_000));
        peer.update(segment(101, 20, 200));
        assertThat(peer.largest()).isEqualTo(4_000);
    }

    private static Segment syn(int sequence, int window, int scale) {
        return read(writer(sequence, 10, Segment.SYN | Segment.ACK, window).options(1_460, scale));
    }

    private static Segment segment(int sequence, int acknowledgement, int window) {
        return read(writer(sequence, acknowledgement, Segment.ACK, window));
    }

    private static SegmentWriter writer(int sequence, int acknowledgement, int flags, int window) {
        return new SegmentWriter(0).begin(TcpPair.USUAL, sequence, acknowledgement, flags, window);
    }

    private static Segment read(SegmentWriter written) {
        Segment segment = new Segment();
        assertThat(segment.wrap(written.end())).isTrue();
        return segment;
    }
}
