package org.sockrates.link.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeoutTest {
    @Test
    void nothingPasses() {
        StreamBench bench = new StreamBench("timeout 5s");
        bench.data(1, "abc");
        bench.end(2, Piece.Kind.FINISH);
        assertThat(bench.pieces()).isEmpty();
    }

    @Test
    void closesTheConnectionAfterItsTime() {
        assertThat(new StreamBench("timeout 5s").fault().byItself(7))
                .hasValue(Piece.end(Piece.Kind.CLOSE, 5_000_000_007L));
        assertThat(new StreamBench("timeout 0s").fault().byItself(7)).isEmpty();
    }
}
