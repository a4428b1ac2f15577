package org.sockrates.lab.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.lab.Seeds;

/** Whatever the bytes: a document, or problems that each have a place in the file, and no exception. */
@Timeout(60)
final class LabReaderPropertiesTest {
    private static final List<String> PARTS = List.of(
            "---\n",
            "tcp> socket\n",
            "> a {p}\n",
            "{p}\n",
            "{n:1..5} (+)\n",
            "(unordered\n",
            ")\n",
            "[1]\n",
            "...\n",
            "# hint: x\n",
            "# predict: q\n",
            "# [ ] a\n",
            "# [x] b\n",
            "# points: 3\n",
            "\n",
            "title: x\n",
            "seed: 1\n",
            "requires: [a, b]\n",
            "predict: {question: q}\n",
            "```sockrates\n",
            "```\n",
            "- ",
            "> ",
            "(eventually 2s)\n",
            "a* (glob)\n",
            "[a (regex)\n",
            "\\x41 (escaped)\n",
            "\t",
            "&a ",
            "*a ",
            "[[",
            "{",
            "\"",
            "'",
            ": ",
            "\r\n",
            "ü");

    @Test
    void anyTextIsADocumentOrHasProblems() {
        Labs labs = new Labs();
        Seeds.forEach(1500, random -> check(labs, random, text(random).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anyBytesAreADocumentOrHaveProblems() {
        Labs labs = new Labs();
        Seeds.forEach(1500, random -> {
            byte[] bytes = text(random).getBytes(StandardCharsets.UTF_8);
            for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            check(labs, random, bytes);
        });
    }

    private static void check(Labs labs, Random random, byte[] bytes) {
        LabReader.Reading reading = labs.read(random.nextBoolean() ? "a.lab" : "a.md", bytes);
        assertThat(reading.documents()).hasSize(reading.problems().isEmpty() ? 1 : 0);
        int lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1).length;
        assertThat(reading.problems()).allSatisfy(problem -> {
            assertThat(problem.complaint().line()).isBetween(1, lines);
            assertThat(problem.complaint().column()).isPositive();
            assertThat(problem.text(text -> text)).doesNotContain("null");
        });
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(25); left > 0; left--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }
}
