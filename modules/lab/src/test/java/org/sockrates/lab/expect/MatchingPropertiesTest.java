package org.sockrates.lab.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sockrates.lab.Seeds;
import org.sockrates.lab.expect.Difference.Mark;

final class MatchingPropertiesTest {
    private static final String NASTY = "ab {}[]()<>*?+\\#|^$:.-_0±\"'xu\tä😀";

    @Test
    void whateverCameCanBeExpected() {
        Seeds.forEach(2000, random -> {
            List<String> came = lines(random, () -> nastyLine(random));
            String lab = Lines.trimmed(came).stream().map(Lines::asExpected).collect(Collectors.joining("\n"));
            assertThat(Expected.of(lab).check(came, 0, Captures.NONE)).isInstanceOf(Check.Holds.class);
        });
    }

    @Test
    void linesAreMatchedAsARegularExpressionWouldMatchLetters() {
        Seeds.forEach(3000, random -> {
            StringBuilder lab = new StringBuilder();
            StringBuilder regex = new StringBuilder();
            for (int left = random.nextInt(6); left > 0; left--) {
                String letter = Character.toString("abc".charAt(random.nextInt(3)));
                String sign = List.of("", "?", "*", "+").get(random.nextInt(4));
                boolean dots = random.nextInt(5) == 0;
                lab.append(dots ? "..." : letter + (sign.isEmpty() ? "" : " (" + sign + ")"))
                        .append('\n');
                regex.append(dots ? ".*" : letter + sign);
            }
            String came = Seeds.text(random, "abc", 6);
            List<String> lines = came.chars().mapToObj(Character::toString).toList();
            Check check = Expected.of(lab.toString().strip()).check(lines, 0, Captures.NONE);
            assertThat(check instanceof Check.Holds)
                    .as("%s against %s", regex, came)
                    .isEqualTo(Pattern.matches(regex.toString(), came));
        });
    }

    @Test
    void bagsHoldInEveryOrderAndMissNothing() {
        Seeds.forEach(1000, random -> {
            List<String> came = lines(random, () -> "line " + random.nextInt(5));
            List<String> shuffled = new ArrayList<>(came);
            Collections.shuffle(shuffled, random);
            String bag = "(unordered\n" + came.stream().map(line -> line + "\n").collect(Collectors.joining()) + ")";
            assertThat(Expected.of(bag).check(shuffled, 0, Captures.NONE)).isInstanceOf(Check.Holds.class);
            if (!shuffled.isEmpty()) {
                shuffled.remove(0);
                assertThat(Expected.of(bag).check(shuffled, 0, Captures.NONE)).isInstanceOf(Check.Differs.class);
            }
        });
    }

    @Test
    void differencesShowEveryLineThatCameAndEveryLineThatDidNot() {
        Seeds.forEach(2000, random -> {
            List<String> expected = lines(random, () -> Character.toString('a' + random.nextInt(4)));
            List<String> came = lines(random, () -> Character.toString('a' + random.nextInt(4)));
            if (Expected.of(String.join("\n", expected)).check(came, 0, Captures.NONE)
                    instanceof Check.Differs differs) {
                List<Difference.Row> rows = differs.difference().rows();
                assertThat(texts(rows, Mark.EXTRA)).isEqualTo(came);
                assertThat(texts(rows, Mark.MISSING)).isEqualTo(expected);
                assertThat(rows.get(differs.difference().first()).mark()).isNotEqualTo(Mark.SAME);
            } else {
                assertThat(expected).isEqualTo(came);
            }
        });
    }

    @Test
    void anyTextIsReadWithoutHarm() {
        Seeds.forEach(3000, random -> {
            List<Complaint> complaints = new ArrayList<>();
            ExpectationParser parser = new ExpectationParser(complaints::add);
            lines(random, () -> nastyLine(random))
                    .forEach(line -> parser.add(new ScriptLine(complaints.size() + 1, 1, line)));
            Expectation expectation = parser.end();
            if (complaints.isEmpty()) {
                List<String> came = lines(random, () -> nastyLine(random));
                assertThat(expectation.check(came, random.nextInt(2), Captures.NONE))
                        .isNotNull();
            }
        });
    }

    private static List<String> texts(List<Difference.Row> rows, Mark mark) {
        return rows.stream()
                .filter(row -> row.mark() == mark || row.mark() == Mark.SAME)
                .map(Difference.Row::text)
                .toList();
    }

    private static List<String> lines(Random random, java.util.function.Supplier<String> line) {
        List<String> lines = new ArrayList<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            lines.add(line.get());
        }
        return lines;
    }

    private static String nastyLine(Random random) {
        String text = random.nextInt(8) == 0
                ? List.of("...", "[3]", "(unordered", ")", "(eventually 2s)", "tcp> x", "> y", "")
                        .get(random.nextInt(8))
                : Seeds.text(random, NASTY, 12).replaceAll("[\ud800-\udfff]", "é");
        String ending = List.of(
                        "", "", " (glob)", " (regex)", " (escaped)", " (words)", " (?)", " (regex*)", "{p}", "{n:int}")
                .get(random.nextInt(10));
        return text + ending;
    }
}
