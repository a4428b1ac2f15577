package org.sockrates.shell.editor;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Word;

/** Tells the line reader which word the cursor is in. An open quote is no error here: the line is still being typed. */
final class LineWords implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        List<String> raw = new ArrayList<>();
        int index = -1;
        int within = 0;
        int before = 0;
        for (Word word : Lexer.scan(line).words()) {
            if (cursor >= word.start() && cursor <= word.end()) {
                index = raw.size();
                within = cursor - word.start();
            }
            before += word.end() < cursor ? 1 : 0;
            raw.add(line.substring(word.start(), word.end()));
        }
        if (index < 0) {
            index = before;
            raw.add(index, "");
        }
        return new TypedLine(line, cursor, List.copyOf(raw), index, within);
    }

    /** A line with the cursor in one of its words; words are as they were typed, quotes and all. */
    private record TypedLine(String line, int cursor, List<String> words, int wordIndex, int wordCursor)
            implements CompletingParsedLine {
        @Override
        public String word() {
            return words.get(wordIndex);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate.toString().indexOf(' ') < 0 ? candidate : "\"" + candidate + "\"";
        }

        @Override
        public int rawWordCursor() {
            return wordCursor;
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }
    }
}
