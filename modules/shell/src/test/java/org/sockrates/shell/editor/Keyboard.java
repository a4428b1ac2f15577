package org.sockrates.shell.editor;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.sockrates.shell.Typing;

/**
 * A person at a terminal, for tests of the editor: keys go in, and what stands on the screen can be waited for. The
 * editor runs until it is left or closed.
 */
final class Keyboard implements AutoCloseable {
    static final String TAB = "\t";
    static final String ENTER = "\r";
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    static final String CTRL_U = "\u0015";
    static final String UP = "\u001bOA";

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Typing typing;
    private final Terminal terminal;
    private final OutputStream keys;
    private final Screen screen;
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    private Keyboard(Typing typing, Map<String, String> environment, Maker maker) throws IOException {
        PipedInputStream typed = new PipedInputStream(1 << 16);
        this.typing = typing;
        keys = new PipedOutputStream(typed);
        screen = new Screen();
        terminal = maker.make(typed, screen);
        terminal.setSize(Size.of(Screen.COLUMNS, Screen.ROWS));
        Editor editor = new Editor(typing.interpreter(), terminal, environment);
        Thread thread = new Thread(() -> run(editor), "editor");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Maker {
        Terminal make(PipedInputStream typed, OutputStream shown) throws IOException;
    }

    private void run(Editor editor) {
        try {
            status.complete(editor.run(List.of(), true));
        } catch (IOException | RuntimeException failure) {
            status.completeExceptionally(failure);
        }
    }

    /** A terminal of 80 columns and 24 rows with colours. */
    static Keyboard at(Typing typing, Map<String, String> environment) throws IOException {
        return new Keyboard(
                typing,
                environment,
                (typed, shown) -> new ExternalTerminal("test", "xterm", typed, shown, StandardCharsets.UTF_8));
    }

    /** A terminal that can do nothing: TERM=dumb. */
    static Keyboard dumb(Typing typing) throws IOException {
        return new Keyboard(
                typing,
                Map.of(),
                (typed, shown) -> new DumbTerminal("test", "dumb", typed, cooked(shown), StandardCharsets.UTF_8));
    }

    /** As the system's line discipline does it: a line feed also goes back to the first column. */
    private static OutputStream cooked(OutputStream shown) {
        return new FilterOutputStream(shown) {
            @Override
            public void write(int letter) throws IOException {
                if (letter == '\n') {
                    super.write('\r');
                }
                super.write(letter);
            }
        };
    }

    /** Presses keys. */
    Keyboard keys(String pressed) throws IOException {
        keys.write(pressed.getBytes(StandardCharsets.UTF_8));
        keys.flush();
        return this;
    }

    /** What the system does to a program whose terminal it leaves alone: Ctrl-C as a signal. */
    void interrupt() {
        terminal.raise(Terminal.Signal.INT);
    }

    /** The end of what is typed: Ctrl-D on such a terminal. */
    void hangUp() throws IOException {
        keys.close();
    }

    /** Waits for an empty prompt and types behind it. */
    Keyboard prompted(String pressed) throws IOException {
        screen.await(rows -> !rows.isEmpty() && rows.get(rows.size() - 1).matches("[a-z]+>"), "an empty prompt", LIMIT);
        return keys(pressed);
    }

    /** Types a line at the prompt and ends it. */
    Keyboard line(String text) throws IOException {
        return prompted(text + ENTER);
    }

    /** Waits until a row of the screen matches. */
    Keyboard sees(String pattern) {
        screen.await(rows -> rows.stream().anyMatch(row -> row.matches(pattern)), "a row like " + pattern, LIMIT);
        return this;
    }

    Screen screen() {
        return screen;
    }

    /** Waits for the editor's end and answers its status. */
    int ends() throws InterruptedException, ExecutionException, TimeoutException {
        return status.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws Exception {
        if (!status.isDone()) {
            keys(CTRL_U);
            prompted(CTRL_D).ends();
        }
        typing.close();
        terminal.close();
        keys.close();
    }
}
