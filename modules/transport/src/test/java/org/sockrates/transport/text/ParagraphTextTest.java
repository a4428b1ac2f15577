package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphTextTest {
    @Test
    void breaksAtBlanks() {
        assertThat(ParagraphText.lines("> ", "  ", "a few words", 7)).containsExactly("> a few", "  words");
    }

    @Test
    void aFullStopBehindACommandDoesNotBeginALine() {
        assertThat(ParagraphText.lines("", "", "try  ladder , or  link show .", 14))
                .containsExactly("try  ladder ,", "or  link", "show .");
    }

    @Test
    void cutsOnlyAWordThatIsLongerThanALineAndNoCharacterOfIt() {
        assertThat(ParagraphText.lines("", "", "ab \ud83d\ude00\ud83d\ude00\ud83d\ude00", 5))
                .isEqualTo(List.of("ab", "\ud83d\ude00\ud83d\ude00", "\ud83d\ude00"));
    }

    @Test
    void hasAnEndWhereNoRoomIsLeft() {
        assertThat(ParagraphText.lines("too long already ", "", "abcd", 3))
                .containsExactly("too long already ab", "cd");
    }
}
