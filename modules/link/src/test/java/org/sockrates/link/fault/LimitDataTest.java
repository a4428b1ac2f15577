package org.sockrates.link.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitDataTest {
    @Test
    void closesBehindTheLastByteAndSwallowsTheRest() {
        StreamBench bench = new StreamBench("limit_data 5");
        bench.data(1, "abc");
        bench.data(2, "defg");
        bench.data(3, "h");
        bench.end(4, Piece.Kind.FINISH);
        assertThat(bench.pieces()).containsExactly("abc@1", "de@2", "CLOSE@2");
    }

    @Test
    void closesAtOnceBehindAPieceThatIsAllItLetsPass() {
        StreamBench bench = new StreamBench("limit_data 5");
        bench.data(1, "abcde");
        assertThat(bench.pieces()).containsExactly("abcde@1", "CLOSE@1");
    }

    @Test
    void closesAtOnceWhenNothingMayPass() {
        StreamBench bench = new StreamBench("limit_data 0");
        bench.data(1, "abc");
        assertThat(bench.pieces()).containsExactly("CLOSE@1");
    }

    @Test
    void whatCarriesNothingEndsByItselfWhereNothingMayPass() {
        StreamBench bench = new StreamBench("limit_data 0");
        bench.end(1, Piece.Kind.FINISH);
        assertThat(bench.pieces()).containsExactly("FINISH@1");
    }

    @Test
    void aShorterStreamEndsByItself() {
        StreamBench bench = new StreamBench("limit_data 5");
        bench.data(1, "abc");
        bench.end(2, Piece.Kind.FINISH);
        assertThat(bench.pieces()).containsExactly("abc@1", "FINISH@2");
    }
}
