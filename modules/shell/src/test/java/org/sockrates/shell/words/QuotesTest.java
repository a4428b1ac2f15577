package org.sockrates.shell.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.testkit.Property;

class QuotesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "a.txt           | a.txt",
                "a b             | \"a b\"",
                "file:a          | file:a",
                "file:a b        | file:\"a b\"",
                "--reply=file:a b| --reply=file:\"a b\"",
                "--as=a b        | --as=\"a b\"",
                "it's            | it's",
                "'s              | \"'s\"",
                "a\\\"b           | \"a\\\\\\\"b\"",
                "#a              | \"#a\"",
                "a&              | \"a&\"",
            })
    void standWhereTheyAreNeeded(String text, String typed) {
        assertThat(Quotes.around(text)).isEqualTo(typed);
    }

    @Test
    void keepTheText() {
        Property.forAll(2_000, draw -> {
            String text = (draw.chance(0.5) ? Payload.FILE : "") + draw.text(12);
            try {
                Scan read = Lexer.read("send " + Quotes.around(text));
                assertThat(read.words()).hasSize(2);
                assertThat(read.words().get(1).text()).isEqualTo(text);
                Scan quoted = Lexer.read("send " + Quotes.open(text) + '"');
                assertThat(quoted.words().get(1).text()).isEqualTo(text);
            } catch (UsageException refused) {
                assertThat(text).matches("(?s).*[\\p{Cntrl}\\ud800-\\udfff\\ufffd].*");
            }
        });
    }
}
