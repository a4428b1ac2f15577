package org.sockrates.shell.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.testkit.Property;

class LexerTest {
    private static List<String> words(String line) {
        return Lexer.read(line).words().stream().map(Word::text).toList();
    }

    @Test
    void splitsAtBlanksAndTabs() {
        assertThat(words("  bind\tdoor  localhost 12345 ")).containsExactly("bind", "door", "localhost", "12345");
    }

    @Test
    void keepsBlanksInQuotes() {
        assertThat(words("send . \"a  b\" 'c \\n d'")).containsExactly("send", ".", "a  b", "c \\n d");
    }

    @Test
    void readsEscapesInsideAndOutsideOfDoubleQuotes() {
        assertThat(words("\"\\r\\n\\t\\0\\x41\\\"\\\\\" a\\ b")).containsExactly("\r\n\t\0A\"\\", "a b");
    }

    @Test
    void takesAnApostropheInsideAWordAsText() {
        assertThat(words("send it's 5\"")).containsExactly("send", "it's", "5\"");
        assertThat(words("send a=\"b c\"")).containsExactly("send", "a=\"b", "c\"");
        assertThat(words("--reply=a=\"b\"")).containsExactly("--reply=a=\"b\"");
        assertThat(words("\\x66ile:\"b\"")).containsExactly("file:\"b\"");
    }

    @Test
    void dropsCommentsButKeepsFillerBytes() {
        assertThat(words("bind 5000 # the door")).containsExactly("bind", "5000");
        assertThat(words("send . #1000")).containsExactly("send", ".", "#1000");
        assertThat(words("send . #1098 #why")).containsExactly("send", ".", "#1098");
        assertThat(words("#1000")).isEmpty();
        assertThat(words("send a#b")).containsExactly("send", "a#b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#10x",
                "#1k | x",
                "#1000b",
                "#10,000",
                "#3x &",
                "#1e6",
                "#10KiB",
                "#0x10",
                "#-1",
                "#+5",
                "#10k #comment",
                "#1000B # filler",
                "#10MB please",
                "#10x \"b\"",
                "#2n",
                "#10ths"
            })
    void refusesAFillerCountWithASlipInsteadOfTakingItForAComment(String slip) {
        assertThatThrownBy(() -> Lexer.read("send u " + slip))
                .isInstanceOf(UsageException.class)
                .hasMessage("line: column 8: no count behind # (expected: #1000, or text in quotes)");
        assertThat(words(slip)).isEmpty();
    }

    @Test
    void losesNoOptionInAComment() {
        assertThatThrownBy(() -> Lexer.read("client 7 #world --timeout 1s"))
                .isInstanceOf(UsageException.class)
                .hasMessage("line: column 10: a comment, and an option in it"
                        + " (expected: text in quotes, or the option before #)");
        for (String comment : List.of("# --urgent", "#--urgent", "# --urgent now")) {
            assertThatThrownBy(() -> Lexer.read("send s " + comment)).hasMessageContaining("an option in it");
        }
        assertThat(words("client 7 hi # see --timeout, and 10 more")).containsExactly("client", "7", "hi");
        for (String comment : List.of("# 3", "# 12 bytes", "#2nd", "#2nd try", "#21st, at last", "#1: see it", "#-")) {
            assertThat(words("recv bob 5 " + comment)).containsExactly("recv", "bob", "5");
        }
    }

    @Test
    void takesOnlyTheLastAmpersandForTheBackground() {
        assertThat(Lexer.read("accept &").background()).isTrue();
        assertThat(Lexer.read("accept&  ").background()).isTrue();
        assertThat(words("accept&")).containsExactly("accept");
        assertThat(Lexer.read("send . #5&").background()).isTrue();
        assertThat(words("send . #5&")).containsExactly("send", ".", "#5");
        assertThat(Lexer.read("send a&b").background()).isFalse();
        assertThat(Lexer.read("send \"&\"").background()).isFalse();
        assertThat(Lexer.read("send \"a\"&").background()).isTrue();
    }

