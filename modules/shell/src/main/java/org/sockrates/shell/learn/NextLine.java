package org.sockrates.shell.learn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.session.LoopbackPlace;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
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

    /** Whether that was typed, in these words or in others. */
    boolean isTyped(List<Word> words, boolean background) {
        Scan next = awaited;
        if (next == null || next.background() != background || !isLike(words)) {
            return false;
        }
        Optional<List<String>> said = said(words);
        return said.isPresent() && said.equals(said(next.words()));
    }

    /** Whether the same command was typed, whatever stands behind it. */
    boolean isLike(List<Word> words) {
        Scan next = awaited;
        return next != null && !next.words().isEmpty() && entry(next.words()).equals(entry(words));
    }

    private Optional<String> entry(List<Word> words) {
        return interpreter.registry().lookup(words.get(0).text()).map(Entry::word);
    }

    /** The options of a line and its operands, without those that say what would be meant without them. */
    private Optional<List<String>> said(List<Word> words) {
        return interpreter
                .meaning(words)
                .map(meaning -> Stream.concat(
                                meaning.options().entrySet().stream().map(Map.Entry::toString),
                                meaning.operandsWithout(this::isUsual).stream().map(this::said))
                        .toList());
    }

    private boolean isUsual(String kind, Word word) {
        Session session = interpreter.session();
        return switch (kind) {
            case "SOCKET" ->
                named(word)
                        .filter(socket -> session.sockets()
                                .current()
                                .filter(socket::equals)
                                .isPresent())
                        .isPresent();
            case "TRANSPORT" -> word.text().equals(session.defaults().transport());
            case "HOST" -> word.text().equals("localhost") && session.place() instanceof LoopbackPlace;
            default -> false;
        };
    }

    /** A word as it stands, or its socket's number. */
    private String said(Word word) {
        return named(word).map(socket -> Integer.toString(socket.number())).orElseGet(word::text);
    }

    private Optional<OpenSocket> named(Word word) {
        return interpreter.session().sockets().namedBy(word);
    }
}
