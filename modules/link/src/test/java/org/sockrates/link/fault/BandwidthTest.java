package org.sockrates.link.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BandwidthTest {
    @Test
    void bytesTakeTheirTime() {
        StreamBench bench = new StreamBench("bandwidth 8kbit");
        bench.data(0, "x".repeat(10));
        bench.data(0, "y");
        bench.data(100, "z");
        bench.end(100, Piece.Kind.FINISH);
        assertThat(bench.pieces()).containsExactly("xxxxxxxxxx@10", "y@11", "z@101", "FINISH@101");
    }

    @Test
    void slowStreamsAreReadInSmallPieces() {
        assertThat(new Bandwidth(8_000).pieceBytes(65_536)).isEqualTo(512);
        assertThat(new Bandwidth(8_000_000).pieceBytes(65_536)).isEqualTo(5_000);
        assertThat(new Bandwidth(8_000_000_000L).pieceBytes(65_536)).isEqualTo(65_536);
    }
}
