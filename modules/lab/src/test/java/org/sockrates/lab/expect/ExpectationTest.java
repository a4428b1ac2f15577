package org.sockrates.lab.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectationTest {
    @ParameterizedTest
    @CsvSource({
        "a/b, a/b, true",
        "a/b, b/a, false",
        "a/b, a, false",
        "a, a/b, false",
        "a (?)/b, b, true",
        "a (?)/b, a/b, true",
        "a (?)/b, a/a/b, false",
        "a (*)/b, b, true",
        "a (*)/b, a/a/a/b, true",
        "a (+)/b, b, false",
        "a (+)/b, a/a/b, true",
        "a (*)/a, a/a, true",
        "a (*)/a/a, a, false",
        "x* (glob*)/b, x1/x2/b, true",
        "x* (glob?), , true",
        "[a-c] (regex+), a/b/c, true",
        "[a-c] (regex+), a/d/c, false",
        "x (equal+), x/x, true",
        "\\x41 (escaped?)/b, b, true",
        "..., , true",
        "..., a/b/c, true",
        ".../z, a/b/z, true",
        ".../z, z, true",
        ".../z, a, false",
        "a/.../z, a/m/n/z, true",
        "a/.../z, a/z/z, true",
        "a/.../m/.../z, a/1/m/2/z, true",
        "{p}/{p}, 5/5, true",
        "{p}/{p}, 5/6, false",
        "{p} (+), 5/5, true",
        "{p} (+), 5/6, false",
        "{_} (+), 5/6, true",
        "{n:1..9} (+), 5/6, true",
        "{n:1..9}/{n}, 5/5, true",
        "{n:1..9}/{n}, 5/6, false",
        ".../port {p}/{p}, port 1/port 2/2, true",
        "(unordered/a/b/c/), c/a/b, true",
        "(unordered/a/b/c/), c/a, false",
        "(unordered/a/b/c/), c/a/b/b, false",
        "(unordered/a/a/b/), a/b/a, true",
        "(unordered/a/a/b/), a/b/b, false",
        "(unordered/a (?)/b/), b, true",
        "(unordered/a (*)/b/)/z, a/b/a/z, true",
        "(unordered/.../b/a/), x/a/y/b/z, true",
        "(unordered/.../b/a/), x/a/y, false",
        "(unordered/a/.../), x/a, true",
        "(unordered/)/z, z, true",
        "(unordered/{x} 1/{x} 2/), b 2/b 1, true",
        "(unordered/{x} 1/{x} 2/), b 2/c 1, false",
        "(unordered/* (glob)/b/), b/a, true",
        "a/(unordered/b/c/)/d, a/c/b/d, true",
        "), ), true",
    })
    void laysLinesOverWhatCame(String expected, String shown, boolean holds) {
        String came = shown == null ? "" : shown.replace('/', '\n');
        assertThat(Expected.holds(expected.replace('/', '\n'), came)).isEqualTo(holds);
    }

    @Test
    void emptyLinesCountBetweenLinesAndNotAtTheEnd() {
        assertThat(Expected.holds("a\n\nb", "a\n\nb\n\n")).isTrue();
        assertThat(Expected.holds("a\n\nb", "a\nb")).isFalse();
        assertThat(Expected.holds("a", "a\n \n\t")).isTrue();
    }

    @Test
    void statusIsZeroUnlessSaid() {
        Expectation silent = Expected.of("");
        assertThat(silent.check(List.of(), 0, Captures.NONE)).isInstanceOf(Check.Holds.class);
        assertThat(silent.check(List.of(), 1, Captures.NONE)).isInstanceOf(Check.Differs.class);
        assertThat(Expected.of("[255]").status()).isEqualTo(255);
        Expectation four = Expected.of("a\n[4]");
        assertThat(four.status()).isEqualTo(4);
        assertThat(four.check(List.of("a"), 4, Captures.NONE)).isInstanceOf(Check.Holds.class);
        assertThat(four.check(List.of("a"), 0, Captures.NONE)).isInstanceOf(Check.Differs.class);
    }

    @Test
    void whatComesBehindALineThatDiffersIsCaughtAllTheSame() {
        Check check =
                Expected.check("bind(3) = 0\nchose {port}\n...\nseed {seed:int}", "bind(4) = 0\nchose 9\nx\nseed 5");
        Captures caught = ((Check.Differs) check).captures();
        assertThat(caught.find("port").orElseThrow().value()).isEqualTo("9");
        assertThat(caught.find("seed").orElseThrow().value()).isEqualTo("5");
    }

    @Test
    void noLineThatCameIsCaughtTwice() {
        Check check = Expected.check("x\n{a:int} tcp\n...\n{b:int} tcp", "y\n4 tcp\n5 tcp");
        Captures caught = ((Check.Differs) check).captures();
        assertThat(caught.find("a").orElseThrow().value()).isEqualTo("4");
        assertThat(caught.find("b").orElseThrow().value()).isEqualTo("5");
    }

    @Test
    void capturesGoFromStepToStep() {
        Captures first = captures(Expected.check("port {port}, {n:int} waiting", "port 8080, 3 waiting"));
        assertThat(first.substitute("connect {port} {n} {other} {n:int}")).isEqualTo("connect 8080 3 {other} {n:int}");
        assertThat(Expected.check("{port}", "8080", first)).isInstanceOf(Check.Holds.class);
        assertThat(Expected.check("{port}", "8081", first)).isInstanceOf(Check.Differs.class);
        assertThat(first.find("port")).contains(new Captures.Capture("8080", 10));
        assertThat(captures(Expected.check("{_} {a}", "1 2")).substitute("send {_}"))
                .isEqualTo("send {_}");
    }

    /** As compare shows it; a command wants it without. */
    @Test
    void aNumberIsTheSameWithItsSeparatorsAndWithout() {
        Captures taken = captures(Expected.check("took {n:int}\ngot {n}", "took 4,274,176\ngot 4,274,176"));
        assertThat(taken.substitute("send alice #{n}")).isEqualTo("send alice #4274176");
        assertThat(captures(Expected.check("took {n:int}\ngot {n}", "took 4274176\ngot 4,274,176"))
                        .find("n"))
                .isPresent();
        for (String number : List.of("1,000", "-1,000", "999,999", "-123,456", "1,234,567", "-123,456,789")) {
            assertThat(captures(Expected.check("{n:int}\n{n}", number + "\n" + number))
                            .find("n"))
                    .as(number)
                    .map(Captures.Capture::value)
                    .contains(number.replace(",", ""));
        }
        assertThat(captures(Expected.check("{x:number} ms\n{x} ms", "1,234.5 ms\n1,234.5 ms"))
                        .substitute("{x}"))
                .isEqualTo("1234.5");
        assertThat(captures(Expected.check("{n:int},* (glob)", "3,100,x")).substitute("{n}"))
                .as("a comma that stands behind it separates fields")
                .isEqualTo("3");
        assertThat(captures(Expected.check("id {x}", "id 4,096")).substitute("{x}"))
                .isEqualTo("4,096");
    }

    @Test
    void zerosInFrontArePartOfAWord() {
        assertThat(captures(Expected.check("{x}\n...\n{x}", "0012\n12\n0012")).find("x"))
                .map(Captures.Capture::value)
                .contains("0012");
    }

    @Test
    void boundValuesAreNotGuessedAround() {
        Captures known = Captures.NONE.with("a", "x-y", 1);
        assertThat(Expected.check("{a}-{b}", "x-y-z", known)).isInstanceOf(Check.Holds.class);
    }

    @Test
    void boundValuesAreNoPatterns() {
        Captures known = Captures.NONE.with("a", ".*\\E$1", 1);
        assertThat(Expected.check("<{a}>", "<.*\\E$1>", known)).isInstanceOf(Check.Holds.class);
        assertThat(Expected.check("<{a}>", "<zzzzzz>", known)).isInstanceOf(Check.Differs.class);
        assertThat(known.substitute("send {a}")).isEqualTo("send .*\\E$1");
    }

    @Test
    void otherLinesOfAnUnorderedBlockAreThoseThatFitNoneOfItsLines() {
        Captures caught = captures(Expected.check("(unordered\n...\n{n:int} tcp\n)", "1 tcp\n2 tcp\n3 udp"));
        assertThat(caught.find("n").orElseThrow().value()).isEqualTo("1");
    }

    @Test
    void dotsTakeTheFewestLinesAndARepeatedLineTheMost() {
        Captures caught = captures(Expected.check("...\nport {p}\n...", "port 1\nport 2"));
        assertThat(caught.find("p").orElseThrow().value()).isEqualTo("1");
        assertThat(captures(Expected.check("{_:int} (*)\n{n:int} (?)", "1\n2")).find("n"))
                .isEmpty();
    }

    @Test
    void placeholdersInBranchesNotTakenCatchNothing() {
        Captures caught = captures(Expected.check("a{x}|b{y} (regex)", "bz"));
        assertThat(caught.find("x")).isEmpty();
        assertThat(caught.find("y")).contains(new Captures.Capture("z", 10));
    }

    @Test
    void failedStepsStillCatchWhatAgreed() {
        Check.Differs differs = (Check.Differs) Expected.check("port {port}\nready", "port 9\nbroken");
        assertThat(differs.captures().find("port")).isPresent();
    }

    @Test
    void namesWhatItCaptures() {
        assertThat(Expected.of("{a} {_} {b:int}\n(unordered\n{c}\n)\n{d} (equal)")
                        .captures())
                .containsExactly("a", "b", "c");
    }

    @Test
    void knowsItsSizeAndItsPatience() {
        Expectation expectation = Expected.of("(eventually 1.5s)\na\n(unordered\nb\nc\n)\n[1]");
        assertThat(expectation.eventually()).contains(Duration.ofMillis(1500));
        assertThat(expectation.lineCount()).isEqualTo(3);
        assertThat(Expected.of("a").eventually()).isEmpty();
    }

    private static Captures captures(Check check) {
        return ((Check.Holds) check).captures();
    }
}
