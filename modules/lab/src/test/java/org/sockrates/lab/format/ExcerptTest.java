package org.sockrates.lab.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    private static final String EMOJI = "\uD83D\uDE00";

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void aCharacterOfTwoIsNotCut(String before) {
        String text = before + EMOJI.repeat(1000);
        for (int column = 0; column < text.length(); column++) {
            Excerpt excerpt = Excerpt.of(text, column);
            assertThat(excerpt.text().codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
            assertThat(excerpt.text().charAt(excerpt.column())).isEqualTo(text.charAt(column));
        }
    }
}
