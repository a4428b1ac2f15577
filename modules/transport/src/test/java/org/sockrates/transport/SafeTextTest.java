package org.sockrates.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    private static String quote(String bytes, int mostBytes) {
        return SafeText.quote(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)), mostBytes);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        IntStream.range(0, values.length).forEach(i -> bytes[i] = (byte) values[i]);
        return bytes;
    }

    @Test
    void bytesLookAsInC() {
        assertThat(quote("hello, you~", 32)).isEqualTo("\"hello, you~\"");
        assertThat(quote("\n\r\t\0\"\\", 32)).isEqualTo("\"\\n\\r\\t\\0\\\"\\\\\"");
        assertThat(quote("\u001b[2J\u007f\u0080\u00ff", 32)).isEqualTo("\"\\x1b[2J\\x7f\\x80\\xff\"");
        assertThat(quote("", 32)).isEqualTo("\"\"");
    }

    @Test
    void bytesAreCutWhereAsked() {
        assertThat(quote("hello", 5)).isEqualTo("\"hello\"");
        assertThat(quote("hello", 4)).isEqualTo("\"hell\"...");
        assertThat(quote("hello", 0)).isEqualTo("\"\"...");
    }

    @Test
    void quotingMovesNoBuffer() {
        ByteBuffer bytes = ByteBuffer.wrap("say hello".getBytes(UTF_8)).position(4);
        assertThat(SafeText.quote(bytes, 32)).isEqualTo("\"hello\"");
        assertThat(bytes.position()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "山田\u3000太郎",
                "",
                "hello, world",
                "a\"b\\c",
                "Grüße",
                "日本語",
                "привет",
                "🎉",
                "שלום",
                "e\u0301",
                "e\u0301\u0302"
            })
    void whatIsPlainlyVisibleStays(String text) {
        assertThat(SafeText.escape(text)).isEqualTo(text);
        assertThat(SafeText.escape(text.getBytes(UTF_8))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "001b, \\x1b",
        "0007, \\x07",
        "000a, \\n",
        "000d, \\r",
        "0009, \\t",
        "0000, \\0",
        "0008, \\x08",
        "007f, \\x7f",
        "0080, \\u0080",
        "0085, \\u0085",
        "009b, \\u009b",
        "00ad, \\u00ad",
        "00a0, \\u00a0",
        "2003, \\u2003",
        "202f, \\u202f",
        "200b, \\u200b",
        "200d, \\u200d",
        "202e, \\u202e",
        "2066, \\u2066",
        "2028, \\u2028",
        "2029, \\u2029",
        "feff, \\ufeff",
        "115f, \\u115f",
        "3164, \\u3164",
        "2800, \\u2800",
        "d800, \\ud800",
        "dc7f, \\udc7f",
        "dc80, \\x80",
        "dca0, \\xa0",
        "dcff, \\xff",
        "dd00, \\udd00",
        "dfff, \\udfff",
        "e000, \\ue000",
        "ffff, \\uffff",
        "e0041, \\U000e0041",
        "10ffff, \\U0010ffff",
    })
    void whatCouldDoHarmIsWrittenOut(String hex, String shown) {
        String point = Character.toString(Integer.parseInt(hex, 16));
        assertThat(SafeText.escape("<" + point.repeat(2) + ">")).isEqualTo("<" + shown.repeat(2) + ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J",
                "\u001b]0;title\u0007",
                "\u001b]52;c;Y2xpcA==\u0007",
                "\u009b31m",
                "\rover\nthe\u0085line"
            })
    void terminalSequencesLoseTheirPower(String text) {
        assertThat(SafeText.escape(text)).matches("[\\x20-\\x7e]*").contains("\\");
        assertThat(SafeText.escape(text.getBytes(ISO_8859_1))).matches("[\\x20-\\x7e]*");
        assertThat(SafeText.quote(text)).matches("\"[\\x20-\\x7e]*\"");
    }

    @Test
    void twoMarksMayStandOnALetterAndNoMore() {
        assertThat(SafeText.escape("e" + "\u0301".repeat(4))).isEqualTo("e\u0301\u0301\\u0301\\u0301");
        assertThat(SafeText.escape("e" + "\u0301".repeat(10_000)).replace("\\u0301", ""))
                .isEqualTo("e\u0301\u0301");
        assertThat(SafeText.escape("e" + "\u20dd".repeat(3))).isEqualTo("e\u20dd\u20dd\\u20dd");
        assertThat(SafeText.escape("\u0301")).isEqualTo("\\u0301");
        assertThat(SafeText.escape("\n\u0301")).isEqualTo("\\n\\u0301");
        assertThat(SafeText.escape("क\u093e\u0301\u0301")).isEqualTo("क\u093e\u0301\\u0301");
    }

    /** They are marks by their kind, and may stand behind any letter. */
    @ParameterizedTest
    @ValueSource(ints = {0x034f, 0x17b4, 0x180b, 0x180d, 0x180f, 0xfe00, 0xfe0f, 0xe0100, 0xe01ef})
    void noMarkMayStandOnALetterThatIsNotSeen(int mark) {
        String shown = mark < 0x10000 ? String.format("\\u%04x", mark) : String.format("\\U%08x", mark);
        assertThat(SafeText.escape("e" + Character.toString(mark) + "\u0301")).isEqualTo("e" + shown + "\\u0301");
    }

    @Test
    void bytesThatAreNoTextAreShownOneByOne() {
        assertThat(SafeText.escape(bytes('a', 0xff, 'b'))).isEqualTo("a\\xffb");
        assertThat(SafeText.escape(bytes(0xc3))).isEqualTo("\\xc3");
        assertThat(SafeText.escape(bytes(0xe2, 0x82))).isEqualTo("\\xe2\\x82");
        assertThat(SafeText.escape(bytes(0xa0, 0xc2, 0xa0))).isEqualTo("\\xa0\\u00a0");
        assertThat(SafeText.escape(bytes(0xc0, 0x80))).isEqualTo("\\xc0\\x80");
        assertThat(SafeText.escape(bytes(0xed, 0xa0, 0x80))).isEqualTo("\\xed\\xa0\\x80");
        assertThat(SafeText.escape(bytes(0xf0, 0x9f, 0x8e, 0x89, 0xf0, 0x9f))).isEqualTo("🎉\\xf0\\x9f");
        assertThat(SafeText.escape(bytes(0xff, 0xc3, 0xbc, 0xff, 'n'))).isEqualTo("\\xffü\\xffn");
        assertThat(SafeText.escape(new byte[0])).isEmpty();
    }

    @Test
    void quotedTextCanBeToldFromItsQuotes() {
        assertThat(SafeText.quote("a\"b\\c\n")).isEqualTo("\"a\\\"b\\\\c\\n\"");
        assertThat(SafeText.quote("\\n")).isEqualTo("\"\\\\n\"");
    }

    @Test
    void whateverTheBytesOneLineStaysOneLineAndNothingCommandsATerminal() {
        SplitMix64 random = new SplitMix64(20261126);
        for (int run = 0; run < 2000; run++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextLong();
            }
            String shown = SafeText.escape(bytes)
                    + SafeText.escape(new String(bytes, UTF_8))
                    + SafeText.quote(ByteBuffer.wrap(bytes), 40);
            assertThat(shown.codePoints().allMatch(SafeTextTest::isHarmless))
                    .as(shown)
                    .isTrue();
        }
    }

    private static boolean isHarmless(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
