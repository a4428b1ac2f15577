package org.sockrates.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.testkit.Property;

/** Whatever comes from outside, what is shown of it is one line that does nothing to a terminal. */
class SafeTextPropertyTest {
    private static final int MOST_MARKS = 2;

    @Test
    void everyCodePointThereIsIsShownHarmlessly() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            assertHarmless(SafeText.escape("a" + Character.toString(point) + "b"));
        }
    }

    @Test
    void anyTextIsShownHarmlessly() {
        Property.forAll(5_000, draw -> {
            String text = draw.text(40);
            assertHarmless(SafeText.escape(text));
            assertHarmless(SafeText.quote(text));
            assertThat(SafeText.quote(text)).startsWith("\"").endsWith("\"");
        });
    }

    @Test
    void anyBytesAreShownHarmlessly() {
        Property.forAll(5_000, draw -> {
            byte[] bytes = draw.chance(0.5)
                    ? draw.bytes(draw.between(0, 60))
                    : draw.text(30).getBytes(StandardCharsets.UTF_8);
            assertHarmless(SafeText.escape(bytes));
        });
    }

    @Test
    void visibleTextStaysAsItIs() {
        Property.forAll(1_000, draw -> {
            StringBuilder visible = new StringBuilder();
            for (int i = draw.between(0, 40); i > 0; i--) {
                visible.append((char) draw.between(0x20, 0x7e));
            }
            assertThat(SafeText.escape(visible.toString())).isEqualTo(visible.toString());
        });
    }

    @Test
    void tenThousandMarksDoNotPileUp() {
        assertHarmless(SafeText.escape("e" + "\u0301".repeat(10_000)));
    }

    private static void assertHarmless(String shown) {
        int marks = 0;
        for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
            int point = shown.codePointAt(i);
            int type = Character.getType(point);
            boolean harmful = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.PRIVATE_USE
                    || type == Character.UNASSIGNED
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            marks = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK ? marks + 1 : 0;
            if (harmful || marks > MOST_MARKS) {
                assertThat(shown).as("U+%04X at %d", point, i).isEmpty();
            }
        }
    }
}
