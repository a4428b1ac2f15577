package org.sockrates.shell.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.learn.LabShelf;

/** Puts the line reader together: how it splits, completes, colours and remembers. */
final class Readers {
    private static final int MOST_REMEMBERED = 1000;

    private Readers() {}

    static LineReader open(
            LineInterpreter interpreter, Terminal terminal, Colours colours, Map<String, String> environment) {
        LabShelf shelf = new LabShelf(environment, interpreter.session().folder());
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("sockrates")
                .parser(new LineWords())
                .completer(new CommandCompleter(interpreter, shelf))
                .highlighter(new LineColours(interpreter.registry(), colours, new TailTip(interpreter.registry())))
                .variable(LineReader.HISTORY_SIZE, MOST_REMEMBERED)
                .variable(LineReader.HISTORY_FILE_SIZE, MOST_REMEMBERED)
                .variable(LineReader.BELL_STYLE, "none")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .option(LineReader.Option.AUTO_FRESH_LINE, false)
                .option(LineReader.Option.COMPLETE_MATCHER_TYPO, false)
                .option(LineReader.Option.CASE_INSENSITIVE, true);
        Optional<Path> file = HistoryFile.in(environment);
        file.ifPresent(path -> builder.variable(LineReader.HISTORY_FILE, path));
        LineReader reader = builder.build();
        bind(reader, Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN), "the main key map"));
        return reader;
    }

    private static void bind(LineReader reader, KeyMap<Binding> keys) {
        if (reader.getTerminal().getType().startsWith(Terminal.TYPE_DUMB)) {
            TabKey.isABlank(keys);
        } else {
            TabKey.bind(reader, keys);
            CursorKeys.bind(keys);
        }
    }

    static List<String> history(LineReader reader) {
        List<String> lines = new ArrayList<>();
        for (History.Entry entry : reader.getHistory()) {
            lines.add(entry.line());
        }
        return lines;
    }
}
