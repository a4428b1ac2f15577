package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;

class PercentTextTest {
    @ParameterizedTest
    @CsvSource({"5%,5", "0.1%,0.1", "100%,100", "0%,0", "33.333333333%,33.333333333"})
    void readsAndPrintsThemAlike(String text, double percent) {
        assertThat(PercentText.parse("loss", text)).isEqualTo(percent);
        assertThat(PercentText.print(percent)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%",
                "NaN",
                "NaN%",
                "1e400",
                "-0.1",
                "-0.1%",
                "+5%",
                "101%",
                "100.1%",
                "5 %",
                " 5%",
                "5%%",
                ".5%",
                "5.%",
                "٥%",
                "0x5%",
                "5",
                "500",
                "0.0000000001%",
                "Infinity%",
                "1,5%",
                "99999999999999999999%"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> PercentText.parse("loss", text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("loss: \"")
                .hasMessageContaining("expected: ");
    }

    @Test
    void asksWhetherABareNumberIsAPercentageOrAFraction() {
        assertThatThrownBy(() -> PercentText.parse("loss", "0.5"))
                .hasMessage("loss: \"0.5\" (expected: percent or fraction? 0.5%, or 50%)");
        assertThatThrownBy(() -> PercentText.parse("loss", "5"))
                .hasMessage("loss: \"5\" (expected: a percentage, with its sign: 5%)");
        assertThatThrownBy(() -> PercentText.parse("loss", "0"))
                .hasMessage("loss: \"0\" (expected: a percentage, with its sign: 0%)");
    }
}
