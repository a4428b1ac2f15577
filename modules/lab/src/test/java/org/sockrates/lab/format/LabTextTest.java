package org.sockrates.lab.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.lab.Seeds;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabVerdict;
import org.sockrates.lab.run.Runs;

final class LabTextTest {
    private final Samples samples = new Samples();
    private final LabText text = new LabText(UnaryOperator.identity());

    private List<String> failure(String lab, String... shown) {
        LabDocument document = samples.named("a.lab", lab);
        LabResult result = new Runs().on("x", 0, shown).run(document);
        return text.lines(document, result.steps().get(0));
    }

    @Test
    void theFingerStaysOnItsCharacterBehindOneThatIsEscaped() {
        LabText escaping = new LabText(line -> line.replace("\t", "\\t"));
        LabDocument document = samples.named("a.lab", "> x\na\tb\n");
        LabResult result = new Runs().on("x", 0, "a\tc").run(document);
        assertThat(escaping.lines(document, result.steps().get(0))).endsWith("      + a\\tc", " ".repeat(11) + "^");
    }

    @Test
    void passedStepsNeedNoWords() {
        assertThat(failure("> x\nok\n", "ok")).isEmpty();
    }

    @Test
    void longLinesStayWholeToBeCopiedAndTheFingerStaysOnItsCharacter() {
        String long1 = "0123456789".repeat(12);
        List<String> lines = failure("> x\n" + long1 + "A\n", long1 + "B");
        assertThat(lines)
                .containsExactly(
                        "  labs/a.lab:2: another line came",
                        "      > x",
                        "    2 - " + long1 + "A",
                        "      + " + long1 + "B",
                        "        " + " ".repeat(120) + "^");
        String early = "0123456789X" + long1;
        assertThat(failure("> x\n0123456789Y\n", early))
                .contains("        " + " ".repeat(10) + "^")
                .last()
                .isNotEqualTo("^");
    }

