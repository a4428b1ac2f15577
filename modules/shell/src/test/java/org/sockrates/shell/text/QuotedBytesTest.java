package org.sockrates.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedBytesTest {
    private static List<String> lines(String text) {
        return QuotedBytes.lines("5 bytes: ", text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aShortTextIsOneLine() {
        assertThat(lines("hi\r\n")).containsExactly("5 bytes: \"hi\\r\\n\"");
        assertThat(lines("")).containsExactly("5 bytes: \"\"");
    }

    @Test
    void everyLineThatCameHasALineOfItsOwn() {
        assertThat(lines("a\n\nb")).containsExactly("5 bytes: \"a\\n\"", "         \"\\n\"", "         \"b\"");
    }

    @Test
    void aLongLineGoesOnAndNoEscapeIsDivided() {
        List<String> lines = lines("\u0001".repeat(40));
        assertThat(lines).hasSize(3).allMatch(line -> line.length() <= Fold.WIDTH);
        assertThat(lines).allMatch(line -> line.substring(9).matches("\"(\\\\x01)+\""));
    }

    @Test
    void oneSeesThatThereIsMore() {
        assertThat(lines("x\n".repeat(30))).hasSize(20).last().isEqualTo("         \"x\\n\"...");
        assertThat(lines("x".repeat(5_000)).get(18)).endsWith("\"...");
    }
}
