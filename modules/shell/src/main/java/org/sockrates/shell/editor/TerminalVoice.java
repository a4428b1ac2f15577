package org.sockrates.shell.editor;

import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.sockrates.shell.job.Voice;

/** Speaks to a terminal; news go above the line that is being typed, never into it. */
final class TerminalVoice implements Voice {
    private final Terminal terminal;
    private final LineReader reader;
    private final Colours colours;

    TerminalVoice(Terminal terminal, LineReader reader, Colours colours) {
        this.terminal = terminal;
        this.reader = reader;
        this.colours = colours;
    }

    @Override
    public void result(String line) {
        say(line, AttributedStyle.DEFAULT);
    }

    @Override
    public void trouble(String line) {
        say(line, colours.trouble());
    }

    @Override
    public void news(String line) {
        reader.printAbove(new AttributedString(line, colours.news()));
    }

    private void say(String line, AttributedStyle style) {
        terminal.writer().println(new AttributedString(line, style).toAnsi(terminal));
        terminal.flush();
    }
}
