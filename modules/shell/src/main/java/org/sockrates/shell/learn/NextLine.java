package org.sockrates.shell.learn;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;

/** The line a lab waits for, beside what is typed; asked by whoever starts a line, on any thread. */
final class NextLine {
    private final LineInterpreter interpreter;
    private volatile @Nullable Scan awaited;

    NextLine(LineInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    void is(String command) {
        awaited = Lexer.scan(command);
    }

    void isNone() {
        awaited = null;
    }

    /** Whether that was typed, word for word. */
    boolean isTyped(List<Word> words, boolean background) {
        Scan next = awaited;
        return next != null
                && next.background() == background
                && texts(next.words()).equals(texts(words));
    }

    /** Whether the same command was typed, whatever stands behind it. */
    boolean isLike(List<Word> words) {
        Scan next = awaited;
        return next != null && !next.words().isEmpty() && entry(next.words()).equals(entry(words));
    }

    private Optional<String> entry(List<Word> words) {
        return interpreter.registry().lookup(words.get(0).text()).map(Entry::word);
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }
}
