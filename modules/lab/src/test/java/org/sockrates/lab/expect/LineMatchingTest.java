package org.sockrates.lab.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineMatchingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '\0',
            value = {
                "bind(3) = 0|bind(3) = 0",
                "trailing blanks  |trailing blanks",
                "trailing blanks|trailing blanks  ",
                "  leading blanks|  leading blanks",
                "a* (glob)|a",
                "a* (glob)|abc",
                "*b* (glob)|abc",
                "** (glob)|abc",
                "a?c (glob)|abc",
                "a\\*c (glob)|a*c",
                "a\\?\\\\ (glob)|a?\\",
                "a\\d (glob)|a\\d",
                "a\\ (glob)|a\\",
                "a.c (glob)|a.c",
                "a.c (regex)|abc",
                "[0-9]{2,3} (regex)|123",
                "\\{port\\} (regex)|{port}",
                "\\p{Alpha}+ (regex)|abc",
                "\\x{61} (regex)|a",
                "\\P{Alpha} (regex)|1",
                "bind\\({n:int}, 127\\.0\\.0\\.{last:int}:0\\) = 0 (regex)|bind(3, 127.0.0.1:0) = 0",
                "\\\\{x} (regex)|\\a",
                "\\{x}|\\a",
                "\\\\x{x:int} (regex)|\\x7",
                "\\x{e9} (regex)|é",
                "a\\x20b\\t\\\\ (escaped)|a b\t\\",
                "{port} (equal)|{port}",
                "3 door LISTEN 127.0.0.1:{port} - (words)|  3 door   LISTEN\t127.0.0.1:80 -",
                "  3  door (words)|3 door",
                "{fd} door (words)| 3 door",
                " {fd} door (words)|3 door",
                "a {x} b (words)|a   1   b",
                "a{x:int}b c (words)|a12b   c",
                "a.c * (words)|a.c  *",
                "... (equal)|...",
                "text (glob) (equal)|text (glob)",
                "a*  (glob)|abc",
                "a.c   (regex)|abc",
                "3 door  (words)|3   door",
                "{x:int}  (?)|12",
                "text  (equal)|text",
                "3 (door)|3 (door)",
                "{\"a\": 1}|{\"a\": 1}",
                "{}|{}",
                "{Port}|{Port}",
                "(glob)|(glob)",
                "a {x} c|a b c",
                "{x}{y}|ab",
                "{x} {x}|a a",
                "{x:int}|-12",
                "{x:int} bytes|33,554,432 bytes",
                "{x:int},{y:int}|1,234",
                "{x:number}|4,096.5",
                "{n:200000..}|4,274,176",
                "{n:200000..}, {m:int}|4,274,176, 5",
                "{n:1..5},* (glob)|3,100,x",
                "{n:1..5},.* (regex)|3,100,x",
                "{x:number}|-12.5",
                "{x:word}|a,b",
                "{_} {_}|a b",
                "{_:int} {_:int}|1 2",
                "{rtt:20±15} ms|5 ms",
                "{rtt:20±15} ms|35.0 ms",
                "{rtt:20+-15} ms|20.5 ms",
                "{rtt:-1±0.5}|-1.5",
                "{n:1..5}|5",
                "{n:1..5}|1",
                "{n:3..}|999999",
                "{n:..5}|-7",
                "{n:5..5}|5",
                "{x}* (glob)|abc",
                "{x:int}[a-z]+ (regex)|12abc",
                "a{x}\\x41 (escaped)|abA",
                "|",
            })
    void fits(String expected, String actual) {
        assertThat(Expected.holds(orEmpty(expected), orEmpty(actual))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '\0',
            value = {
                "bind(3) = 0|bind(3) = 1",
                "bind(3) = 0|bind(3) = 0 and more",
                "Bind|bind",
                " leading|leading",
                "a* (glob)|ba",
                "a?c (glob)|ac",
                "a*? (glob)|a",
                "a\\*c (glob)|abc",
                "b (regex)|abc",
                "a b (words)|ab",
                "ab (words)|a b",
                "a {x} b (words)|a b",
                "a.c (words)|abc",
                "a.c (glob)|abc",
                "a.c|abc",
                "{x} c|a b c",
                "{x} {x}|a b",
                "{x}|a b",
                "{x:int}|1.5",
                "{x:int}|x",
                "{x:int}|٣",
                "{x:number}|1e5",
                "{x:number}|.5",
                "{rtt:20±15} ms|4.99 ms",
                "{rtt:20±15} ms|35.01 ms",
                "{n:1..5}|0",
                "{n:1..5}|6",
                "{n:1..5}|12345678901234567890123456789012345678901234567890",
                "{n:3..}|2",
                "{n:3..}|12345678901234567890123456789012345678901234567890",
                "{n:..5}|5.1",
                "{n:1..5}|",
                "a|",
                "|a",
            })
    void doesNotFit(String expected, String actual) {
        assertThat(Expected.check(orEmpty(expected), orEmpty(actual))).isInstanceOf(Check.Differs.class);
    }

    @Test
    void lineEndsAndCommentSignsCanBeExpected() {
        Expectation escaped = Expected.of("\\u00e4\\r\\n\\0 (escaped)\n\\x23 no comment (escaped)\n(one|two) (equal)");
        Check check = escaped.check(List.of("ä\r\n\0", "# no comment", "(one|two)"), 0, Captures.NONE);
        assertThat(check).isInstanceOf(Check.Holds.class);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
