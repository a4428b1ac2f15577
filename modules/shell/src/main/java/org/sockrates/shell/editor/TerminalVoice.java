package org.sockrates.shell.editor;

import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.sockrates.shell.job.PassingLine;
import org.sockrates.shell.job.Voice;
import org.sockrates.transport.text.ParagraphText;

/** Speaks to a terminal; news go above the line that is being typed, never into it. */
final class TerminalVoice implements Voice {
    private final Terminal terminal;
    private final LineReader reader;
    private final Colours colours;
    private final PassingLine passing = new PassingLine();

    TerminalVoice(Terminal terminal, LineReader reader, Colours colours) {
        this.terminal = terminal;
        this.reader = reader;
        this.colours = colours;
    }

    @Override
    public void result(String line) {
        say(line);
    }

    /** A message is one line wherever it goes; here it is broken at blanks rather than by the terminal. */
    @Override
    public void trouble(String text) {
        text.lines()
                .flatMap(line -> ParagraphText.lines("", "  ", line, Terminals.columns(terminal)).stream())
                .forEach(line -> say(new AttributedString(line, colours.trouble()).toAnsi(terminal)));
    }

    @Override
    public void news(String line) {
        erase();
        reader.printAbove(new AttributedString(line, colours.news()));
    }

    @Override
    public void progress(String text) {
        terminal.writer().print(passing.showing(text));
        terminal.flush();
    }

    private void erase() {
        terminal.writer().print(passing.erased());
    }

    /** As it is: a line editor's string would be drawn in the terminal's own set of lines, which nobody can copy. */
    private void say(String line) {
        erase();
        terminal.writer().println(line);
        terminal.flush();
    }
}
