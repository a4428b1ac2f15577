package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.UsageException;

class OrdinalTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1st",
        "2, 2nd",
        "3, 3rd",
        "4, 4th",
        "11, 11th",
        "12, 12th",
        "13, 13th",
        "21, 21st",
        "101, 101st",
        "111, 111th",
        "112, 112th",
        "1013, 1013th",
        "1022, 1022nd"
    })
    void isWrittenAsItIsSaid(long number, String text) {
        assertThat(Ordinal.print(number)).isEqualTo(text);
        assertThat(Ordinal.parse("order", text)).isEqualTo(number);
    }

    @Test
    void anotherEndingIsToldTheRightOne() {
        assertThatThrownBy(() -> Ordinal.parse("order", "111st"))
                .isInstanceOf(UsageException.class)
                .hasMessage("order: \"111st\" (expected: 111th)");
    }
}
