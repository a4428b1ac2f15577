package org.sockrates.capture.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceTimeTest {
    @Test
    void isInSecondsWithSixDigitsBehindThePoint() {
        assertThat(TraceTime.text(20_412_345)).isEqualTo("0.020412");
        assertThat(TraceTime.text(3_000_001_000L)).isEqualTo("3.000001");
        assertThat(TraceTime.text(0)).isEqualTo("0.000000");
    }

    @Test
    void whatHappenedBeforeTheBeginningSaysSo() {
        assertThat(TraceTime.text(-20_412_345)).isEqualTo("-0.020412");
        assertThat(TraceTime.text(-3_000_001_000L)).isEqualTo("-3.000001");
        assertThat(TraceTime.text(-999)).isEqualTo("0.000000");
    }
}
