package org.sockrates.shell.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.testkit.Property;

class PayloadTest {
    private static final PayloadFiles FILES = new PayloadFiles() {
        @Override
        public byte[] read(String path) {
            return ("content of " + path).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isThere(String path) {
            return !path.startsWith("no ");
        }
    };

    private static byte[] bytes(String line) throws IOException {
        return Payload.read(Lexer.read(line).words(), FILES);
    }

    @Test
    void textIsUtf8() throws IOException {
        assertThat(bytes("h\u00e9\ud83d\ude00")).isEqualTo("h\u00e9\ud83d\ude00".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNoTextStayBytes() throws IOException {
        assertThat(bytes("\"a\\xff\\x80\\x00b\"")).containsExactly('a', 0xff, 0x80, 0, 'b');
    }

    @Test
    void severalWordsAreJoinedByABlank() throws IOException {
        assertThat(bytes("hello \"wide  world\"")).isEqualTo("hello wide  world".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void hexMayHaveBlanks() throws IOException {
        assertThat(bytes("hex:48 65 6c")).containsExactly('H', 'e', 'l');
        assertThat(bytes("hex:")).isEmpty();
    }

    @Test
    void fillerCanBeCountedByEye() throws IOException {
        byte[] filler = Payload.read(List.of(Word.plain("#28")), FILES);
        assertThat(filler).hasSize(28).asString(StandardCharsets.US_ASCII).endsWith("xyzab");
    }

    @Test
    void filesAreRead() throws IOException {
        assertThat(bytes("file:x.txt")).asString(StandardCharsets.UTF_8).isEqualTo("content of x.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:\"my x.txt\"", "file:'my x.txt'", "file:my\\ x.txt"})
    void filesWithBlanksInTheirNamesAreRead(String line) throws IOException {
        assertThat(bytes(line)).asString(StandardCharsets.UTF_8).isEqualTo("content of my x.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:my x.txt", "\"file:my x.txt\"", "'file:my x.txt'"})
    void theNameOfAFileIsNotSentForTheFile(String line) throws IOException {
        assertThatThrownBy(() -> bytes(line))
                .isInstanceOf(UsageException.class)
                .hasMessage("payload: so typed it is text, and there is such a file: \"file:my x.txt\" (expected: "
                        + "file:\"my x.txt\" to send the file; to send that text:  \\x66ile:my x.txt)");
        assertThat(bytes("\\x66ile:my x.txt")).asString(StandardCharsets.UTF_8).isEqualTo("file:my x.txt");
    }

    @Test
    void quotedFormsAreText() throws IOException {
        assertThat(bytes("\"#5\"")).asString(StandardCharsets.UTF_8).isEqualTo("#5");
        assertThat(bytes("'hex:41'")).asString(StandardCharsets.UTF_8).isEqualTo("hex:41");
        assertThat(bytes("\\x68ex:48 65")).asString(StandardCharsets.UTF_8).isEqualTo("hex:48 65");
        assertThat(bytes("\"\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"hex:00 05\"",
                "'hex: 00 05 '",
                "'hex: dead beef'",
                "\"\\x01\\0\" #256",
                "x #256 'y'",
                "'a' hex:41",
                "'a' file:x"
            })
    void bytesThatWouldSilentlyBeTextAreRefused(String line) {
        assertThatThrownBy(() -> bytes(line)).isInstanceOf(UsageException.class).hasMessageContaining("it is text");
    }

    @Test
    void howToSendItAllTheSameIsToldInOneLine() {
        assertThatThrownBy(() -> bytes("\"hex:48\\r\\n65\""))
                .hasMessageContaining(
                        "(expected: hex:48\\r\\n65 without them; to send that text, without them too:  \\x68ex:48");
        assertThatThrownBy(() -> bytes("'hex:" + "48 ".repeat(20_000) + "'"))
                .hasMessageContaining("(expected: hex:… without them; ");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"hex:00\" 05', hex:00 05",
        "'\"hex:\" is a form', hex: is a form",
        "'\"room\" \"#256\"', room #256",
        "'''hex: is a form''', hex: is a form",
        "room #5, room #5"
    })
    void whatMayBeMeantAsTextIsText(String line, String text) throws IOException {
        assertThat(bytes(line)).asString(StandardCharsets.UTF_8).isEqualTo(text);
    }

    @Test
    void argumentsOfTheProcessKnowEscapesToo() throws IOException {
        assertThat(Payload.read(List.of(Word.plain("a\\r\\n ")), FILES)).containsExactly('a', '\r', '\n', ' ');
    }

    @Test
    void quotedWordsAmongOthersStayWhatTheyAre() throws IOException {
        assertThat(bytes("a \"\\n\" '\\n'")).asString(StandardCharsets.UTF_8).isEqualTo("a \n \\n");
        assertThat(Payload.read(List.of(Word.plain("#5"), Word.plain("#6")), FILES))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("#5 #6");
        assertThat(bytes("file:no y")).asString(StandardCharsets.UTF_8).isEqualTo("file:no y");
        assertThat(bytes("'file:no y'")).asString(StandardCharsets.UTF_8).isEqualTo("file:no y");
        assertThat(Payload.read(List.of(Word.plain("#")), FILES)).containsExactly('#');
    }

    @Test
    void everyByteCanBeWritten() {
        Property.forAll(500, draw -> {
            byte[] wanted = draw.bytes(draw.between(0, 40));
            StringBuilder line = new StringBuilder("\"");
            for (byte each : wanted) {
                line.append(String.format("\\x%02x", each & 0xff));
            }
            assertThat(bytes(line.append('"').toString())).isEqualTo(wanted);
            assertThat(bytes("hex:" + HexFormat.ofDelimiter(" ").formatHex(wanted)))
                    .isEqualTo(wanted);
        });
    }

    @Test
    void everyTextIsItsUtf8() {
        Property.forAll(2_000, draw -> {
            String text = draw.text(20);
            try {
                byte[] read = bytes("'" + text + "'");
                assertThat(read).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            } catch (UsageException refused) {
                assertThat(text).matches("(?s).*[\\p{Cntrl}'\\ud800-\\udfff\\ufffd].*");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"hex:4", "hex:zz", "hex:48 6", "#x", "#-1", "#99999999999"})
    void refusesWhatIsNoPayload(String line) {
        assertThatThrownBy(() -> Payload.read(List.of(Word.plain(line)), FILES)).isInstanceOf(UsageException.class);
    }
}