    @Test
    void endlessLinesAreCutAroundTheFinger() {
        String endless = "0123456789".repeat(10_000);
        List<String> lines = failure("> x\n" + endless.substring(0, 2000) + "X\n", endless);
        assertThat(lines).hasSizeLessThan(20);
        assertThat(lines)
                .endsWith(
                        "      + ..." + endless.substring(1900, 2300) + "... (97700 characters more)",
                        "        " + " ".repeat(103) + "^");
        assertThat(failure("> x\n", endless)).hasSizeLessThan(12);
        assertThat(failure("> x\n{p} x\n", endless + " y").get(0)).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void theFingerCountsEscapedCharacters() {
        LabText escaping = new LabText(line -> line.replace("\u001b", "\\x1b"));
        LabDocument document = samples.named("a.lab", "> x\n* (glob)\nab\n");
        LabResult result = new Runs().on("x", 0, "any", "a\u001bb").run(document);
        assertThat(escaping.lines(document, result.steps().get(0)))
                .containsSequence("    3 - ab", "      + a\\x1bb", "         ^");
    }

    @Test
    void onlyTheNeighbourhoodOfTheDifferenceIsShown() {
        String lines = IntStream.range(0, 60).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
        String[] came = lines.replace("line 30\n", "other\n").split("\n", -1);
        List<String> shown = failure("> x\n" + lines, came);
        assertThat(shown)
                .endsWith(
                        "        (27 as expected)",
                        "   29   line 27",
                        "   30   line 28",
                        "   31   line 29",
                        "   32 - line 30",
                        "      + other",
                        "   33   line 31",
                        "   34   line 32",
                        "   35   line 33",
                        "        (26 more)");
        String all = "a\n".repeat(60);
        assertThat(failure("> x\n" + all, "b\n".repeat(60).split("\n", -1))).hasSize(2 + 24 + 1);
    }

    @Test
    void repeatedTriesAreCounted() {
        List<String> lines = failure("> x\n(eventually 1s)\nup\n", "down");
        assertThat(lines).contains("      tried 6 times in 1.00 s; the last:");
        assertThat(failure("> x\n(eventually 200ms)\nup\n", "down")).anyMatch(line -> line.contains("tried 2 times"));
    }

    @Test
    void theReasonInOneLineNamesTheLineThatDiffers() {
        LabResult result = new Runs().on("x", 0, "one", "2").run(samples.named("a.lab", "> x\none\ntwo\n"));
        assertThat(text.why(result)).isEqualTo("line 3: another line came: 2 (expected: two)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9 bytes: a;z|9 bytes: a (expected: 6 bytes: a); and: z (expected: b)",
                "9 bytes: a;b;  z|9 bytes: a (expected: 6 bytes: a); and: z (expected: nothing)",
                "3 bytes: a|3 bytes: a (expected: 6 bytes: a); and: nothing (expected: b)",
                "9 bytes: a;b|9 bytes: a (expected: 6 bytes: a)",
                "9 bytes: z;z|9 bytes: z (expected: 6 bytes: a)",
            })
    void whereOnlyACountDiffersTheReasonNamesTheLineToBlame(String came, String told) {
        LabDocument lab = samples.named("a.lab", "> x\n6 bytes: a\n  b\n");
        String[] shown = came.replaceAll(";([a-z])", ";  $1").split(";", -1);
        assertThat(text.why(new Runs().on("x", 0, shown).run(lab))).isEqualTo("line 2: another line came: " + told);
        assertThat(text.why(new Runs().on("x", 4, shown).run(lab))).isEqualTo("line 2: another line came: " + told);
    }

    @Test
    void aLineThatCameElsewhereStandsForTheOneThatDidNotCome() {
        LabDocument lab = samples.named("a.lab", "> x\n6 bytes: a\n  b\n  c\n  b\nend\n");
        assertThat(text.why(new Runs()
                        .on("x", 0, "9 bytes: a", "  b", "  b", "  b", "end")
                        .run(lab)))
                .endsWith("9 bytes: a (expected: 6 bytes: a); and: b (expected: c)");
        assertThat(text.why(new Runs()
                        .on("x", 0, "9 bytes: a", "  z", "  b", "  c", "end")
                        .run(lab)))
                .endsWith("9 bytes: a (expected: 6 bytes: a); and: z (expected: b)");
    }

    @Test
    void whatFailedBeforeTheTimeWasOverIsNamedBesideIt() {
        String lab = "---\nlimit: 200ms\n---\n> x\none\n> x\n2\n> x\n";
        LabResult result = new Runs().on("x", 0, "2").run(samples.named("a.lab", lab));
        assertThat(text.why(result))
                .isEqualTo("line 5: another line came: 2 (expected: one); time limit of 200ms reached");
        assertThat(text.why(samples.late())).isEqualTo("time limit of 200ms reached");
        assertThat(text.lines(samples.late())).hasSize(2).noneMatch(line -> line.contains("skipped"));
        LabResult interrupted = new LabResult(
                result.lab(), LabVerdict.INTERRUPTED, "interrupted", result.steps(), result.took(), List.of());
        assertThat(text.why(interrupted)).isEqualTo("interrupted");
    }

    @Test
    void skippedStepsSayWhy() {
        LabDocument document = samples.named("a.lab", "> x\n{p}\n> y {p}\n");
        LabResult result = new Runs().on("x", 1).run(document);
        assertThat(text.lines(document, result.steps().get(1)))
                .containsExactly(
                        "  labs/a.lab:3: skipped: no value for {p}: no line above captured it", "      > y {p}");
        assertThat(text.lines(result)).hasSize(1 + 5 + 2);
    }

    @Test
    void aPatternWithoutAnEndIsToldInOneLine() {
        LabDocument lab = samples.named("a.lab", "> x\n" + "*a".repeat(24) + "*b (glob)\n");
        assertThat(text.why(new Runs().on("x", 0, "a".repeat(400)).run(lab)))
                .isEqualTo("line 1: inconclusive: the pattern does not come to an end");
    }

    @Test
    void theSummaryNamesThoseThatWereSkippedWhereSomeWere() {
        List<LabResult> all = samples.all();
        assertThat(text.summary(all)).isEqualTo("1 of 3 labs passed, 1 skipped, 3 of 19 points");
        assertThat(text.summary(all.subList(0, 2))).isEqualTo("1 of 2 labs passed, 3 of 18 points");
    }

    /** As a row of grades is empty there. */
    @Test
    void pointsThatSayNothingAreNotCounted() {
        LabResult result = samples.all().stream()
                .filter(some -> some.earned() > 0)
                .findFirst()
                .orElseThrow();
        LabResult unjudged = new LabResult(
                result.lab(), LabVerdict.NOT_STARTED, "refused", result.steps(), result.took(), List.of());
        assertThat(text.summary(List.of(unjudged)))
                .isEqualTo("0 of 1 labs passed, n/a of " + result.possible() + " points");
        assertThat(text.summary(List.of(unjudged, result)))
                .isEqualTo("0 of 2 labs passed, " + result.earned() + " of " + 2 * result.possible() + " points");
    }

    @Test
    void headlinesOfLongNamesKeepTheEnd() {
        LabDocument lab = samples.named("x".repeat(100) + ".lab", "> x\n");
        String line = text.lines(new Runs().on("x", 0).run(lab)).get(0);
        assertThat(line).hasSize(80).contains("...xxx").contains("xxx.lab  1 of 1 steps");
    }

    @Test
    void aNameIsNotCutWithinACharacterOfTwo() {
        for (String before : List.of("", "x")) {
            LabDocument lab = samples.named(before + "😀".repeat(100) + ".lab", "> x\n");
            String line = text.lines(new Runs().on("x", 0).run(lab)).get(0);
            assertThat(line).hasSize(80).contains("😀.lab");
            assertThat(line.codePoints()).noneMatch(point -> point >= 0xd800 && point <= 0xdfff);
        }
    }

    @Test
    void everyVerdictHasAWord() {
        assertThat(LabVerdict.values())
                .extracting(LabText::word)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.length() <= 12);
    }

