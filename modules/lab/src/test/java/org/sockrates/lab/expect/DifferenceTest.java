package org.sockrates.lab.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a failed comparison shows. */
final class DifferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a/b/c|a/x/c|10 a/11-b/0+x/12 c/",
                "a/b/c|a/c|10 a/11-b/12 c/",
                "a/c|a/b/c|10 a/0+b/11 c/",
                "a|a/b|10 a/0+b/",
                "a/b|a|10 a/11-b/",
                "a|{}|10-a/0+{}/",
                "a|{x}|10-a/0+{x} (equal)/",
                "a|# x{1} \\y|10-a/0+\\x23 x\\x7b1} \\\\y (escaped)/",
                "a|tcp> listen|10-a/0+tcp\\x3e listen (escaped)/",
                "a|>|10-a/0+\\x3e (escaped)/",
                "a|...|10-a/0+... (equal)/",
                "a|[1]|10-a/0+[1] (equal)/",
                "a|x (glob)|10-a/0+x (glob) (equal)/",
                "a|x (?)|10-a/0+x (?) (equal)/",
                "a|x ()|10-a/0+x ()/",
                "a (?)/b|c|11-b/0+c/",
                "a (*)/b|a/a/c|10 a/10 a/11-b/0+c/",
                "a/.../z|a/m/n/y|10 a/11.m/11.n/11.y/12-z/",
                ".../port {p}/end|x/port/end|10.x/11-port {p}/0+port/12 end/",
                ".../listening on 5/done|x/listening on 6/done|10.x/11-listening on 5/0+listening on 6/12 done/",
                "(unordered/a/b/c/)|c/x/a|13 c/0+x/11 a/12-b/",
                "a/b|a/x/.../b|10 a/0+x/0+... (equal)/11 b/",
                "x/.../b/c|y/1/2/b/d|10-x/0+y/11.1/11.2/12 b/13-c/0+d/",
                "x/.../b|b|10-x/12 b/",
                "x/y/...|z|10-x/11-y/0+z/",
                "x/a (?)/.../z|y/m/z|10-x/0+y/12.m/13 z/",
                "a (*)|a/b|10 a/0+b/",
                "* (glob*)/b/c|b/bz|11 b/12-c/0+bz/",
                ".../b/c|b/bz|11 b/12-c/0+bz/",
                ".../5 bob {n:int} {a}:7 send recv (words)/...|3 eve 0/.5 bob  8 ::1:7 send recv/               shutdown"
                        + "|10.3 eve 0/11-5 bob {n:int} {a}:7 send recv (words)/0+.5 bob  8 ::1:7 send recv"
                        + "/12.               shutdown/",
            })
    void laysExpectedAndActualSideBySide(String expected, String shown, String rows) {
        Difference difference = Expected.difference(expected.replace('/', '\n'), shown.replace('/', '\n'));
        assertThat(Expected.rows(difference).replace('\n', '/')).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "bind(3) = 0|bind(3) = -1 EADDRINUSE|10|another line came",
                "port {p} open|port 80 shut|8|another line came",
                "port {p} open|port 80|7|another line came",
                "{a} {a}|5 6|2|{a} is 5 since line 10, here 6",
                "rtt {rtt:20±15} ms|rtt 47 ms|4|rtt is 47 (expected: 5..35)",
                "n {n:3..}|n 2|2|n is 2 (expected: 3..)",
                "n {n:..3} x|n 4 x|2|n is 4 (expected: ..3)",
                "n {n:int} x|n many x|2|n is many (expected: a whole number)",
                "n {n:int} x|n 12ab|4|another line came",
                "n {n:1..5}{unit}|n 12ms|2|n is 12 (expected: 1..5)",
                "min/max {a:1..2}/{b:1..2} ms|min/max 5/6 ms|8|a is 5 (expected: 1..2)",
                "n {n:number} x|n many x|2|n is many (expected: a number)",
                "a{_:int} {w} (glob)|b1 x|-|the line does not fit the glob",
                "ab* (glob)|acd|1|the line does not fit the glob",
                "[0-9]+ (regex)|abc|-|the line does not fit the regular expression",
                "n {a:1..2} {y}? (regex)|n 5 z|2|a is 5 (expected: 1..2)",
                "3 door LISTEN 1 (words)|3 door  LISTEN    0|18|other words came",
                "3 door LISTEN (words)|.3 door  LISTEN|0|other words came",
                "short|short and long|5|another line came",
                "abc|xyz|-|another line came",
                "*a (glob)|# b|-|the line does not fit the glob",
                "\\x23 a (escaped)|# b|-|another line came",
                "word {w}!|word a b!|6|another line came",
            })
    void pointsAtTheFirstCharacterThatDiffers(String expected, String shown, String column, String reason) {
        Difference difference = Expected.difference(expected, shown);
        assertThat(difference.reason()).isEqualTo(reason);
        String pointed =
                difference.pointer().map(at -> Integer.toString(at.column())).orElse("-");
        assertThat(pointed).isEqualTo(column);
    }

    @Test
    void saysSinceWhenACaptureHasItsValue() {
        Captures known = Captures.NONE.with("port", "8080", 3);
        assertThat(Expected.difference("port {port}", "port 9", known).reason())
                .isEqualTo("{port} is 8080 since line 3, here 9");
        Difference behind = Expected.difference("{port} a", "80801 b", known);
        assertThat(behind.pointer().orElseThrow().column()).isEqualTo(4);
    }

    @Test
    void whatWasGivenHasItsValueSinceNoLine() {
        Captures known = Captures.NONE.with("port", "8080", Captures.GIVEN);
        assertThat(Expected.difference("port {port}", "port 9", known).reason()).isEqualTo("{port} is 8080, here 9");
    }

    @Test
    void whatIsMeasuredIsHeldToItsRangeAndNotToTheValueBefore() {
        Captures known = Captures.NONE.with("n", "3", 3);
        assertThat(Expected.difference("{n:1..5} ms", "6 ms", known).reason()).isEqualTo("n is 6 (expected: 1..5)");
    }

    @Test
    void theWrongStatusIsTheDifferenceWhereTheLinesAgree() {
        Difference unsaid = status("a", 4);
        assertThat(Expected.rows(unsaid)).isEqualTo("10 a\n0-[0]\n0+[4]\n");
        assertThat(unsaid.reason()).isEqualTo("another exit status came; without [n] it must be 0");
        assertThat(unsaid.line(9)).isEqualTo(10);
        Difference said = status("a\n[2]", 124);
        assertThat(Expected.rows(said)).isEqualTo("10 a\n11-[2]\n0+[124]\n");
        assertThat(said.reason()).isEqualTo("another exit status came, that of the time limit");
        assertThat(said.line(9)).isEqualTo(11);
        assertThat(status("a\n[124]", 0).reason())
                .isEqualTo("another exit status came: this was to wait in vain, and did not");
        assertThat(status("a\n[124]", 4).reason()).isEqualTo("another exit status came");
        assertThat(status("a\n[4]", 0).reason()).isEqualTo("another exit status came");
    }

    @Test
    void theWrongStatusIsShownBesideWrongLines() {
        Check.Differs differs = (Check.Differs) Expected.of("a").check(List.of("b"), 1, Captures.NONE);
        assertThat(Expected.rows(differs.difference())).isEqualTo("10-a\n0+b\n0-[0]\n0+[1]\n");
    }

    @Test
    void whatCameUnexpectedStandsAtTheLineBeforeIt() {
        assertThat(Expected.difference("a", "a\nb").line(9)).isEqualTo(10);
        assertThat(Expected.difference("", "b").line(9)).isEqualTo(9);
        assertThat(Expected.difference("", "b").reason()).isEqualTo("this line was not expected");
        assertThat(Expected.difference("a\nb", "a").reason()).isEqualTo("this line did not come");
        assertThat(Expected.difference("a\nb\nc", "b\nx\nc").reason()).isEqualTo("this line did not come");
    }

    @Test
    void veryLongOutputIsLaidInPart() {
        Difference difference =
                Expected.difference("a\n".repeat(200).strip(), "b\n".repeat(200).strip());
        assertThat(difference.rows()).hasSize(120);
    }

    private static Difference status(String expected, int ended) {
        Check check = Expected.of(expected).check(List.of("a"), ended, Captures.NONE);
        return ((Check.Differs) check).difference();
    }
}
