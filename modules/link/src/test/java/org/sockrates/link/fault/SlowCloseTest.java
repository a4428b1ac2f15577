package org.sockrates.link.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlowCloseTest {
    @Test
    void onlyTheEndIsLate() {
        StreamBench bench = new StreamBench("slow_close 2s");
        bench.data(1, "abc");
        bench.end(2, Piece.Kind.FINISH);
        assertThat(bench.pieces()).containsExactly("abc@1", "FINISH@2002");
    }
}
