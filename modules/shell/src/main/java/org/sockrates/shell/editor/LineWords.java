package org.sockrates.shell.editor;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Quotes;
import org.sockrates.shell.words.Word;

/** Tells the line reader which word the cursor is in. An open quote is no error here: the line is still being typed. */
final class LineWords implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        List<String> words = new ArrayList<>();
        Word here = null;
        int index = 0;
        for (Word word : Lexer.scan(line).words()) {
            if (cursor >= word.start() && cursor <= word.end()) {
                index = words.size();
                here = word;
            }
            index += here == null && word.end() < cursor ? 1 : 0;
            words.add(word.text());
        }
        if (here == null) {
            here = new Word("", cursor, cursor);
            words.add(index, "");
        }
        return new TypedLine(line, cursor, List.copyOf(words), index, here);
    }

    /** A line with the cursor in one of its words; words are what was meant, without quotes and escapes. */
    private record TypedLine(String line, int cursor, List<String> words, int wordIndex, Word here)
            implements CompletingParsedLine {
        @Override
        public String word() {
            return words.get(wordIndex);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            String typed = Quotes.around(candidate.toString());
            boolean quoted = !typed.contentEquals(candidate) || here.quoted();
            return complete || !quoted ? typed : Quotes.open(candidate.toString());
        }

        @Override
        public int wordCursor() {
            return Lexer.scan(line.substring(0, cursor)).words().stream()
                    .filter(word -> word.start() == here.start())
                    .mapToInt(word -> word.text().length())
                    .sum();
        }

        @Override
        public int rawWordCursor() {
            return cursor - here.start();
        }

        @Override
        public int rawWordLength() {
            return here.end() - here.start();
        }
    }
}
