package org.sockrates.link.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlicerTest {
    @Test
    void cutsPiecesIntoSlices() {
        StreamBench bench = new StreamBench("slicer 3");
        bench.data(5, "abcdefgh");
        assertThat(bench.pieces()).containsExactly("abc@5", "def@5", "gh@5");
    }

    @Test
    void pausesBetweenThem() {
        StreamBench bench = new StreamBench("slicer 2 10ms");
        bench.data(0, "abcde");
        bench.data(5, "f");
        bench.end(6, Piece.Kind.FINISH);
        bench.data(100, "g");
        assertThat(bench.pieces()).containsExactly("ab@0", "cd@10", "e@20", "f@30", "FINISH@40", "g@100");
    }

    @Test
    void aClockMayBeginBelowZero() {
        StreamBench bench = new StreamBench("slicer 2");
        bench.data(-5, "abc");
        assertThat(bench.pieces()).containsExactly("ab@-5", "c@-5");
    }

    @Test
    void variesTheSizeWithinItsBounds() {
        StreamBench bench = new StreamBench("slicer 10 4");
        bench.data(0, "x".repeat(10_000));
        assertThat(bench.pieces().subList(0, bench.pieces().size() - 1)).allMatch(piece -> piece.matches("x{6,14}@0"));
        assertThat(bench.pieces()).contains("xxxxxx@0", "xxxxxxxxxxxxxx@0");
        assertThat(String.join("", bench.pieces()).replace("@0", "")).isEqualTo("x".repeat(10_000));
    }
}
