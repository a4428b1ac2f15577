package org.sockrates.shell;

import org.sockrates.shell.job.PassingLine;
import org.sockrates.shell.job.Voice;

/** Speaks to standard output and standard error, line by line. */
final class PipeVoice implements Voice {
    private final Streams streams;
    private final boolean terminal;
    private final PassingLine passing = new PassingLine();

    /** @param terminal whether standard output is one, so that a line may be written over */
    PipeVoice(Streams streams, boolean terminal) {
        this.streams = streams;
        this.terminal = terminal;
    }

    @Override
    public void result(String line) {
        streams.out().println(passing.erased() + line);
    }

    @Override
    public void trouble(String line) {
        streams.out().print(passing.erased());
        streams.out().flush();
        streams.err().println(line);
    }

    @Override
    public void news(String line) {
        trouble(line);
    }

    @Override
    public void progress(String text) {
        if (terminal) {
            streams.out().print(passing.showing(text));
            streams.out().flush();
        }
    }
}