    @Test
    void quotedWordsAreNeitherOptionsNorForms() {
        assertThat(Lexer.read("\"--as\"").words().get(0).option()).isFalse();
        assertThat(Lexer.read("--as").words().get(0).option()).isTrue();
        assertThat(Lexer.read("-").words().get(0).option()).isFalse();
        assertThat(Lexer.read("'#5'").words().get(0).literal()).isTrue();
        assertThat(Lexer.read("--reply=\"a b\"").words().get(0).after(8).literal())
                .isTrue();
        assertThat(Lexer.read("--reply=file:'a b'").words().get(0).after(8).text())
                .isEqualTo("file:a b");
        assertThat(Lexer.read("file:'a b'").words().get(0).literal()).isFalse();
        assertThat(Lexer.read("\\x66ile:a").words().get(0).literal()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "send \"abc      | line: column 6: an open quote (expected: a closing \")",
                "send 'abc       | line: column 6: an open quote (expected: a closing ')",
                "send \"a\"b     | line: column 9: text right behind a closing quote (expected: a blank between them)",
                "send(3, \"a\")  | line: column 12: text right behind a closing quote (expected: blanks between the words,"
                        + " no brackets)",
                "send \\xZZ      | line: column 6: \\x without two hexadecimal digits (expected: \\x00 to \\xff)",
                "send \\x4٤      | line: column 6: \\x without two hexadecimal digits (expected: \\x00 to \\xff)",
                "send \\x٤4      | line: column 6: \\x without two hexadecimal digits (expected: \\x00 to \\xff)",
                "send \\x4       | line: column 6: \\x without two hexadecimal digits (expected: \\x00 to \\xff)",
                "send \\q        | line: column 6: an escape nobody knows (expected: \\r \\n \\t \\0 \\xNN, or \\\\ for a backslash)",
                "send a\\        | line: column 7: an escape nobody knows (expected: \\r \\n \\t \\0 \\xNN, or \\\\ for a backslash)",
            })
    void saysWhereALineCannotBeMeant(String line, String message) {
        assertThatThrownBy(() -> Lexer.read(line))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "a\u001b[2J", "a\ud800", "\udc80", "\udc00x", "a\ufffd", "a\u007f"})
    void refusesWhatIsNoText(String line) {
        assertThatThrownBy(() -> Lexer.read(line))
                .isInstanceOf(UsageException.class)
                .hasMessageMatching("line: column \\d+: [ -~]+");
    }

    @Test
    void takesSurrogatePairs() {
        assertThat(words("send \ud83d\ude00")).containsExactly("send", "\ud83d\ude00");
    }

    @Test
    void refusesALineOfAMebibyte() {
        assertThatThrownBy(() -> Lexer.read("a".repeat(1 << 20)))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("line: more than 65536 characters (expected: at most 65536; ");
    }

    @Test
    void doesNotExpandHistory() {
        String line = "a" + "!#".repeat(40);
        assertThat(words(line)).containsExactly(line);
    }

    @Test
    void keepsTheUnfinishedWordOfALineBeingTyped() {
        Scan scan = Lexer.scan("send \"hel lo");
        assertThat(scan.trouble()).isNotNull();
        assertThat(scan.words()).extracting(Word::text).containsExactly("send", "hel lo");
        assertThat(scan.words().get(1).start()).isEqualTo(5);
    }

    @Test
    void neverThrowsAnythingButUsage() {
        List<String> letters = List.of(
                "a", "b", " ", "\t", "\"", "'", "\\", "x", "0", "#", "&", "=", "-", "!", "$", "*", "\0", "\n", "\u00e9",
                "\ud83d", "\ude00", "\udc80", "\ufffd", "--as=", "hex:", "file:", "\\x4", "\\xZZ");
        Property.forAll(4_000, draw -> {
            StringBuilder line = new StringBuilder();
            for (int i = draw.between(0, 24); i > 0; i--) {
                line.append(draw.oneOf(letters));
            }
            holds(line.toString());
        });
        Property.forAll(1_000, draw -> holds(draw.text(40)));
    }

    private static void holds(String line) {
        Scan scan = Lexer.scan(line);
        int behind = 0;
        for (Word word : scan.words()) {
            assertThat(word.start()).as(line).isGreaterThanOrEqualTo(behind);
            assertThat(word.end()).as(line).isBetween(word.start(), line.length());
            assertThat(Word.unguarded(word.guarded()).marked()).isEqualTo(word.marked());
            behind = word.end();
        }
        assertThat(scan.commentStart()).isBetween(0, line.length());
        if (scan.trouble() == null) {
            assertThat(Lexer.read(line)).isEqualTo(scan);
        } else {
            assertThatThrownBy(() -> Lexer.read(line))
                    .isInstanceOf(UsageException.class)
                    .hasMessageMatching("line: column [0-9]+: \\P{Cntrl}+ \\(expected: \\P{Cntrl}+\\)");
        }
    }

    @Test
    void keepsWhatWasReadOfALineThatCannotBeMeant() {
        assertThat(Lexer.scan("bind a\u0000b").words()).isEmpty();
        assertThat(Lexer.scan("send a \\q b").words()).extracting(Word::text).containsExactly("send", "a", "");
        assertThat(Lexer.scan("a".repeat(Lexer.MOST_CHARACTERS + 1)).trouble()).isNotNull();
        assertThat(Lexer.scan("a".repeat(Lexer.MOST_CHARACTERS)).trouble()).isNull();
    }
}
