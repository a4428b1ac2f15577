package org.sockrates.shell.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    private static List<String> texts(Scale scale) {
        return scale.marks().stream().map(scale::text).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "89, 3, '0,50,100'",
        "100, 3, '0,50,100'",
        "101, 3, '0,50,100,150'",
        "7, 4, '0,2,4,6,8'",
        "0.08, 2, '0.00,0.05,0.10'",
        "0, 3, '0.0,0.5,1.0'",
        "3000, 1, '0,5000'",
    })
    void beginsAtNoughtAndEndsAtAWrittenValue(double most, int steps, String marks) {
        assertThat(String.join(",", texts(Scale.rounded(most, steps)))).isEqualTo(marks);
    }

    @Test
    void anExactOneWritesRoundValuesWithin() {
        assertThat(texts(Scale.exact(0.04, 1.9, 6))).containsExactly("0.5", "1.0", "1.5");
        assertThat(texts(Scale.exact(12.31, 12.39, 6))).containsExactly("12.32", "12.34", "12.36", "12.38");
        assertThat(texts(Scale.exact(3, 3, 2))).containsExactly("3.0", "3.5", "4.0");
    }

    @Test
    void placesValuesAmongDots() {
        Scale scale = Scale.rounded(100, 2);
        assertThat(List.of(scale.dot(0, 10), scale.dot(9.9, 10), scale.dot(50, 10), scale.dot(100, 10)))
                .containsExactly(0, 0, 5, 9);
        Scale later = Scale.exact(10, 20, 2);
        assertThat(List.of(later.dot(10, 10), later.dot(15, 10), later.dot(20, 10)))
                .containsExactly(0, 5, 9);
        assertThat(List.of(scale.dot(-5, 10), scale.dot(500, 10)))
                .as("beyond the ends")
                .containsExactly(0, 9);
    }

    @Test
    void aRangeOfNothingIsNone() {
        assertThatThrownBy(() -> new Scale(1, 1, 1)).hasMessageContaining("1.0 to 1.0");
    }
}
