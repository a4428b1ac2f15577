package org.sockrates.lab.expect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectationParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[256]|10:1|exit status|256",
                "[99999]|10:1|exit status|99999",
                "[99999999999]|10:1|exit status|99999999999",
                "[1]/more|11:1|line after the exit status|more",
                "(unordered/a|10:1|unordered block|not closed",
                "(unordered/(unordered/)|11:1|unordered block|another one inside",
                "(unordered/[1]/)|11:1|exit status|[1] in an unordered block",
                "(eventually)|10:1|eventually|",
                "(eventually soon)|10:1|eventually|soon",
                "(eventually 0s)|10:1|eventually|0s",
                "(eventually 2)|10:1|eventually|2",
                "(eventually 61min)|10:1|eventually|61min",
                "a/(eventually 2s)|11:1|eventually|2s",
                "(eventually 2s)/(eventually 2s)|11:1|eventually|2s",
                "(unordered/(eventually 2s)/)|11:1|eventually|2s",
                "a[ (regex)|10:2|regex|Unclosed character class",
                "*a (regex)|10:1|regex|Dangling meta character '*'",
                "a{x}[ (regex)|10:1|regex|Unclosed character class",
                "a {x:} b|10:3|placeholder|{x:}",
                "a {x:float}|10:3|placeholder|{x:float}",
                "{x:..}|10:1|placeholder|{x:..}",
                "{x:5..1}|10:1|placeholder|{x:5..1}",
                "{x:20±}|10:1|placeholder|{x:20±}",
                "{x:20±-1}|10:1|placeholder|{x:20±-1}",
                "{x:1e3±1}|10:1|placeholder|{x:1e3±1}",
                "a\\q (escaped)|10:2|escape|\\q",
                "a\\ (escaped)|10:2|escape|\\",
                "ab\\x4 (escaped)|10:3|escape|\\x4",
                "\\x4g (escaped)|10:1|escape|\\x4g",
                "\\x4٤ (escaped)|10:1|escape|\\x4٤",
                "\\u123 (escaped)|10:1|escape|\\u123",
                "{a}\\q (escaped)|10:4|escape|\\q",
                "{a}\\q{b} (escaped)|10:4|escape|\\q",
            })
    void saysWhatIsWrongAndWhere(String text, String place, String what, String actual) {
        assertThat(Expected.complaints(text.replace('/', '\n'))).first().satisfies(complaint -> {
            assertThat(complaint.line() + ":" + complaint.column()).isEqualTo(place);
            assertThat(complaint.what()).isEqualTo(what);
            assertThat(complaint.actual()).isEqualTo(actual == null ? "" : actual);
            assertThat(complaint.expected()).isNotBlank();
        });
    }

    @Test
    void regexTooDeeplyNestedIsAComplaint() {
        String deep = "(".repeat(20_000) + ")".repeat(20_000) + " (regex)";
        assertThat(Expected.complaints(deep))
                .singleElement()
                .extracting(Complaint::what)
                .isEqualTo("regex");
    }

    @Test
    void everythingWrongIsReported() {
        assertThat(Expected.complaints("a {x:?} {y:?}\n[ (regex)\n[300]\nmore")).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "2s, 2000", "1.5s, 1500", "0.001s, 1", "2min, 120000", "60min, 3600000"})
    void readsTimes(String text, long millis) {
        assertThat(Durations.parse(text).orElseThrow().toMillis()).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"2", "s", "-1s", "+1s", "0ms", "1 s", "1h", "61min", "1e3s", "٢s", "9999999999s", ".5s", "0.0000001s"})
    void refusesWhatIsNoTime(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
