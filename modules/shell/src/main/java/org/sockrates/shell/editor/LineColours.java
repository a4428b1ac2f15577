package org.sockrates.shell.editor;

import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.sockrates.shell.command.Registry;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;

/** Colours a line as it is typed: a command that exists, one that does not, text in quotes, numbers, options, comments. */
final class LineColours implements Highlighter {
    private static final Pattern NUMBER = Pattern.compile("#?[0-9]+(?:[.][0-9]+)?(?:%|[a-zA-Z]{1,5})?|hex:.*");

    private final Registry registry;
    private final Colours colours;
    private final TailTip tip;

    LineColours(Registry registry, Colours colours, TailTip tip) {
        this.registry = registry;
        this.colours = colours;
        this.tip = tip;
    }

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        Scan scan = Lexer.scan(line);
        reader.setTailTip(colours.on() ? tip.behind(line, scan) : "");
        AttributedStringBuilder out = new AttributedStringBuilder();
        int at = 0;
        for (Word word : scan.words()) {
            out.append(line, at, word.start());
            out.styled(style(word, at == 0), line.substring(word.start(), word.end()));
            at = word.end();
        }
        out.append(line, at, Math.max(at, scan.commentStart()));
        out.styled(colours.comment(), line.substring(Math.max(at, scan.commentStart())));
        return out.toAttributedString();
    }

    private AttributedStyle style(Word word, boolean first) {
        if (first) {
            return command(word.text());
        }
        if (word.literal()) {
            return colours.quoted();
        }
        if (word.option()) {
            return colours.option();
        }
        return NUMBER.matcher(word.text()).matches() ? colours.number() : AttributedStyle.DEFAULT;
    }

    private AttributedStyle command(String word) {
        if (registry.lookup(word).isPresent()) {
            return colours.known();
        }
        return registry.beginningWith(word).isEmpty() ? colours.unknown() : AttributedStyle.DEFAULT;
    }
}
