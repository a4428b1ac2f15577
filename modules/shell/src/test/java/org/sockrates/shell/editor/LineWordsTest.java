package org.sockrates.shell.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.testkit.Property;

class LineWordsTest {
    /** The cursor is where the bar is. */
    private static CompletingParsedLine parse(String typed) {
        int cursor = typed.indexOf('|');
        return (CompletingParsedLine) new LineWords().parse(typed.replace("|", ""), cursor, ParseContext.COMPLETE);
    }

    @Test
    void knowsTheWordTheCursorIsIn() {
        CompletingParsedLine line = parse("bind do|or 80");
        assertThat(line.word()).isEqualTo("door");
        assertThat(line.wordIndex()).isEqualTo(1);
        assertThat(line.wordCursor()).isEqualTo(2);
        assertThat(line.rawWordCursor()).isEqualTo(2);
        assertThat(line.rawWordLength()).isEqualTo(4);
        assertThat(line.words()).containsExactly("bind", "door", "80");
        assertThat(line.line()).isEqualTo("bind door 80");
        assertThat(line.cursor()).isEqualTo(7);
    }

    @Test
    void betweenWordsBeginsANewOne() {
        assertThat(parse("|").wordIndex()).isZero();
        assertThat(parse("bind |").wordIndex()).isEqualTo(1);
        assertThat(parse("bind  | 80").words()).containsExactly("bind", "", "80");
        assertThat(parse("bind |80").word()).isEqualTo("80");
        assertThat(parse("bind|").word()).isEqualTo("bind");
    }

    @Test
    void anOpenQuoteIsNoError() {
        CompletingParsedLine line = parse("send \"hel lo|");
        assertThat(line.word()).as("what was meant").isEqualTo("hel lo");
        assertThat(line.wordCursor()).isEqualTo(6);
        assertThat(line.rawWordCursor()).isEqualTo(7);
        assertThat(line.rawWordLength()).isEqualTo(7);
    }

    @Test
    void quotesWhatHasBlanks() {
        assertThat(parse("source |").escape("a b", true)).hasToString("\"a b\"");
        assertThat(parse("source |").escape("ab", true)).hasToString("ab");
        assertThat(parse("send |").escape("file:a b", true)).hasToString("file:\"a b\"");
    }

    @Test
    void leavesTheQuoteOpenWhileMoreWillBeTyped() {
        assertThat(parse("source |").escape("my ", false)).hasToString("\"my ");
        assertThat(parse("source \"a|").escape("ab", false)).hasToString("\"ab");
        assertThat(parse("source \"a|").escape("ab", true)).hasToString("ab");
        assertThat(parse("source a|").escape("ab", false)).hasToString("ab");
    }

    @Test
    void holdsWhateverIsTyped() {
        Property.forAll(1_000, draw -> {
            String typed = draw.text(12).replace("|", "");
            int cursor = draw.between(0, typed.length());
            CompletingParsedLine line =
                    (CompletingParsedLine) new LineWords().parse(typed, cursor, ParseContext.COMPLETE);
            assertThat(line.wordIndex()).isBetween(0, line.words().size() - 1);
            assertThat(line.wordCursor()).isBetween(0, line.word().length());
        });
    }
}
