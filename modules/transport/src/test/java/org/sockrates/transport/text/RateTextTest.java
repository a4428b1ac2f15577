package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;

class RateTextTest {
    @ParameterizedTest
    @CsvSource({"1mbit,1000000", "64kbit,64000", "1.5gbit,1500000000", "900bit,900", "1tbit,1000000000000"})
    void readsAndPrintsThemAlike(String text, long bits) {
        assertThat(RateText.parse("rate", text)).isEqualTo(bits);
        assertThat(RateText.print(bits)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "mbit",
                "0bit",
                "-1mbit",
                "1.5bit",
                "2tbit",
                "NaN",
                "1e400",
                "١mbit",
                "9999999999999999tbit"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> RateText.parse("rate", text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("rate: \"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1mbps|1mbit, or 8mbit as tc reads it",
                "100KB/s|100kbit, or 800kbit",
                "1.5MB|1.5mbit, or 12mbit",
                "9b/s|9bit, or 72bit",
            })
    void asksWhetherTheseAreBitsOrBytes(String text, String expected) {
        assertThatThrownBy(() -> RateText.parse("rate", text))
                .hasMessage("rate: \"" + text + "\" (expected: bits or bytes a second? " + expected + ")");
    }

    @Test
    void asksForTheUnit() {
        assertThatThrownBy(() -> RateText.parse("rate", "10"))
                .hasMessage("rate: \"10\" (expected: a rate with its unit: 10kbit, 10mbit)");
    }
}
