package org.sockrates.link.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyTest {
    @Test
    void everythingArrivesLaterTheEndToo() {
        StreamBench bench = new StreamBench("latency 100ms");
        bench.data(0, "abc");
        bench.data(50, "d");
        bench.end(60, Piece.Kind.FINISH);
        assertThat(bench.pieces()).containsExactly("abc@100", "d@150", "FINISH@160");
    }

    @Test
    void jitterSpreadsIt() {
        StreamBench bench = new StreamBench("latency 100ms 50ms");
        for (int i = 0; i < 20; i++) {
            bench.data(0, "x");
        }
        assertThat(bench.pieces()).allMatch(piece -> piece.matches("x@(\\d\\d|1[0-4]\\d)"));
        assertThat(bench.pieces().stream().distinct().count()).isGreaterThan(10);
    }
}
