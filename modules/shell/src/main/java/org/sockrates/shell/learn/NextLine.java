package org.sockrates.shell.learn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.session.LoopbackPlace;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Family;

/** The line a lab waits for and its others, beside what is typed; asked by whoever starts a line, on any thread. */
final class NextLine {
    private final LineInterpreter interpreter;
    private volatile @Nullable Scan awaited;
    private volatile List<Scan> lines = List.of();

    NextLine(LineInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** @param commands all of the lab */
    void is(String command, List<String> commands) {
        awaited = Lexer.scan(command);
        lines = commands.stream().map(Lexer::scan).toList();
    }

    /** Waits for one that is done when the step before it has ended, and minds no other. */
    void isLater(String command) {
        is(command, List.of());
    }

    void isNone() {
        awaited = null;
        lines = List.of();
    }

    /** Whether that was typed, in these words or in others. */
    boolean isTyped(List<Word> words, boolean background) {
        Scan next = awaited;
        return next != null && next.background() == background && isSaid(next, words);
    }

    private boolean isSaid(Scan line, List<Word> words) {
        if (!isSameCommand(line, words)) {
            return false;
        }
        Optional<List<String>> said = said(words);
        return said.isPresent() && said.equals(said(line.words()));
    }

    /** Whether the same command was typed, whatever stands behind it, or another line of the lab. */
    boolean isLike(List<Word> words) {
        Scan next = awaited;
        return next != null
                && !lines.isEmpty()
                && (isSameCommand(next, words) || lines.stream().anyMatch(line -> isSaid(line, words)));
    }

    private boolean isSameCommand(Scan line, List<Word> words) {
        return !line.words().isEmpty() && entry(line.words()).equals(entry(words));
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
                                meaning.said((kind, word) -> read(meaning.entry(), kind, word)).stream())
                        .toList());
    }

    private Optional<String> read(Entry entry, String kind, Word word) {
        Session session = interpreter.session();
        return switch (kind) {
            case "SOCKET" -> session.sockets().meant(word).map(socket -> socket(entry, socket));
            case "TRANSPORT" -> usual(word, session.defaults().transport());
            case "HOST" -> session.place() instanceof LoopbackPlace ? loopback(word, session) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Its number; nothing for a call where it is the current one. Other commands mean all where none is named. */
    private String socket(Entry entry, OpenSocket socket) {
        boolean current = interpreter.session().sockets().current().equals(Optional.of(socket));
        return current && entry.group() == Group.CALLS ? "" : Integer.toString(socket.number());
    }

    /** What is printed of it is its address. */
    private static Optional<String> loopback(Word word, Session session) {
        String address = session.defaults().family() == Family.AF_INET ? "127.0.0.1" : "::1";
        return usual(word, "localhost").or(() -> usual(word, address));
    }

    private static Optional<String> usual(Word word, String usual) {
        return Optional.of("").filter(nothing -> word.text().equalsIgnoreCase(usual));
    }
}