    @Test
    void oneLineStaysOneLineWhateverCame() {
        Seeds.forEach(500, random -> {
            String nasty = Seeds.text(random, "a\u001b\u0007\u0085\u2028\u2029\ud83d\udc00\uffff\r\nä", 30);
            assertThat(text.escape(nasty)).doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\uffff]");
        });
    }

    @Test
    void aCommandIsFoldedBetweenWords() {
        String command =
                "rdt check MyGoBackN --like rdt-gbn --schedule \"window 5; client sends 6; upstream drop 1st\"";
        assertThat(failure("udp> " + command + "\nx\n"))
                .contains(
                        "      udp> rdt check MyGoBackN --like rdt-gbn --schedule \"window 5; client sends",
                        "      6; upstream drop 1st\"");
        assertThat(Folding.atBlanks("> ", "a  b   c  d e", 8)).containsExactly("> a  b  ", ">  c  d", "> e");
        assertThat(Folding.atBlanks("> ", "😀😀😀", 5)).containsExactly("> 😀", "> 😀", "> 😀");
    }

    @Test
    void aPlaceStaysWholeAndWhatIsSaidOfItHangs() {
        assertThat(Folding.finding("> ", "a.lab:3: one two three", 16))
                .containsExactly("> a.lab:3: one", ">   two three");
        assertThat(Folding.finding("> ", "a.lab:3: one two", 18)).containsExactly("> a.lab:3: one two");
        assertThat(Folding.finding("> ", "a/long/path.lab:3: one two", 14))
                .containsExactly("> a/long/path.lab:3:", ">   one two");
        assertThat(Folding.finding("> ", "a.lab:3: twelvetwelve one", 13))
                .containsExactly("> a.lab:3:", ">   twelvetwe", ">   lve one");
    }

    /** It was broken where the line ended, in the middle of a folder's name, and so was every word behind it. */
    @Test
    void aPathStaysWholeInALineOfItsOwn() {
        assertThat(Folding.sentence("> ", "can't open file '/home/alice/net/echo.py': no such file", 16))
                .containsExactly("> can't open", "> file", "> '/home/alice/net/echo.py':", "> no such file");
        assertThat(Folding.sentence("> ", "/home/alice/net/echo.py", 16)).containsExactly("> /home/alice/net/echo.py");
        assertThat(Folding.sentence("> ", "  /home/alice/net/echo.py x", 16))
                .containsExactly(">   /home/alice/net/echo.py", "> x");
        assertThat(Folding.sentence("> ", "twelvetwelvetwelve and one", 16))
                .containsExactly("> twelvetwelvetw", "> elve and one");
    }

    @Test
    void foldingASentenceLosesNoWord() {
        Seeds.forEach(500, random -> {
            String line = Seeds.text(random, "ab/ 😀", 50).replaceAll("[\ud800-\udfff]", "😀");
            List<String> folded = Folding.sentence("> ", line, 10);
            assertThat(folded.stream()
                            .map(part -> part.substring(Math.min(2, part.length())))
                            .collect(Collectors.joining())
                            .replace(" ", ""))
                    .isEqualTo(line.replace(" ", ""));
        });
    }

    @Test
    void whatAStepWouldHaveEarnedIsTold() {
        assertThat(failure("# points: 1\n> x\n1\n", "2").get(0))
                .isEqualTo("  labs/a.lab:3: another line came (1 point)");
        LabDocument unbound = samples.named("a.lab", "> x\n{p}\n# points: 2\n> y {p}\n");
        LabResult result = new Runs().on("x", 1).run(unbound);
        assertThat(text.lines(unbound, result.steps().get(1)).stream()
                        .map(String::strip)
                        .collect(Collectors.joining(" ")))
                .contains("captured it (2 points)");
    }
}
