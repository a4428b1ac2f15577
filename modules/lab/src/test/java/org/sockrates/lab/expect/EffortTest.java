package org.sockrates.lab.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Comparisons that would never end are given up, the same way on every machine. */
@Timeout(60)
final class EffortTest {
    @Test
    void regexThatNeverEndsIsUndecided() {
        Check check = Expected.check("(x+)*(x+)*\\1y (regex)", "x".repeat(200));
        assertThat(check).isEqualTo(new Check.Undecided("the pattern does not come to an end"));
    }

    @Test
    void globThatNeverEndsIsUndecided() {
        Check check = Expected.check("*a".repeat(30) + "b (glob)", "a".repeat(500));
        assertThat(check).isInstanceOf(Check.Undecided.class);
    }

    @Test
    void regexThatGoesTooDeepIsUndecided() {
        Check check = Expected.check("(a|b)*c (regex)", "ab".repeat(50_000));
        assertThat(check).isInstanceOf(Check.Undecided.class);
    }

    @Test
    void tooManyWaysAreUndecided() {
        String bag = "(unordered\n" + "{a} (?)\n{_} (?)\n".repeat(20) + "never\n)";
        Check check = Expected.check(bag, "x\ny\nz\n".repeat(10) + "end");
        assertThat(check).isEqualTo(new Check.Undecided("too many ways to match these lines"));
    }

    @Test
    void manyLinesAreNoProblem() {
        List<String> shown = Collections.nCopies(10_000, "line");
        assertThat(Expected.of("...\nend").check(shown, 0, Captures.NONE)).isInstanceOf(Check.Differs.class);
        assertThat(Expected.of("line (+)").check(shown, 0, Captures.NONE)).isInstanceOf(Check.Holds.class);
        assertThat(Expected.of("...").check(shown, 0, Captures.NONE)).isInstanceOf(Check.Holds.class);
    }

    @Test
    void longLinesThatDifferAreExplainedQuickly() {
        String line = "{x} ".repeat(500) + "end";
        Difference difference = Expected.difference(line, "a ".repeat(500) + "END");
        assertThat(difference.pointer()).isPresent();
    }

    @Test
    void countedTextIsText() {
        CharSequence counted = new Effort().counted("hello");
        assertThat(counted.subSequence(1, 3).toString()).isEqualTo("el");
        assertThat(counted.toString()).isEqualTo("hello");
    }
}
