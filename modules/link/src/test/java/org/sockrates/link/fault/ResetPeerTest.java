package org.sockrates.link.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResetPeerTest {
    @Test
    void bytesPassUntilTheReset() {
        StreamBench bench = new StreamBench("reset_peer 1s");
        bench.data(1, "abc");
        assertThat(bench.pieces()).containsExactly("abc@1");
        assertThat(bench.fault().byItself(7)).hasValue(Piece.end(Piece.Kind.RESET, 1_000_000_007L));
    }
}
