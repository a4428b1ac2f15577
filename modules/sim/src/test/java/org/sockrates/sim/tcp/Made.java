package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;

/** Segments made by hand. */
final class Made {
    private Made() {}

    static ByteBuffer packet(TcpPair pair, int sequence, int acknowledgement, int flags, int window, int bytes) {
        ByteRing filler = new ByteRing(bytes);
        filler.hold(0, bytes);
        return new SegmentWriter(bytes)
                .begin(pair, sequence, acknowledgement, flags, window)
                .payload(filler, 0, bytes)
                .end();
    }

    static ByteBuffer syn(TcpPair pair, int sequence, int acknowledgement, int flags) {
        return new SegmentWriter(0)
                .begin(pair, sequence, acknowledgement, Segment.SYN | flags, 65_535)
                .options(1460, 7)
                .end();
    }

    static Segment segment(int sequence, int flags, int bytes) {
        return read(packet(TcpPair.USUAL, sequence, 0, flags, 65_535, bytes));
    }

    static Segment read(ByteBuffer packet) {
        Segment segment = new Segment();
        assertThat(segment.wrap(packet)).isTrue();
        return segment;
    }
}
