package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;

class CutTest {
    @ParameterizedTest
    @CsvSource({
        "a\uD83D\uDE00b, 0, 0",
        "a\uD83D\uDE00b, 1, 1",
        "a\uD83D\uDE00b, 2, 1",
        "a\uD83D\uDE00b, 3, 3",
        "a\uD83D\uDE00b, 4, 4"
    })
    void partsNoCharacter(String text, int at, int before) {
        assertThat(Cut.before(text, at)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void aLongWordOfCharactersOfTwoIsShownInPart(String first) {
        String given = first + "\uD83D\uDE00".repeat(40);
        int whole = (60 - first.length()) / 2;
        assertThat(new UsageException("use", given, "tcp"))
                .hasMessage("use: \"" + first + "\uD83D\uDE00".repeat(whole) + "\"... (expected: tcp)");
    }
}
