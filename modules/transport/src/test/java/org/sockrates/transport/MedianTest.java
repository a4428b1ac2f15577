package org.sockrates.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void isTheOneInTheMiddleOrTheMeanOfTwo() {
        assertThat(Median.of(DoubleStream.of(7))).isEqualTo(7);
        assertThat(Median.of(DoubleStream.of(9, 1, 2))).isEqualTo(2);
        assertThat(Median.of(DoubleStream.of(4, 9, 1, 2))).isEqualTo(3);
    }
}
